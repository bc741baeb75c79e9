// One sign, words that settle what is meant wherever they stand ("bố … đánh", "^nhà {ai} cháy", "tôi bị đánh$"), and where it stands in a text.
import { type SignGroup, type Step, stepsOf } from '../../knowledge/sign-steps.ts';
import { clean, fold } from '../../language/fold.ts';

/** `first`, `last`: only where a clause begins or ends. */
export type Sign = { steps: readonly Step[]; first: boolean; last: boolean };

/** With its marks, and without them. */
export type Read = 'spelt' | 'plain';

export const signOf = (written: string, groups: readonly SignGroup[], read: Read): Sign => ({
  steps: stepsOf(written, groups).map((step) => ({
    ...step,
    said: step.said.map((words) => spaced(read === 'plain' ? fold(words) : words)),
  })),
  first: written.startsWith('^'),
  last: written.endsWith('$'),
});

/** A text as signs are sought in it: whole, from each clause on, up to each clause's end, and each clause alone. */
export type Clauses = { whole: string; from: string[]; upTo: string[]; alone: string[] };

/** Marks that were typed must be the sign's own: "hoc" may be "hóc", but "học" never is. */
export function reading(message: string): { read: Read; text: Clauses } {
  const typed = clean(message).toLowerCase();
  const bare = fold(message);
  return spaced(typed) === spaced(bare)
    ? { read: 'plain', text: clausesOf(bare) }
    : { read: 'spelt', text: clausesOf(typed) };
}

/** Where one may begin to say "nhà tôi cháy": behind a pause, or behind "giờ", "rồi", "bot ơi"; "làm sao" and "gọi ai" begin anew. */
const pause =
  /[,.;:!?\n]+|(?<=\s(?:ơi|oi|với|voi|rồi|roi|giờ|gio|nay|hiện|hien|cả))\s|\s(?=(?:làm sao|lam sao|làm gì|lam gi|cứu|cuu|gọi|goi|báo ai|bao ai)(?!\p{L}))/u;

export function clausesOf(text: string): Clauses {
  const clauses = text.split(pause).filter((c) => /[\p{L}\d]/u.test(c));
  const part = (from: number, to: number): string => spaced(clauses.slice(from, to).join(' '));
  return {
    whole: spaced(text),
    from: clauses.map((_, i) => part(i, clauses.length)),
    upTo: clauses.map((_, i) => part(0, i + 1)),
    alone: clauses.map((_, i) => part(i, i + 1)),
  };
}

/** The wordings of the sign that stand in the text, as signs without groups. */
export function wordingsIn({ steps, first, last }: Sign, { whole, from, upTo, alone }: Clauses): Sign[] {
  const texts = first && last ? alone : first ? from : last ? upTo : [whole];
  return texts.flatMap((text) =>
    wordings(steps, text, first ? 0 : undefined)
      .filter(({ end }) => !last || end === text.length - 1)
      .map((found) => ({ steps: found.steps, first, last })),
  );
}

type Found = { steps: Step[]; end: number };

/** `at`: the blank where the first step must begin; without it that may be anywhere. */
function wordings([step, ...rest]: readonly Step[], text: string, at?: number, apart = false): Found[] {
  if (!step) return at === undefined ? [] : [{ steps: [], end: at }];
  const mayBeApart = step.apart || apart;
  const here = beginnings(text, at, mayBeApart).flatMap((begin) =>
    step.said
      .filter((words) => text.startsWith(words, begin))
      .flatMap((words) =>
        wordings(rest, text, begin + words.length - 1).map((found) => ({
          steps: [{ said: [words], optional: false, apart: mayBeApart }, ...found.steps],
          end: found.end,
        })),
      ),
  );
  return step.optional ? [...here, ...wordings(rest, text, at, mayBeApart)] : here;
}

/** The blanks from which the next words may stand: right there, or up to a few words on. */
function beginnings(text: string, at: number | undefined, apart: boolean): number[] {
  if (at !== undefined && !apart) return [at];
  const blanks: number[] = [];
  const most = at === undefined ? Number.POSITIVE_INFINITY : mostBetween;
  for (let i = at ?? 0; i >= 0 && i < text.length - 1 && blanks.length <= most; i = text.indexOf(' ', i + 1))
    blanks.push(i);
  return blanks;
}
const mostBetween = 5;

const spaced = (text: string): string => ` ${text.replace(/[^\p{L}\d]+/gu, ' ').trim()} `;
