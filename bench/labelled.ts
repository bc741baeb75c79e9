// The labelled messages of test/questions, split by card into a part to tune on and a third that is only reported.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { keyOf } from '../src/knowledge/search/random.ts';

const Line = z
  .strictObject({
    q: z.string().optional(),
    dialog: z.array(z.string()).min(2).optional(),
    want: z.array(z.string()),
    kind: z.string(),
    outcome: z.string().optional(),
  })
  .refine((l) => (l.q === undefined) !== (l.dialog === undefined), 'either q or dialog');
/** A whole talk, each turn with what answers it: cards, or how it should end ("none": nothing that is known). */
const Talk = z.strictObject({
  talk: z
    .array(
      z.strictObject({
        say: z.string(),
        want: z.array(z.string()),
        outcome: z.string().optional(),
        /** Not judged: it only leads on. */
        skip: z.literal(true).optional(),
      }),
    )
    .min(1),
});
type Told = z.infer<typeof Line> & {
  /** In a whole talk, the cards that answered before, as labelled, the last one first. */
  before?: string[];
};
export type Labelled = Told & { file: string; line: number; part: 'tuning' | 'aside' };

const folder = join(import.meta.dirname, '../test/questions');
/** All that these wrote is set aside: a writer, every second talk of some who tried the bot, and the 131 talks held on the fly with two versions side by side. */
const setAside = new Set([
  'writer-e.jsonl',
  'talks-ab.jsonl',
  'talks-ad.jsonl',
  'talks-af.jsonl',
  'talks-ah.jsonl',
]);
/** Read and talked about while the bot was mended, so nothing of it is set aside. */
const known = new Set([
  'talks-t.jsonl',
  'talks-y.jsonl',
  'talks-z.jsonl',
  'talks-aa.jsonl',
  'talks-ac.jsonl',
  'talks-ae.jsonl',
  'talks-ag.jsonl',
  'talks-ai.jsonl',
]);

/** Every labelled message. Set aside are all messages of every third card, whoever wrote them, and one writer whole. */
export function labelled(): Labelled[] {
  return readdirSync(folder)
    .filter((f) => f.endsWith('.jsonl'))
    .sort()
    .flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .map((text, i) => ({ text, line: i + 1 }))
        .filter(({ text }) => text.trim() !== '')
        .flatMap(({ text, line }) =>
          read(file, line, JSON.parse(text)).map((told): Labelled => {
            const key = told.want[0] ?? told.q ?? told.dialog?.join(' ') ?? '';
            const aside = !known.has(file) && (setAside.has(file) || keyOf(key) % 3 === 0);
            return { ...told, file, line, part: aside ? 'aside' : 'tuning' };
          }),
        ),
    );
}

function read(file: string, line: number, json: unknown): Told[] {
  const shape = file.startsWith('talks-') ? Talk.transform(turnsOf) : Line.transform((told) => [told]);
  const result = shape.safeParse(json);
  if (!result.success) throw new Error(`${file}:${line}: ${result.error.issues[0]?.message}`);
  return result.data;
}

/** Each turn with all that was said before it. */
function turnsOf({ talk }: z.infer<typeof Talk>): Told[] {
  return talk.flatMap(({ say, want, outcome, skip }, i) => {
    if (skip) return [];
    const kind = want.length === 0 ? 'talk other' : i === 0 ? 'talk opens' : 'talk goes on';
    const before = talk
      .slice(0, i)
      .flatMap((t) => t.want[0] ?? [])
      .reverse();
    const said = talk.slice(0, i + 1).map((t) => t.say);
    return [
      {
        ...(i === 0 ? { q: say } : { dialog: said }),
        want,
        kind,
        ...(outcome ? { outcome: outcome === 'none' ? 'no_answer|choose|off_topic' : outcome } : {}),
        ...(before.length > 0 ? { before } : {}),
      },
    ];
  });
}
