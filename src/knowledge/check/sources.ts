// Compares the clauses with what they were taken from: a quote is never invented, and only what was verified is published.
import { plainWords } from '../../language/fold.ts';
import { type Fact, isPublishable } from '../coverage.ts';
import { figuresIn, figuresOf, type Units, unitsOf } from '../figures.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Provision } from '../schema/provision.ts';
import type { Report } from './report.ts';

export type SourceTexts = {
  /** The table of facts, when it is at hand. */
  facts: readonly Fact[] | undefined;
  /** A text that clauses name under `text:`, when it is at hand. */
  text: (name: string) => string | undefined;
};

/** Reports every clause that differs; returns how many could be compared and how many could not. */
export function checkSources(
  k: Knowledge,
  { facts, text }: SourceTexts,
  report: Report,
): { compared: number; notCompared: number } {
  const byId = new Map((facts ?? []).map((f) => [f.id, f]));
  const units = unitsOf(k.words.units);
  let compared = 0;
  const all = [...k.provisions.values()];
  for (const p of all) {
    const source = p.text === undefined ? facts && sourceOf(p, byId) : text(p.text);
    if (source === undefined) continue;
    compared++;
    if (p.text === undefined) checkFacts(p, byId, report);
    if (p.summary) checkFigures(p, source, units, report);
    else if (!standsIn(p.words, source))
      report(
        'provision',
        p.id,
        ['words'],
        'câu chữ không giống nguồn; chép lại đúng, hoặc ghi summary: true nếu là tóm tắt',
      );
  }
  return { compared, notCompared: all.length - compared };
}

const sourceOf = (p: Provision, byId: ReadonlyMap<string, Fact>): string =>
  p.facts
    .flatMap((id) => byId.get(id) ?? [])
    .map((f) => [f.quote, f.statement, f.article, f.note].join('\n'))
    .join('\n');

function checkFacts(p: Provision, byId: ReadonlyMap<string, Fact>, report: Report): void {
  p.facts.forEach((id, i) => {
    const fact = byId.get(id);
    if (!fact) report('provision', p.id, ['facts', i], `không có dữ kiện “${id}”; xem lại mã`);
    else if (!isPublishable(fact))
      report(
        'provision',
        p.id,
        ['facts', i],
        `dữ kiện “${id}” chưa được kiểm chứng, không được đăng; bỏ điều khoản này`,
      );
  });
  const weakest = p.facts.some((id) => byId.get(id)?.confidence === 'verified') ? 'verified' : 'two-sources';
  if (p.confidence === 'two-sources' && weakest === 'verified')
    report('provision', p.id, ['confidence'], 'dữ kiện chỉ đọc ở một nguồn; ghi confidence: verified');
}

/** Every part between the marks of omission stands word for word in the source. */
function standsIn(words: string, source: string): boolean {
  const plain = (text: string): string => ` ${plainWords(text)} `;
  const whole = plain(source);
  return words.split(/…|\.\.\.|\[[^\]]*\]/).every((part) => whole.includes(plain(part).trim()));
}

/** A summary is in our own words; its figures are not. */
function checkFigures(p: Provision, source: string, units: Units, report: Report): void {
  const has = new Set(figuresIn(source, units).map((f) => f.value));
  for (const f of figuresOf(p, units)) {
    if (!has.has(f.value))
      report('provision', p.id, ['words'], `con số “${f.text}” không có trong dữ kiện; sửa lại theo nguồn`);
  }
}
