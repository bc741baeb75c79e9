// Reads a knowledge folder from disk into a Knowledge, or into the list of every mistake found.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Assembled, assemble, type SourceFile } from './assemble.ts';
import { isKept, learnedBefore } from './load-learned.ts';

/** What a curator meant as a file of the pack: .yml and .YAML too, so that they are told of rather than passed over. */
const meant = /\.ya?ml(?:\.txt)?$/i;

/** All .yaml files below `folder`, sorted by path, paths relative to it with "/". */
export function readSources(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && meant.test(e.name))
    .map((e) => join(e.parentPath, e.name))
    .map((path) => ({ path: relative(folder, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** With a folder for it, what the ranker learns is kept there for the next start. */
export function loadKnowledge(folder: string, cache?: string): Assembled {
  const sources = readSources(folder);
  return assemble(sources, cache === undefined ? undefined : learnedBefore(cache, sources));
}

/** Whether what the ranker learns from this folder is kept in that one. */
export const isLearnt = (folder: string, cache: string): boolean => isKept(cache, readSources(folder));
