// "Tóm lại giờ tôi phải làm những gì, theo thứ tự": what to do next by each answer of the talk, in the order they were spoken of.
import { answerWith } from '../../knowledge/answer.ts';
import { say } from '../../knowledge/wording.ts';
import { fold } from '../../language/fold.ts';
import { type Context, type Draft, line, reply } from '../context.ts';
import type { Block } from '../message.ts';
import { cardChoice, staffChoice } from '../replies/choices.ts';
import { sayReported, withMark } from '../replies/standing.ts';

/** Nothing where fewer than two answers in force say what to do. */
export function stepsOfTalk({ state, heard, world }: Context): Draft | undefined {
  if (heard.kind !== 'text' || !asksWhatToDo.test(fold(heard.text))) return undefined;
  const { knowledge, today } = world;
  const { card, before, earlier = [] } = state.topic;
  const refused = new Set([...(state.denied?.cards ?? []), ...(state.unsure?.refused ?? [])]);
  const spokenOf = [...earlier.toReversed(), before, card].flatMap((id) =>
    id && !refused.has(id) ? [id] : [],
  );
  const answers = [...new Set(spokenOf)].flatMap((id) => {
    const answer = answerWith(knowledge, id, today);
    return answer?.next && answer.validity !== 'ended' && answer.validity !== 'not_yet' ? [answer] : [];
  });
  const latest = answers.slice(-most);
  if (latest.length < 2) return undefined;
  const reported = new Set(latest.flatMap((answer) => sayReported(knowledge, answer) ?? []));
  const blocks: Block[] = [
    ...[...reported].map((text): Block => ({ kind: 'warn', text })),
    line(say(knowledge.wording, 'steps_of_talk')),
    ...latest.map((answer): Block => {
      const values = { title: answer.card.title, step: withMark(answer, answer.next ?? '') };
      return { kind: 'detail', text: say(knowledge.wording, 'step_of', values) };
    }),
  ];
  return {
    state,
    replies: [reply(blocks, [...latest.map(({ card: c }) => cardChoice(c)), staffChoice(knowledge)])],
    outcome: 'answered',
    cards: latest.map(({ card: c }) => c.id).reverse(),
  };
}
const most = 4;
const asksWhatToDo =
  /\b(?:lam|viec)\b(?: [a-z]+){0,4} (?:gi|nao)\b|\b(?:theo thu tu|lan luot|tung buoc|cac buoc|viec can lam)\b/;
