// What the words of a limit come to: "hơn 50%", "ít nhất 2/3" of some people; "từ 12 tháng trở lên", "không quá 2 năm".
import { type Figure, figuresIn, type Units } from './figures.ts';

/** In percent; `above`: so much itself is not enough. */
export type Share = { percent: number; above: boolean };

export function shareOf(text: string, units: Units): Share | undefined {
  const [share, ...others] = figuresIn(text, units);
  if (!share || others.length > 0 || !atLeast.includes(share.limit)) return undefined;
  const percent = share.unit === '%' ? share.value : share.value < 1 ? share.value * 100 : 0;
  const above = share.limit === 'over';
  return percent > 0 && percent <= 100 && !(above && percent === 100) ? { percent, above } : undefined;
}
/** "100% thành viên" is no less than all of them. */
const atLeast: readonly Figure['limit'][] = ['over', 'min', 'none'];

/** In months; `least`: from there on, else up to there; `itself`: whether so much itself is meant too. */
export type Span = { months: number; least: boolean; itself: boolean };

export function spanOf(text: string, units: Units): Span | undefined {
  const [span, ...others] = figuresIn(text, units);
  const by = span?.unit === 'năm' ? 12 : span?.unit === 'tháng' ? 1 : 0;
  const side = sides[span?.limit ?? 'none'];
  if (!span || others.length > 0 || by === 0 || !side) return undefined;
  return { months: span.value * by, ...side };
}
const sides: Partial<Record<Figure['limit'], Omit<Span, 'months'>>> = {
  min: { least: true, itself: true },
  over: { least: true, itself: false },
  max: { least: false, itself: true },
  under: { least: false, itself: false },
};
