// The clauses against what they were taken from (FACTS_FILE, SEED_DIR): a quote is never invented, nothing verified is forgotten.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { reporter } from '../../src/knowledge/check/report.ts';
import { checkSources } from '../../src/knowledge/check/sources.ts';
import { coverageOf, Fact, reasonsIn } from '../../src/knowledge/coverage.ts';
import type { Problem } from '../../src/knowledge/files/read-yaml.ts';
import { packs, real } from '../support/packs.ts';

const { knowledge } = real;
const file = process.env.FACTS_FILE;
const facts =
  file && existsSync(file) ? z.array(Fact).parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
const seed = process.env.SEED_DIR;
const seedText = (name: string): string | undefined =>
  seed && existsSync(join(seed, name)) ? readFileSync(join(seed, name), 'utf8') : undefined;
const reasons = reasonsIn(readFileSync(join(import.meta.dirname, '../../knowledge/KHONG-DUNG.md'), 'utf8'));

function compare(
  all: readonly Fact[] | undefined,
  text: (name: string) => string | undefined,
): { said: string[]; compared: number } {
  const problems: Problem[] = [];
  const { compared } = checkSources(
    knowledge,
    { facts: all, text },
    reporter(real.assembled.written, problems),
  );
  return { said: problems.map((p) => `${p.file}:${p.line}: ${p.message}`), compared };
}

if (facts)
  describe('against facts.json', () => {
    test('every clause stands in its facts, and they may be published', () => {
      const { said, compared } = compare(facts, seedText);
      expect(said).toEqual([]);
      console.log(`${compared} of ${knowledge.provisions.size} clauses compared with their source`);
    });
    test('a word changed in a quote is seen, and a figure in a summary', () => {
      const wrong = facts.map((f) => ({
        ...f,
        quote: f.quote?.replaceAll('thành viên', 'hội viên'),
        statement: f.statement.replaceAll('thành viên', 'hội viên').replaceAll('05', '06'),
      }));
      const { said } = compare(wrong, seedText);
      expect(said.filter((s) => s.includes('câu chữ không giống nguồn')).length).toBeGreaterThan(10);
      expect(said.some((s) => s.includes('con số “05” không có trong dữ kiện'))).toBe(true);
    });
    test('no fact is forgotten and no reason is stale', () => {
      const { used, setAside, forgotten, stale } = coverageOf(knowledge, facts, reasons);
      expect(forgotten.map((f) => f.id)).toEqual([]);
      expect(stale).toEqual([]);
      console.log(`facts used ${used.length}, set aside ${setAside.length}, forgotten 0`);
    });
  });
else test.skip('CLAUSES WERE NOT COMPARED WITH FACTS: set FACTS_FILE to facts.json');

if (seed)
  test('the clauses of the plan stand in its text', () => {
    const { said, compared } = compare(undefined, seedText);
    expect(said).toEqual([]);
    expect(compared).toBe([...knowledge.provisions.values()].filter((p) => p.text).length);
  });
else test.skip('CLAUSES WERE NOT COMPARED WITH THE PLAN: set SEED_DIR to the folder of its text');

test('a text at hand is compared without any facts', () => {
  const clauses = [...knowledge.provisions.values()].filter((p) => p.text);
  const { said, compared } = compare(undefined, () => 'không có gì ở đây');
  expect(compared).toBe(clauses.length);
  expect(said.length).toBeGreaterThanOrEqual(clauses.filter((p) => !p.summary).length);
});

describe.each(packs)('what readers are shown of sources in $name', ({ sources }) => {
  test('no address stands anywhere in the files, so no unofficial copy can be linked', () => {
    const linked = sources.flatMap((f) =>
      [...f.text.matchAll(/https?:\/\/\S+|\b\d{1,3}(?:\.\d{1,3}){3}\b/g)].map((m) => `${f.path}: ${m[0]}`),
    );
    expect(linked.filter((l) => !/^\S+: https:\/\/[^/]*\.(?:gov|chinhphu|quochoi)\.vn\b/.test(l))).toEqual(
      [],
    );
  });
});

test('reasons are read line by line', () => {
  expect(reasonsIn('# x\n- `A-1`: vì thế\n- khác\n')).toEqual(new Map([['A-1', 'vì thế']]));
});
