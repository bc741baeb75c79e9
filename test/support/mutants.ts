// Wrong versions of a sentence: each figure, date and name in it changed in one way, and figures written out in words.
import { type Figure, figuresIn, type Limit, mentionsIn, type Units } from '../../src/knowledge/figures.ts';

type Span = { start: number; text: string };
const put = (text: string, at: Span, by: string): string =>
  text.slice(0, at.start) + by + text.slice(at.start + at.text.length);

/** Each digit in turn, one higher. */
export const otherDigits = (text: string, units: Units): string[] =>
  figuresIn(text, units).flatMap((f) =>
    [...f.text.matchAll(/\d/g)].map((d) =>
      put(text, { start: f.start + d.index, text: d[0] }, String((Number(d[0]) + 1) % 10)),
    ),
  );

/** Another unit put between the number and its own. */
export const otherUnits = (text: string, units: Units): string[] =>
  figuresIn(text, units).flatMap((f) =>
    ['tháng', 'tổ hợp tác', 'đồng']
      .filter((unit) => unit !== f.unit)
      .map((unit) => put(text, f, `${f.text} ${unit} `)),
  );

const limits: [Limit, string][] = [
  ['max', 'tối đa'],
  ['min', 'ít nhất'],
  ['over', 'trên'],
  ['under', 'dưới'],
  ['about', 'khoảng'],
];
export const otherLimits = (text: string, units: Units): string[] =>
  figuresIn(text, units).flatMap((f) =>
    limits.filter(([limit]) => limit !== f.limit).map(([, word]) => put(text, f, `${word} ${f.text}`)),
  );

/** The figure of another rule of the same clauses, in the same unit and under the same limit. */
export const neighboursFigures = (text: string, clauses: string, units: Units): string[] => {
  const truths = figuresIn(clauses, units);
  return figuresIn(text, units).flatMap((f) => {
    const others = truths.filter((t) => t.unit === f.unit && t.limit === f.limit && t.value !== f.value);
    return [...new Map(others.map((t) => [t.value, t])).values()].map((t) => put(text, f, t.text));
  });
};

/** Each number of each date, one higher; a month past twelve is one lower. */
export const otherDates = (text: string): string[] =>
  mentionsIn(text)
    .filter((m) => m.kind === 'date')
    .flatMap((m) =>
      [...m.text.matchAll(/\d+/g)].map((n) => {
        const raised = Number(n[0]) + 1;
        const number = n[0].length < 4 && raised > 12 ? Number(n[0]) - 1 : raised;
        return put(text, { start: m.start + n.index, text: n[0] }, String(number).padStart(n[0].length, '0'));
      }),
    );

export const otherNames = (text: string): string[] =>
  mentionsIn(text)
    .filter((m) => m.kind !== 'date')
    .flatMap((m) => {
      const number = /\d+/.exec(m.text);
      if (!number) return [];
      return [
        put(text, { start: m.start + number.index, text: number[0] }, String(Number(number[0]) + 7000)),
      ];
    });

/** Figures written in words where a known unit follows: as they are, or one (or a half) higher. */
export const inWords = (text: string, units: Units, more: number): string[] => {
  const known = new Set(units.map((u) => u.canonical));
  return figuresIn(text, units).flatMap((f) => {
    const ranged =
      /[-–]\s?$/.test(text.slice(0, f.start)) || /^\s?[-–]/.test(text.slice(f.start + f.text.length));
    const words = known.has(f.unit) && /^\d/.test(f.text) && !ranged ? sayNumber(raised(f, more)) : undefined;
    return words && words !== 'một' ? [put(text, f, words)] : [];
  });
};
function raised(f: Figure, more: number): number {
  const by = [1e9, 1e6, 1e3].find((m) => f.value >= m && f.value % m === 0) ?? 1;
  return f.value + more * by;
}

const digit = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
function sayNumber(n: number): string | undefined {
  for (const [by, name] of [
    [1e9, 'tỷ'],
    [1e6, 'triệu'],
    [1e3, 'nghìn'],
  ] as const) {
    if (n >= by) return n % by === 0 && n / by < 1000 ? `${sayNumber(n / by)} ${name}` : undefined;
  }
  if (!Number.isInteger(n)) return n % 1 === 0.5 && n < 10 ? `${digit[Math.floor(n)]} rưỡi` : undefined;
  if (n < 10) return digit[n];
  const unit = n % 10;
  const tail = unit === 0 ? '' : unit === 5 ? ' lăm' : ` ${digit[unit]}`;
  if (n < 20) return `mười${tail}`;
  if (n < 100) return `${digit[Math.floor(n / 10)]} mươi${tail}`;
  const rest = n % 100;
  const after = rest === 0 ? '' : rest < 10 ? ` linh ${digit[rest]}` : ` ${sayNumber(rest)}`;
  return `${digit[Math.floor(n / 100)]} trăm${after}`;
}
