// "Nghĩa là sao", "chắc không", "còn gì nữa không": says the last answer again in one sentence with what it rests on, or what people ask around it.
import { answerWith } from '../../knowledge/answer.ts';
import { say } from '../../knowledge/wording.ts';
import { type Context, type Draft, line, reply } from '../context.ts';
import { answerReply, outcomeOf } from '../replies/answer.ts';
import { cardChoice, staffChoice } from '../replies/choices.ts';
import { linesInstead } from '../replies/detail.ts';
import { withMark } from '../replies/standing.ts';

/** With all that stands around an answer: the day asked about, its standing, its sources. */
export function explainLast(context: Context): Draft {
  const { state, world } = context;
  const { knowledge, today } = world;
  const answer = state.topic.card && answerWith(knowledge, state.topic.card, state.topic.asOf ?? today);
  if (!answer) return explainWhat(context);
  const whole = answerReply(knowledge, answer, today);
  const gist = line(say(knowledge.wording, 'explain', { answer: withMark(answer, answer.answer) }));
  const choices = whole.choices.filter((c) => !c.id.startsWith('do:'));
  return {
    state,
    replies: [reply(linesInstead(whole, [gist]), [...choices, staffChoice(knowledge)])],
    outcome: outcomeOf(answer),
    cards: [answer.card.id],
  };
}

/** Nothing was answered yet: asks what is meant, with the titles that were on the table. */
function explainWhat({ state, world }: Context): Draft {
  const { knowledge } = world;
  const offered = (state.unsure?.offered ?? []).flatMap((id) => knowledge.cards.get(id) ?? []);
  const choices = [...offered.map(cardChoice), staffChoice(knowledge)];
  return {
    state,
    replies: [reply([line(say(knowledge.wording, 'explain_what'))], choices)],
    outcome: 'small_talk',
  };
}

export function moreOfLast({ state, world }: Context): Draft | undefined {
  const { knowledge } = world;
  const last = state.topic.card ? knowledge.cards.get(state.topic.card) : undefined;
  const near = (last?.related ?? []).flatMap((id) => knowledge.cards.get(id) ?? []).slice(0, 4);
  if (near.length === 0) return undefined;
  return {
    state,
    replies: [reply([line(say(knowledge.wording, 'more'))], near.map(cardChoice))],
    outcome: 'choose',
    cards: near.map((c) => c.id),
  };
}
