// The labelled questions of test/questions, split by card into a part to tune on and a third that is only reported.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Line = z
  .strictObject({
    q: z.string().optional(),
    dialog: z.array(z.string()).min(2).optional(),
    want: z.array(z.string()),
    kind: z.string(),
    outcome: z.string().optional(),
  })
  .refine((l) => (l.q === undefined) !== (l.dialog === undefined), 'either q or dialog');
export type Labelled = z.infer<typeof Line> & { file: string; line: number; part: 'tuning' | 'aside' };

const folder = join(import.meta.dirname, '../test/questions');

/** All that this writer wrote is set aside. */
const setAside = 'writer-e.jsonl';

/** Every labelled message. Set aside are all questions of every third card, whoever wrote them, and one writer whole. */
export function labelled(): Labelled[] {
  return readdirSync(folder)
    .filter((f) => f.endsWith('.jsonl'))
    .sort()
    .flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .map((text, i) => ({ text, line: i + 1 }))
        .filter(({ text }) => text.trim() !== '')
        .map(({ text, line }) => {
          const read = Line.safeParse(JSON.parse(text));
          if (!read.success) throw new Error(`${file}:${line}: ${read.error.issues[0]?.message}`);
          const key = read.data.want[0] ?? read.data.q ?? read.data.dialog?.join(' ') ?? '';
          const aside = file === setAside || hash(key) % 3 === 0;
          return { ...read.data, file, line, part: aside ? 'aside' : 'tuning' } as const;
        }),
    );
}

function hash(text: string): number {
  let h = 2166136261;
  for (const c of text) h = Math.imul(h ^ (c.codePointAt(0) ?? 0), 16777619) >>> 0;
  return h;
}
