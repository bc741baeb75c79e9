// Interest at the rate a person tells: "vay 100 triệu lãi 6%/năm thì một năm trả lãi bao nhiêu"; where the rate's month or year is not told it is none.
import { foldInPlace } from '../fold.ts';
import { howMany } from '../question-words.ts';
import { restOf } from './besides.ts';
import { isOfTime, reckon, type Sum, type Term } from './reckon.ts';
import { placesIn, type Written } from './template.ts';

export function interestIn({ text, terms, template }: Written): Sum | undefined {
  if (!lends.test(template) || !interest.test(template) || otherwise.test(template) || paysBack.test(text))
    return undefined;
  const rates = terms.filter((t) => t.kind === 'percent');
  const [whole, claim, ...moreMoney] = terms.filter((t) => t.kind === 'money' && !t.per);
  const [rate, ...moreRates] = rates;
  if (!whole || !rate || moreRates.length > 0 || moreMoney.length > 0) return undefined;
  const basis = basisOf(template, terms, rate);
  if (!basis) return undefined;
  const time = timeOf(terms, basis);
  const others = terms.filter((t) => ![whole, claim, rate, basis.term].includes(t) && !isSpan(t));
  if (!time || others.length > 0) return undefined;
  if (claim ? !claimed.test(template) : !asked.test(template)) return undefined;
  const sum = reckon('interest', [whole, { ...rate, per: basis.per, perSaid: said[basis.per] }, time], claim);
  const last = Math.max(...terms.map((t) => t.end));
  return sum && { ...sum, rest: restOf([], text, last) };
}

type Span = 'nam' | 'thang';
/** `behind`: what stands behind it. */
type Basis = { per: Span; term?: Term; behind: string };
const said: Readonly<Record<Span, string>> = { nam: 'năm', thang: 'tháng' };

/** "6%/năm", "6% một năm", "0,5% tháng". */
function basisOf(template: string, terms: readonly Term[], rate: Term): Basis | undefined {
  const behind = template.slice(template.indexOf(`#${terms.indexOf(rate)}#`)).replace(/^#\d+#/, '');
  const named = /^ *(?:\/|moi|mot|tren|tung|hang)? *(nam|thang)(?![a-z])/.exec(behind);
  if (named?.[1] === 'nam' || named?.[1] === 'thang')
    return { per: named[1], behind: behind.slice(named[0].length) };
  const at = /^ *(?:\/|tren|trong)? *(#\d+#)/.exec(behind);
  const term = at ? terms[placesIn(at[0])[0] ?? -1] : undefined;
  const unit = foldInPlace(term?.unit ?? '');
  return at && term?.value === 1 && (unit === 'nam' || unit === 'thang')
    ? { per: unit, term, behind: behind.slice(at[0].length) }
    : undefined;
}

const isSpan = (t: Term): boolean => isOfTime(t) && /^(?:nam|thang)$/.test(foldInPlace(t.unit));

/** What each month or year takes, where that is asked; else the one time that is told, or one of what the rate is for. */
function timeOf(terms: readonly Term[], { per, term, behind }: Basis): Term | undefined {
  const once = (span: Span): Term => ({
    kind: 'count',
    value: 1,
    unit: said[span],
    by: 1,
    start: 0,
    end: 0,
  });
  const each = /\b(?:moi|hang|tung|mot) (nam|thang)\b(?!.*#)/.exec(behind)?.[1];
  if (each === 'nam' || each === 'thang') return once(each);
  const times = terms.filter((t) => isSpan(t) && t !== term);
  const [time, last, ...more] = times;
  if (!time) return once(per);
  if (!last) return time;
  return more.length === 0 && last.value === 1 ? last : undefined;
}

const lends = /\b(?:vay|muon|no|gui)\b/;
const interest = /\blai(?: suat)?\b/;
/** What is overdue, paid off bit by bit or with the loan itself is counted in other ways. */
const otherwise =
  /\b(?:qua han|phat|tra gop|du no|giam dan|lai kep|lai me|lai con|goc|ho tro|uu dai|chenh lech|bu lai)\b/;
/** Marked, "trả lại" gives back the whole. */
const paysBack = /trả lại/iu;
const asked = new RegExp(`\\b(?:${howMany})\\b|\\btinh (?:ho|giup|xem|cho)\\b`);
const claimed = /(?:la|lai|bang|=|het|mat|ra|tra|duoc) #\d+#[^#]*\b(?:dung|phai|a|ha|nhi)\b/;
