// The number check: every figure of an answer must stand in a clause it cites, with the same unit and limit.
import { fillAmounts } from '../amounts.ts';
import { namesText } from '../document-names.ts';
import { mentionsIn, unitsOf } from '../figures.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Card } from '../schema/card.ts';
import type { Document } from '../schema/document.ts';
import { checkCalculations } from './calculations.ts';
import { mistakenMentions } from './mentions.ts';
import { betterPlaced, likeness, type Placed, placedIn, placedOf } from './neighbours.ts';
import { checkPortions } from './portions.ts';
import { checkRates } from './rates.ts';
import type { Report } from './report.ts';

/** How much better another place must fit before it is taken for the right one: none of the pack's true figures is doubted. */
const clearly = 0.2;

/** "Trước đây … ít nhất 07 thành viên". */
const ofThePast = /(?<!\p{L})(?:trước|cũ|xưa|hồi|không còn|không dùng|đã bỏ|thay)(?!\p{L})/iu;

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
  for (const card of k.cards.values()) {
    if (card.status === 'published') checkCard(k, card, report, day);
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

/** One card against the clauses of `k`; amounts are looked at as they stand on `day`. */
export function checkCard(k: Knowledge, card: Card, report: Report, day: string): void {
  const units = unitsOf(k.words.units);
  const clausesOf = (ids: readonly string[]) => ids.flatMap((id) => k.provisions.get(id) ?? []);
  const own = clausesOf([...card.cites, ...card.background]);
  const documents = own.flatMap((p) => k.documents.get(p.document) ?? []);
  checkCalculations(card, own, documents, units, report);
  checkRates(card, units, report);
  checkPortions(card, units, report);
  const shown = card.calculations.map((c) => c.show);
  for (const { path, text } of sentencesOf(card)) {
    const filled = fillAmounts(text, k, day);
    const clauses = [
      ...clausesOf([...card.cites, ...filled.cites]),
      ...clausesOf(card.background).filter((p) => speaksOf(text, k.documents.get(p.document))),
    ];
    const allowed = clauses.flatMap((p) => placedOf(p, units));
    const said = placedIn(filled.text, units);
    for (const placed of said) {
      const message =
        judge(placed, allowed) ?? tooOften(placed, said, allowed) ?? misplaced(placed, said, allowed);
      if (message) report('card', card.id, path, message);
    }
    const pointedAt =
      path[0] === 'next' ? clausesOf(card.related.flatMap((id) => k.cards.get(id)?.cites ?? [])) : [];
    for (const message of mistakenMentions(k, filled.text, [...own, ...clauses, ...pointedAt], shown))
      report('card', card.id, path, message);
  }
}

/** A clause of another law only lends its figures to a sentence that names that law or speaks of the past. */
function speaksOf(text: string, document: Document | undefined): boolean {
  if (ofThePast.test(text)) return true;
  return mentionsIn(text).some((m) => m.kind === 'document' && document && namesText(m.text, document));
}

function judge({ figure, ...at }: Placed, allowed: readonly Placed[]): string | undefined {
  const same = allowed.filter((a) => a.figure.value === figure.value);
  if (same.length === 0)
    return `con số “${figure.text}” không có trong điều khoản nào thẻ dẫn; sửa số hoặc dẫn thêm điều khoản`;
  const unit = same.filter((a) => a.figure.unit === figure.unit);
  if (unit.length === 0) {
    const has = [...new Set(same.map((a) => `“${a.figure.unit || 'không đơn vị'}”`))].join(', ');
    return `số “${figure.text}” trong điều khoản đi với ${has}, không phải “${figure.unit || 'không đơn vị'}”; sửa lại đơn vị`;
  }
  const wrongLimit = limitOf({ figure, ...at }, unit);
  if (!wrongLimit) return undefined;
  return `“${figure.text} ${figure.unit}”: điều khoản ghi ${wrongLimit}, thẻ lại viết ${sayLimit[figure.limit]}; viết đúng như điều khoản`;
}

/** The limits the clauses have at this figure, when the written one is none of them or belongs to another place. */
function limitOf(written: Placed, unit: readonly Placed[]): string | undefined {
  const same = unit.filter((a) => a.figure.limit === written.figure.limit);
  const others = unit.filter((a) => a.figure.limit !== written.figure.limit);
  const nearest = (all: readonly Placed[]) => Math.max(...all.map((a) => likeness(written, a)));
  if (same.length > 0 && written.figure.limit === 'none') return undefined;
  if (same.length > 0 && (others.length === 0 || nearest(others) <= nearest(same) + clearly))
    return undefined;
  return [...new Set(others.map((a) => sayLimit[a.figure.limit]))].join(' hoặc ');
}

/** "5 sao … 5 sao" where the clauses have one "5 sao": a neighbour's figure was put in its place. */
function tooOften(
  { figure }: Placed,
  said: readonly Placed[],
  allowed: readonly Placed[],
): string | undefined {
  const like = (p: Placed): boolean => p.figure.value === figure.value && p.figure.unit === figure.unit;
  const times = said.filter(like).length;
  if (times < 2 || times <= allowed.filter(like).length) return undefined;
  return `“${figure.text} ${figure.unit}” viết ${times} lần trong một câu, nhiều hơn trong điều khoản; xem có nhầm số của ý khác không`;
}

function misplaced(written: Placed, said: readonly Placed[], allowed: readonly Placed[]): string | undefined {
  const better = betterPlaced(written, said, allowed, clearly);
  if (!better) return undefined;
  const { figure } = written;
  return `“${figure.text} ${figure.unit}”: ở chỗ có những từ như trong câu này, điều khoản ghi ${better.figure.text}; xem có lấy nhầm số của ý khác không`;
}
