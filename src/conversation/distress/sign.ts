// One sign, words that settle what is meant wherever they stand ("bố … đánh", "^nhà {ai} cháy", "tôi bị đánh$"), and where it stands in a text.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { type Step, stepsOf } from '../../knowledge/sign-steps.ts';
import { clean, fold, withoutSigns } from '../../language/fold.ts';
import { sumsWrittenOut, writtenOut } from '../understand/phrasing/shorthand.ts';

/** `first`, `last`: only where a clause begins or ends. */
export type Sign = { steps: readonly Step[]; first: boolean; last: boolean };

/** With its marks, and without them. */
export type Read = 'spelt' | 'plain';

/** Shorthand is written out, as it is in what it is sought in. */
export const signOf = (written: string, knowledge: Knowledge, read: Read): Sign => ({
  steps: stepsOf(writtenOut(knowledge, written), knowledge.words.sign_groups).map((step) => ({
    ...step,
    said: step.said.map((words) => spaced(read === 'plain' ? fold(words) : words)),
  })),
  first: written.startsWith('^'),
  last: written.endsWith('$'),
});

/** A text as signs are sought in it: whole, and cut into clauses, which few signs ask for. */
export type Clauses = { whole: string; each: () => readonly string[] };

/** Marks that were typed must be the sign's own: "hoc" may be "hóc", but "học" never is. */
export function reading(message: string, knowledge: Knowledge): { read: Read; text: Clauses } {
  const unmarked = spaced(clean(message).toLowerCase()) === spaced(fold(message));
  const written = writtenOut(knowledge, sumsWrittenOut(clean(message))).toLowerCase();
  return unmarked
    ? { read: 'plain', text: clausesOf(fold(written)) }
    : { read: 'spelt', text: clausesOf(written) };
}

/** Where one may begin to say "nhà tôi cháy": behind a pause, or behind "giờ", "rồi", "bot ơi"; "làm sao" and "gọi ai" begin anew. */
const pause =
  /[,.;:!?\n]+|(?<=\s(?:ơi|oi|với|voi|rồi|roi|giờ|gio|nay|hiện|hien|cả))\s|\s(?=(?:làm sao|lam sao|làm gì|lam gi|cứu|cuu|gọi|goi|báo ai|bao ai)(?!\p{L}))/u;

export const clausesOf = (text: string): Clauses => ({
  whole: spaced(text),
  each: () => text.split(pause).filter((c) => /[\p{L}\d]/u.test(c)),
});

/** Where a sign may stand: anywhere, from each clause on, up to each clause's end, or in one clause alone. */
function textsFor({ first, last }: Sign, { whole, each }: Clauses): string[] {
  if (!first && !last) return [whole];
  return each().map((_, at, all) => spaced(all.slice(first ? at : 0, last ? at + 1 : all.length).join(' ')));
}

/** The wordings of the sign that stand in the text, as signs without groups. */
export function wordingsIn(sign: Sign, clauses: Clauses): Sign[] {
  const { steps, first, last } = sign;
  const found: Sign[] = [];
  for (const text of textsFor(sign, clauses))
    for (const { said, end } of wordings(steps, text, 0, first ? 0 : undefined, false))
      if (!last || end === text.length - 1) found.push({ steps: said, first, last });
  return found;
}

type Found = { said: Step[]; end: number };

/** The steps from the `next` on. `at`: the blank where they must begin; without it that may be anywhere. */
function wordings(
  steps: readonly Step[],
  text: string,
  next: number,
  at: number | undefined,
  apart: boolean,
): Found[] {
  const step = steps[next];
  if (!step) return at === undefined ? [] : [{ said: [], end: at }];
  const mayBeApart = step.apart || apart;
  const found: Found[] = [];
  for (const words of step.said)
    for (const begin of beginnings(words, text, at, mayBeApart))
      for (const rest of wordings(steps, text, next + 1, begin + words.length - 1, false))
        found.push({
          said: [{ said: [words], optional: false, apart: mayBeApart }, ...rest.said],
          end: rest.end,
        });
  return step.optional ? [...found, ...wordings(steps, text, next + 1, at, mayBeApart)] : found;
}

/** Where these words stand: right there, or up to a few words on. */
function beginnings(words: string, text: string, at: number | undefined, apart: boolean): readonly number[] {
  if (at !== undefined && !apart) return text.startsWith(words, at) ? [at] : none;
  let begin = text.indexOf(words, at);
  if (begin < 0) return none;
  const to = at === undefined ? text.length : lastBeginning(text, at);
  const all: number[] = [];
  for (; begin >= 0 && begin <= to; begin = text.indexOf(words, begin + 1)) all.push(begin);
  return all;
}
const none: readonly number[] = [];

/** The blank behind as many words as may stand between two steps. */
function lastBeginning(text: string, at: number): number {
  let blank = at;
  for (let words = 0; words < mostBetween; words++) {
    const next = text.indexOf(' ', blank + 1);
    if (next < 0) return blank;
    blank = next;
  }
  return blank;
}
const mostBetween = 5;

const spaced = (text: string): string => ` ${withoutSigns(text)} `;
