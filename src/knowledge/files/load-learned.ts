// Remembers what the ranker learnt from these very files, so that a start need not learn it again; with anything changed it learns anew.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { z } from 'zod';
import { Learned, type LearnedBefore } from '../search/learned.ts';
import type { SourceFile } from './assemble.ts';

/** The newest few stay, for several versions side by side; each is a few megabytes. */
const keepFiles = 4;

const fileOf = (folder: string, key: string): string => join(folder, `learned-${key}.bin`);

export const isKept = (folder: string, sources: readonly SourceFile[]): boolean =>
  existsSync(fileOf(folder, keyOf(sources)));

export function learnedBefore(folder: string, sources: readonly SourceFile[]): LearnedBefore {
  const key = keyOf(sources);
  const file = fileOf(folder, key);
  return {
    find() {
      try {
        const read = deserialize(readFileSync(file));
        return onItsOwn(z.object({ key: z.literal(key), learned: Learned }).parse(read).learned);
      } catch {
        return undefined;
      }
    },
    /** A disk that cannot be written costs only the seconds saved. */
    keep(learned) {
      try {
        mkdirSync(folder, { recursive: true });
        const part = `${file}.${process.pid}.part`;
        writeFileSync(part, serialize({ key, learned }));
        renameSync(part, file);
        const all = readdirSync(folder)
          .filter((name) => name.startsWith('learned-'))
          .map((name) => ({ name, at: statSync(join(folder, name)).mtimeMs }))
          .sort((a, b) => b.at - a.at);
        for (const old of all.slice(keepFiles)) rmSync(join(folder, old.name), { force: true });
      } catch {
        return;
      }
    },
  };
}

/** What was read lies in one piece of memory as large as the file; the embedding, which the ranker keeps, must not hold on to all of it. */
function onItsOwn({ linear, embedding }: Learned): Learned {
  const { places, points, entries, biases } = embedding;
  return {
    linear,
    embedding: {
      ...embedding,
      places: places.slice(),
      points: points.slice(),
      entries: entries.slice(),
      biases: biases.slice(),
    },
  };
}

/** Of the knowledge and of the code that learns from it. */
function keyOf(sources: readonly SourceFile[]): string {
  const hash = createHash('sha256');
  for (const { path, text } of [...sources, ...codeFiles()]) hash.update(`${path}\0${text}\0`);
  return hash.digest('hex').slice(0, 24);
}

function codeFiles(): SourceFile[] {
  const src = join(import.meta.dirname, '../..');
  return ['knowledge', 'language'].flatMap((folder) =>
    readdirSync(join(src, folder), { recursive: true, withFileTypes: true })
      .filter((e) => e.isFile() && e.name.endsWith('.ts'))
      .map((e) => join(e.parentPath, e.name))
      .sort()
      .map((path) => ({ path: relative(src, path), text: readFileSync(path, 'utf8') })),
  );
}
