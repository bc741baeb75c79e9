// All checks of a knowledge folder in one list, each mistake with file, line and what to do.
import type { Assembled } from '../files/assemble.ts';
import type { Problem } from '../files/read-yaml.ts';
import { withDrafts } from '../with-drafts.ts';
import { checkAsks } from './asks.ts';
import { checkNumbers } from './numbers.ts';
import { checkReferences } from './references.ts';
import { reporter, whereIsIn } from './report.ts';
import { checkRings } from './rings.ts';

/**
 * `day` (YYYY-MM-DD) decides which dated amounts are looked at. Sorted by file and line. While a file cannot be read, only
 * that is told: everything that names something in it would seem wrong too.
 */
export function checkKnowledge(assembled: Assembled, day: string): Problem[] {
  const problems = [...assembled.problems];
  if (assembled.knowledge && problems.length === 0) {
    const report = reporter(assembled.written, problems);
    const knowledge = withDrafts(assembled.knowledge);
    checkReferences(knowledge, report);
    checkNumbers(knowledge, report, day);
    const whereIs = whereIsIn(assembled.written);
    checkAsks(knowledge, report, whereIs);
    checkRings(knowledge, report, whereIs);
  }
  return problems.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}
