// The message with its amounts taken out and numbered, so that how a sum is asked for can be read around them.
import { foldInPlace } from '../fold.ts';
import { quantitiesIn } from './quantities.ts';
import type { Operation, Term } from './reckon.ts';

export type Written = { text: string; terms: Term[]; template: string };

/** An amount in a template. */
export const N = '#\\d+#';
export const placesIn = (template: string): number[] =>
  [...template.matchAll(/#(\d+)#/g)].map((m) => Number(m[1]));

/** The message with "#0#" where an amount stood, and a price of one where one was said. */
export function templateOf(text: string): Written {
  const flat = foldInPlace(text);
  const all = quantitiesIn(text);
  const terms: Term[] = [];
  let template = '';
  let at = 0;
  for (const q of all) {
    if (q.start < at) continue;
    const one = each.exec(flat.slice(q.end));
    const before = eachBefore.exec(template + flat.slice(at, q.start));
    const priced = q.kind === 'money' || q.kind === 'kg' || q.kind === 'm2';
    const behind = priced ? one : undefined;
    const per = behind ? behind[1] : priced ? before?.[1] : undefined;
    const read = template + flat.slice(at, q.start);
    template = `${per && !behind ? read.replace(eachBefore, '') : read} #${terms.length}# `;
    terms.push(
      per ? { ...q, per, perSaid: /^(?:k[yi]|kilo|can)$/.test(per) ? 'kg' : unitSaid(text, flat, per) } : q,
    );
    at = q.end + (behind?.[0].length ?? 0);
  }
  template += flat.slice(at);
  return { text, terms, template: template.replace(/\s+/g, ' ').trim() };
}
/** As it was typed, with its marks. */
const unitSaid = (text: string, flat: string, per: string): string => {
  const at = flat.search(new RegExp(`(?<![a-z])${per}(?![a-z])`));
  return at < 0 ? per : text.slice(at, at + per.length);
};
const unit =
  '(kg|ky|ki|kilo|can|ha|hec ta|m2|met vuong|nha|ho|nguoi|thanh vien|xa vien|suat|con|sao|thang|nam|vu|cay|bao)';
const each = new RegExp(`^(?: ?/ ?| ?(?:dong )?(?:mot|moi|1|tung) ?)${unit}(?![a-z0-9])`);
const eachBefore = new RegExp(
  `(?:moi|tung|mot) ${unit}(?: (?:gop|dong|nop|bo|bo ra|la|duoc|chiu|can|nang|tinh)){0,2} ?$`,
);

/** In the order they are reckoned in. */
export function termsOf(operation: Operation, said: string, all: readonly Term[]): Term[] {
  const used = placesIn(said).map((i) => all[i] as Term);
  if (operation === 'each')
    return used.sort((a, b) => Number(b.kind === 'money') - Number(a.kind === 'money'));
  if (operation === 'chain') {
    const signs = said.split(/#\d+#/).slice(1);
    return used.map((t, i) => (divides.test(signs[i - 1] ?? '') ? { ...t, divides: true } : t));
  }
  // "1800m" is an area where the price is of one hectare.
  const ofLand = used.some((t) => /^(?:ha|hec ta)$/.test(t.per ?? ''));
  return used.map((t) => (ofLand && isPlot(t) ? { ...t, kind: 'm2' } : t));
}
const divides = /chia|[:/÷]/;
const isPlot = ({ kind, unit, value }: Term): boolean =>
  kind === 'count' && unit === 'm' && value >= leastPlot;
const leastPlot = 100;
