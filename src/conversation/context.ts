// What the steps of one turn share, and what each may return.
import type { Cue } from '../knowledge/schema/cue.ts';
import type { Choice, Reply } from './message.ts';
import type { Outcome } from './outcome.ts';
import type { State } from './state.ts';
import type { Happened, World } from './world.ts';

/** What was said after reading it: a choice that was tapped or typed, words, a shared contact, or the bot just opened. */
export type Heard =
  | { kind: 'choice'; id: string; text: string }
  | { kind: 'text'; text: string; cut: boolean }
  | { kind: 'contact'; phone: string; name: string | undefined }
  | { kind: 'start'; source: string | undefined }
  | { kind: 'empty' }
  | { kind: 'unsupported' };

/** As if this had been typed. */
export const asTyped = (text: string): Heard & { kind: 'text' } => ({ kind: 'text', text, cut: false });

/** `beside`: a danger that took things alone; of people a reminder stands before what is answered. `corrects`: the answer before is put right; these words of it, as they were typed, are not meant, and these lines of it were said. */
export type Context = {
  state: State;
  heard: Heard;
  world: World;
  beside?: Cue;
  corrects?: { denied: readonly string[]; said: State['shown'] };
};

/** What one way of handling a turn gives back; `finish` completes it. `keptSaid`: what is kept of the message where its words are the person's own. */
export type Draft = {
  state: State;
  replies: Reply[];
  outcome: Outcome;
  happened?: Happened[];
  cards?: string[];
  keptSaid?: string;
};

/** A way of handling a turn: `undefined` leaves it to the next way. */
export type Way = (context: Context) => Draft | undefined;

/** A turn in which words were typed. */
export type Typed = Context & { heard: Heard & { kind: 'text' } };

/** The way that only typed words go; all else is left to the next. */
export const typed =
  <Rest extends readonly unknown[]>(way: (context: Typed, ...rest: Rest) => Draft | undefined) =>
  (context: Context, ...rest: Rest): Draft | undefined => {
    const { heard } = context;
    return heard.kind === 'text' ? way({ ...context, heard }, ...rest) : undefined;
  };

export const reply = (blocks: Reply['blocks'], choices: Choice[] = [], asks?: Reply['asks']): Reply => ({
  blocks,
  choices,
  ...(asks ? { asks } : {}),
});

/** The replies with these before all that the first of them says. */
export const opening = (first: Said, replies: readonly Reply[]): Reply[] =>
  replies.map((r, i) => (i === 0 ? { ...r, blocks: [...[first].flat(), ...r.blocks] } : r));
type Said = Reply['blocks'][number] | Reply['blocks'];

/** A draft whose replies are changed. */
export const changing = (draft: Draft, change: (replies: readonly Reply[]) => Reply[]): Draft => ({
  ...draft,
  replies: change(draft.replies),
});

/** A draft that says these before all else. */
export const saying = (first: Said, draft: Draft): Draft =>
  changing(draft, (replies) => opening(first, replies));

export const line = (text: string): Reply['blocks'][number] => ({ kind: 'say', text });
