// The one term of months or years that an answer's own sentence counts from a day: "chậm nhất là 06 tháng kể từ ngày …".
import type { Answer } from '../../../knowledge/answer.ts';
import { figuresIn, unitsOf } from '../../../knowledge/figures.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { Term } from './term.ts';

export function usualTerm(
  { words }: Knowledge,
  { answer, validity }: Answer,
): Pick<Term, 'months' | 'period'> | undefined {
  const [term, ...others] =
    validity === 'in_force' && /kể từ/iu.test(answer)
      ? figuresIn(answer, unitsOf(words.units)).filter(({ unit }) => unit === 'tháng' || unit === 'năm')
      : [];
  if (!term || others.length > 0 || !Number.isInteger(term.value)) return undefined;
  return {
    months: term.unit === 'năm' ? term.value * 12 : term.value,
    period: `${term.value} ${term.unit}`,
  };
}
