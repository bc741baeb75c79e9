// Two questions in one message: cut where the signs say so, learned from messages with one question and with two by `npm run eval:learn`.
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { Behind } from '../../state.ts';
import { inputsOf, weigherOf } from '../network.ts';
import { type Cut, type CutSigns, cutSigns, cutsOf, noCut, type Part } from './cuts.ts';
import learned from './learned-cuts.json' with { type: 'json' };

export type { Part } from './cuts.ts';

const weigh = weigherOf(learned, cutSigns);
const asOne = weigh(inputsOf(noCut, cutSigns));
/** In log-odds: a question left unanswered is worse than one answer too many. */
const leave = Math.log(2);

/** The two questions of a message, cut at the likeliest place, or the one of them that asks; none where it is likelier one question. */
export function splitQuestions(
  knowledge: Knowledge,
  text: string,
  topic: Behind,
): readonly [Part, Part] | readonly [Part] | undefined {
  const likely = cutsOf(knowledge, text, topic)
    .map(({ parts, signs }) => ({ parts, signs, fit: weigh(inputsOf(signs, cutSigns)) }))
    .filter(({ fit }) => fit > asOne - leave)
    .sort((a, b) => b.fit - a.fit);
  const best = likely.find(({ parts }) => !parts.some((p) => p.tells)) ?? likely[0];
  if (!best) return undefined;
  const [first, second] = best.parts;
  if (first.tells || second.tells) return onlyAsked(best, topic);
  return isMostlySecond(best.signs) ? [second, first] : [first, second];
}

/** What is told beside a question helps to read it, unless that says too little of one card, or only speaks of the answer just given. */
function onlyAsked({ parts, signs: { whole = 0 } }: Cut, { card }: Behind): readonly [Part] | undefined {
  const [one, other] = parts.filter((p) => !p.tells);
  const leaves = parts.some((p) => p.tells && p.card === card);
  return one && !other && (leaves || whole < known) ? [one] : undefined;
}
const known = 0.8;

/** Should it be one question after all, its answer comes first. */
const isMostlySecond = ({ wholeIsSecond, whole = 0 }: CutSigns): boolean =>
  wholeIsSecond === 1 && whole >= 0.9;
