// "Ra là 15 triệu đúng không": an amount and nothing else, claimed to be what was just reckoned.
import { answerWith } from '../../knowledge/answer.ts';
import { clean, foldInPlace } from '../../language/fold.ts';
import { type Sum, sumIn } from '../../language/sums/index.ts';
import { quantitiesIn } from '../../language/sums/quantities.ts';
import type { Term } from '../../language/sums/reckon.ts';
import { portionReckoned } from '../replies/portion.ts';
import type { World } from '../world.ts';
import { claims, firstSentence } from './phrasing/claims.ts';

/** `rest`: what is asked in a sentence behind it. */
export function claimAlone(message: string): { claim: Term; rest: string } | undefined {
  const { first, rest } = firstSentence(clean(message));
  const text = first.replace(/(?<=\d)\.(?=\d{1,2}(?!\d))/g, ',');
  const [claim, ...others] = quantitiesIn(text);
  if (!claim || others.length > 0) return undefined;
  const said = `${foldInPlace(text.slice(0, claim.start))}# ${foldInPlace(text.slice(claim.end))}`;
  return claims(said) ? { claim, rest } : undefined;
}

/** The one sum that was reckoned from what was typed before, or what a share of the answer came to. */
export function lastReckoned(
  { knowledge, today }: Pick<World, 'knowledge' | 'today'>,
  card: string | undefined,
  before: string,
): Pick<Sum, 'operation' | 'terms'> | undefined {
  const sum = sumIn(before);
  if (sum) return sum;
  const answer = card === undefined ? undefined : answerWith(knowledge, card, today);
  const portion = answer && portionReckoned(answer, before);
  if (!portion) return undefined;
  const term = { unit: '', by: 1, start: 0, end: 0 };
  return {
    operation: 'percent',
    terms: [
      { ...term, kind: 'percent', value: portion.percent, unit: '%' },
      { ...term, kind: 'money', value: portion.of, by: portion.of >= million ? million : 1 },
    ],
  };
}
const million = 1e6;
