// The clauses against the facts they were taken from (FACTS_FILE): a quote is never invented, nothing verified is forgotten.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { coverageOf, Fact, reasonsIn } from '../../src/knowledge/coverage.ts';
import { syllables } from '../../src/language/fold.ts';
import { knowledge } from '../support/knowledge.ts';

const file = process.env.FACTS_FILE;
const facts =
  file && existsSync(file) ? z.array(Fact).parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
const reasons = reasonsIn(readFileSync(join(import.meta.dirname, '../../knowledge/KHONG-DUNG.md'), 'utf8'));

if (facts) describe('against facts.json', () => compare(facts));
else test.skip('CLAUSES WERE NOT COMPARED WITH FACTS: set FACTS_FILE to facts.json');

function compare(all: readonly Fact[]): void {
  const byId = new Map(all.map((f) => [f.id, f]));
  const words = (text: string): string => ` ${syllables(text).join(' ')} `;

  test('every clause names facts that exist and may be published', () => {
    const wrong = [...knowledge.provisions.values()].flatMap((p) =>
      p.facts
        .filter((id) => !['verified', 'two-sources'].includes(byId.get(id)?.confidence ?? ''))
        .map((id) => `${p.id}: ${id}`),
    );
    expect(wrong).toEqual([]);
  });

  test('a clause that is not marked a summary stands word for word in its fact', () => {
    const invented = [...knowledge.provisions.values()]
      .filter((p) => !p.summary && !p.text)
      .filter((p) => {
        const source = words(
          p.facts.map((id) => `${byId.get(id)?.quote ?? ''} ${byId.get(id)?.statement ?? ''}`).join(' '),
        );
        return !p.words.split(/…|\.\.\.|\[[^\]]*\]/).every((part) => source.includes(words(part).trim()));
      })
      .map((p) => p.id);
    expect(invented).toEqual([]);
  });

  test('no fact is forgotten and no reason is stale', () => {
    const { used, setAside, forgotten, stale } = coverageOf(knowledge, all, reasons);
    expect(forgotten.map((f) => f.id)).toEqual([]);
    expect(stale).toEqual([]);
    console.log(`facts used ${used.length}, set aside ${setAside.length}, forgotten 0`);
  });
}

test('reasons are read line by line', () => {
  expect(reasonsIn('# x\n- `A-1`: vì thế\n- khác\n')).toEqual(new Map([['A-1', 'vì thế']]));
});
