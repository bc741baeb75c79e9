// The one period that an answer's own sentence counts from a day: "chậm nhất là 06 tháng kể từ ngày …".
import type { Answer } from '../../../knowledge/answer.ts';
import { figuresIn, unitsOf } from '../../../knowledge/figures.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { asPeriod, type Period } from './period.ts';

export function usualTerm({ words }: Knowledge, { answer, validity }: Answer): Period | undefined {
  const [period, ...others] =
    validity === 'in_force' && /kể từ/iu.test(answer)
      ? figuresIn(answer, unitsOf(words.units)).flatMap((figure) => asPeriod(figure) ?? [])
      : [];
  return others.length === 0 ? period : undefined;
}
