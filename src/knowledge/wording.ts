// The bot's own sentences: every key the program says, read from wording.yaml; $(name) marks are filled in.
import { z } from 'zod';
import { dayKeys } from './wording/days.ts';
import { feelingKeys } from './wording/feelings.ts';
import { formAsideKeys } from './wording/form-asides.ts';
import { formEndKeys } from './wording/form-ends.ts';
import { formStepKeys } from './wording/form-steps.ts';
import { inForceKeys } from './wording/in-force.ts';
import { labelKeys } from './wording/labels.ts';
import { limitKeys } from './wording/limits.ts';
import { lossKeys } from './wording/loss.ts';
import { myDataKeys } from './wording/my-data.ts';
import { sourceKeys } from './wording/sources.ts';
import { staffKeys } from './wording/staff.ts';
import { sumKeys } from './wording/sums.ts';
import { talkKeys } from './wording/talk.ts';
import { toldKeys } from './wording/told.ts';
import { unsureKeys } from './wording/unsure.ts';

const sentence = z.string().trim().min(1);

/** A new key is written in knowledge/wording.yaml and in test/pack/wording.yaml; `npm run check` looks at both. */
export const wordingKeys = [
  ...talkKeys,
  ...feelingKeys,
  ...inForceKeys,
  ...sourceKeys,
  ...unsureKeys,
  ...toldKeys,
  ...lossKeys,
  ...sumKeys,
  ...limitKeys,
  ...dayKeys,
  ...staffKeys,
  ...formStepKeys,
  ...formAsideKeys,
  ...formEndKeys,
  ...myDataKeys,
  ...labelKeys,
] as const;
export type WordingKey = (typeof wordingKeys)[number];

const shape = Object.fromEntries(wordingKeys.map((key) => [key, sentence])) as Record<
  WordingKey,
  typeof sentence
>;
export const Wording = z.strictObject({ version: sentence, ...shape });
export type Wording = z.infer<typeof Wording>;

/** The sentence of `key` with its $(name) marks filled. A mark without a value is a fault of ours, so it throws. */
export function say(wording: Wording, key: WordingKey, values: Record<string, string | number> = {}): string {
  return fill(wording[key], values);
}

export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\$\(([a-z_]+)\)/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`wording: no value for $(${name})`);
    return String(value);
  });
}
