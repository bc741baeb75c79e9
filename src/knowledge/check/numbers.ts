// The number check: every figure of an answer must stand in a clause it cites, with the same unit and limit.
import { lastDayOfMonths, sayDate } from '../../language/dates.ts';
import { fold } from '../../language/fold.ts';
import { fillAmounts } from '../amounts.ts';
import { type Figure, figuresIn, mentionsIn, type Units, unitsOf } from '../figures.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Card } from '../schema.ts';
import type { Report } from './report.ts';

const sayLimit = {
  none: 'không kèm giới hạn',
  max: '“tối đa”',
  min: '“ít nhất”',
  over: '“trên”',
  under: '“dưới”',
  about: '“khoảng”',
  mixed: 'hai giới hạn trái nhau',
};

export function checkNumbers(k: Knowledge, report: Report, day: string): void {
  const units = unitsOf(k.words.units);
  for (const card of k.cards.values()) {
    if (card.status === 'published') checkCard(k, card, units, report, day);
  }
}

/** Every sentence of the card that a person may read, with the path where it was written. */
function sentencesOf(card: Card): { path: PropertyKey[]; text: string }[] {
  return [
    { path: ['title'], text: card.title },
    { path: ['answer'], text: card.answer },
    ...card.details.map((text, i) => ({ path: ['details', i], text })),
    ...(card.for ? [{ path: ['for'], text: card.for }] : []),
    ...(card.next ? [{ path: ['next'], text: card.next }] : []),
  ];
}

function checkCard(k: Knowledge, card: Card, units: Units, report: Report, day: string): void {
  checkCalculations(card, report);
  for (const { path, text } of sentencesOf(card)) {
    const filled = fillAmounts(text, k, day);
    const clauses = [...card.cites, ...card.background, ...filled.cites].flatMap(
      (id) => k.provisions.get(id) ?? [],
    );
    const allowed = clauses.flatMap((p) => figuresIn(p.words, units));
    const figures = figuresIn(filled.text, units);
    for (const figure of figures) {
      const message = judge(figure, allowed) ?? tooOften(figure, figures, allowed);
      if (message) report('card', card.id, path, message);
    }
    checkMentions(k, card, filled.text, path, clauses.map((p) => p.words).join('\n'), report);
  }
}

function judge(figure: Figure, allowed: readonly Figure[]): string | undefined {
  const same = allowed.filter((a) => a.value === figure.value);
  if (same.length === 0)
    return `con số “${figure.text}” không có trong điều khoản nào thẻ dẫn; sửa số hoặc dẫn thêm điều khoản`;
  const unit = same.filter((a) => a.unit === figure.unit);
  if (unit.length === 0) {
    const has = [...new Set(same.map((a) => `“${a.unit || 'không đơn vị'}”`))].join(', ');
    return `số “${figure.text}” trong điều khoản đi với ${has}, không phải “${figure.unit || 'không đơn vị'}”; sửa lại đơn vị`;
  }
  if (unit.some((a) => a.limit === figure.limit)) return undefined;
  const limits = [...new Set(unit.map((a) => sayLimit[a.limit]))].join(' hoặc ');
  return `“${figure.text} ${figure.unit}”: điều khoản ghi ${limits}, thẻ lại viết ${sayLimit[figure.limit]}; viết đúng như điều khoản`;
}

/** "5 sao … 5 sao" where the clauses have one "5 sao": a neighbour's figure was put in its place. */
function tooOften(figure: Figure, said: readonly Figure[], allowed: readonly Figure[]): string | undefined {
  const like = (f: Figure): boolean => f.value === figure.value && f.unit === figure.unit;
  const times = said.filter(like).length;
  if (times < 2 || times <= allowed.filter(like).length) return undefined;
  return `“${figure.text} ${figure.unit}” viết ${times} lần trong một câu, nhiều hơn trong điều khoản; xem có nhầm số của ý khác không`;
}

function checkCalculations(card: Card, report: Report): void {
  card.calculations.forEach((c, i) => {
    const right = sayDate(lastDayOfMonths(c.from, c.months));
    if (c.show !== right)
      report(
        'card',
        card.id,
        ['calculations', i, 'show'],
        `phép tính ra ${right}, không phải ${c.show}; sửa lại`,
      );
  });
}

function checkMentions(
  k: Knowledge,
  card: Card,
  text: string,
  path: PropertyKey[],
  clauses: string,
  report: Report,
): void {
  const register = registerOf(k);
  const shown = card.calculations.map((c) => c.show);
  for (const m of mentionsIn(text)) {
    if (m.kind === 'document' && !register.names(m.text) && !clauses.includes(m.text)) {
      report(
        'card',
        card.id,
        path,
        `văn bản “${m.text}” không có trong documents.yaml; sửa số hoặc thêm văn bản`,
      );
    }
    if (
      m.kind === 'date' &&
      !shown.includes(m.text) &&
      !register.dates.has(normalDate(m.text)) &&
      !datesOf(clauses).has(normalDate(m.text))
    ) {
      report(
        'card',
        card.id,
        path,
        `ngày “${m.text}” không có trong điều khoản thẻ dẫn hay danh mục văn bản; sửa ngày hoặc ghi calculations`,
      );
    }
  }
}

const normalDate = (text: string): string => (text.match(/\d+/g) ?? []).map(Number).join('/');
const datesOf = (text: string): Set<string> =>
  new Set(
    mentionsIn(text)
      .filter((m) => m.kind === 'date')
      .flatMap((m) => [normalDate(m.text), ...yearOf(m.text)]),
  );
const yearOf = (text: string): string[] => text.match(/(?:19|20)\d{2}/g) ?? [];

type Register = { dates: Set<string>; names: (mention: string) => boolean };
const registers = new WeakMap<Knowledge, Register>();

function registerOf(k: Knowledge): Register {
  const ready = registers.get(k);
  if (ready) return ready;
  const dates = new Set<string>();
  const numbers = new Set<string>();
  for (const d of k.documents.values()) {
    for (const date of [d.issued, d.in_force_from, d.ended_on, d.period_from, d.period_until]) {
      if (!date) continue;
      const [year, month, day] = date.split('-').map(Number);
      for (const form of [`${day}/${month}/${year}`, `${month}/${year}`, `${year}`]) dates.add(form);
    }
    for (const year of yearOf(`${d.title} ${d.number}`)) dates.add(year);
    numbers.add(fold(d.number).replace(/\s/g, ''));
    numbers.add(String(Number(/^\d+/.exec(d.number)?.[0] ?? Number.NaN)));
  }
  const names = (mention: string): boolean => {
    const whole = fold(mention).replace(/\s/g, '');
    if (numbers.has(whole)) return true;
    const number = /(\d+)(?:\/(\d{4}))?$/.exec(mention);
    if (!number) return false;
    if (number[2]) return [...numbers].some((n) => n.startsWith(`${number[1]}/${number[2]}`));
    return numbers.has(String(Number(number[1]))) || dates.has(String(number[1]));
  };
  const register = { dates, names };
  registers.set(k, register);
  return register;
}
