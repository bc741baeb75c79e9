// Two questions in one message: cut where the signs say so, learned from messages with one question and with two by `npm run eval:learn`.
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { Behind } from '../../state.ts';
import { inputsOf, weigherOf } from '../network.ts';
import { type CutSigns, cutSigns, cutsOf, noCut, type Part } from './cuts.ts';
import learned from './learned-cuts.json' with { type: 'json' };

export type { Part } from './cuts.ts';

const weigh = weigherOf(learned, cutSigns);
const asOne = weigh(inputsOf(noCut, cutSigns));
/** In log-odds: a question left unanswered is worse than one answer too many. */
const leave = Math.log(2);

/** The two questions of a message, cut at the likeliest place; none where it is likelier one question. */
export function splitQuestions(
  knowledge: Knowledge,
  text: string,
  topic: Behind,
): readonly [Part, Part] | undefined {
  const [best] = cutsOf(knowledge, text, topic)
    .map(({ parts, signs }) => ({ parts, signs, fit: weigh(inputsOf(signs, cutSigns)) }))
    .sort((a, b) => b.fit - a.fit);
  if (!best || best.fit <= asOne - leave) return undefined;
  const [first, second] = best.parts;
  return isMostlySecond(best.signs) ? [second, first] : [first, second];
}

/** Should it be one question after all, its answer comes first. */
const isMostlySecond = ({ wholeIsSecond, whole = 0 }: CutSigns): boolean =>
  wholeIsSecond === 1 && whole >= 0.9;
