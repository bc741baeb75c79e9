// What an answer that missed is followed by: a line of it that was not shown, or the nearest card that is another.
import { type Answer, answerWith } from '../../knowledge/answer.ts';
import { linesOf } from '../../knowledge/said.ts';
import type { Card } from '../../knowledge/schema/card.ts';
import { type Context, type Draft, reply } from '../context.ts';
import { answerReply, outcomeOf } from '../replies/answer.ts';
import { staffChoice, wholeChoice } from '../replies/choices.ts';
import { linesInstead } from '../replies/detail.ts';
import { withMark } from '../replies/standing.ts';
import { behind } from '../state.ts';
import { bandOf } from '../understand/bands.ts';
import { nameEachOther } from '../understand/follow-up/beside.ts';
import { rankInTopic } from '../understand/follow-up/index.ts';
import { linesAsked, oddsOfLines } from '../understand/line-asked/index.ts';
import { answerCard, answerLikely } from './answer-card.ts';
import { dayOfTalk } from './asked-day.ts';

/** `rest`: what is asked now, empty where it is the question before; `asked`: what that alone leads to. */
export function nextBest(context: Context, rest: string, asked: Draft | undefined): Draft | undefined {
  const { state, world } = context;
  const { knowledge } = world;
  const question = rest || (state.asked?.at(-1) ?? '');
  if (question === '') return undefined;
  const ofLast = !asked?.cards || asked.cards.includes(state.shown?.card ?? '');
  const unsaid = ofLast ? unsaidLine(context, rest) : undefined;
  if (unsaid) return unsaid;
  const { cards } = knowledge;
  const past = [state.shown?.card ?? '', state.topic.card ?? '', ...(state.unsure?.refused ?? [])];
  const likely = ([card, ...others]: readonly Card[]): Draft | undefined =>
    card && answerLikely(context, question, { card, others: others.slice(0, 2) }, dayOfTalk(context));
  const offered = asked?.outcome === 'choose' ? (asked.cards ?? []) : [];
  const left = offered.filter((id) => !past.includes(id)).flatMap((id) => cards.get(id) ?? []);
  if (left.length > 0) return likely(left);
  // Where nothing new is asked, what is not known is no better than what was said.
  const helps = (id: string, score: number): boolean =>
    cards.has(id) &&
    !past.includes(id) &&
    (rest !== '' || (cards.get(id)?.known !== false && score >= likelyEnough));
  const hits = rankInTopic(knowledge, question, behind(state), past);
  const band = bandOf(
    knowledge,
    hits.filter((h) => helps(h.id, h.score)),
  );
  if (band.kind === 'card') return answerCard(context, band.card.id, dayOfTalk(context));
  if (band.kind === 'likely') return answerLikely(context, question, band, dayOfTalk(context));
  const last = cards.get(state.topic.card ?? '');
  return band.kind === 'close' && last ? likely(band.cards.filter((c) => nameEachOther(last, c))) : undefined;
}
const likelyEnough = 0.5;

/** The likeliest line of the last answer that the turn before did not show. */
export function unsaidLine(context: Context, rest: string): Draft | undefined {
  const { shown, asked } = context.state;
  const answer = lastSaid(context);
  if (!shown || !answer) return undefined;
  const odds = oddsOfLines(context.world.knowledge, answer.card, rest || (asked?.at(-1) ?? ''));
  const left = odds.slice(0, -1).map((share, at) => ({ at, share: shown.lines.includes(at) ? 0 : share }));
  const nearest = left.reduce((a, b) => (b.share > a.share ? b : a), { at: -1, share: fair });
  return nearest.at < 0 ? undefined : oneLine(context, answer, nearest.at);
}
const fair = 0.1;

/** Shown already, but surely what is asked: "trả lời có hay không thôi". */
export function saidLine(context: Context, rest: string): Draft | undefined {
  const answer = lastSaid(context);
  if (!answer) return undefined;
  const question = rest || (context.state.asked?.at(-1) ?? '');
  const { one, sure } = linesAsked(context.world.knowledge, answer.card, question);
  return sure ? oneLine(context, answer, one) : undefined;
}

/** The answer shown last, where the talk is still about it. */
function lastSaid({ state, world: { knowledge, today } }: Context): Answer | undefined {
  const answer = state.shown && answerWith(knowledge, state.shown.card, state.topic.asOf ?? today);
  return answer?.card.id === state.topic.card ? answer : undefined;
}

function oneLine({ state, world }: Context, answer: Answer, at: number): Draft {
  const { knowledge, today } = world;
  const text = withMark(answer, linesOf(answer)[at] ?? answer.answer);
  const said = linesInstead(answerReply(knowledge, answer, today), [{ kind: 'strong', text }]);
  const choices = [wholeChoice(knowledge, answer.card), staffChoice(knowledge)];
  return { state, replies: [reply(said, choices)], outcome: outcomeOf(answer), cards: [answer.card.id] };
}
