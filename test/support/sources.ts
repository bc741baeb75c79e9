// The curators' files as texts that a test may change: one edit, then the check.
import { join } from 'node:path';
import { checkKnowledge } from '../../src/knowledge/check/index.ts';
import { assemble, type SourceFile } from '../../src/knowledge/files/assemble.ts';
import { readSources } from '../../src/knowledge/files/load.ts';
import type { Problem } from '../../src/knowledge/files/read-yaml.ts';

export const sources: readonly SourceFile[] = readSources(join(import.meta.dirname, '../../knowledge'));
export const day = '2026-11-23';

export type Edit =
  | { file: string; find: string | RegExp; put: string }
  | { file: string; add: string }
  | { file: string; remove: true };

/** The files with one edit; throws when the edit changes nothing. */
export function edited(edit: Edit): SourceFile[] {
  if ('remove' in edit) return sources.filter((f) => f.path !== edit.file);
  const old = sources.find((f) => f.path === edit.file);
  if ('add' in edit) {
    if (!old) return [...sources, { path: edit.file, text: edit.add }];
    return sources.map((f) => (f === old ? { ...f, text: `${f.text}\n${edit.add}` } : f));
  }
  const text = old?.text.replace(edit.find, edit.put);
  if (!old || text === undefined || text === old.text)
    throw new Error(`the edit of ${edit.file} changes nothing`);
  return sources.map((f) => (f === old ? { ...f, text } : f));
}

export const problemsOf = (files: readonly SourceFile[]): Problem[] => checkKnowledge(assemble(files), day);
