// Takes people's own names and numbers out of what is kept of a talk: each stands there as [tên] or [số].
import { isFullName } from '../../language/family-names.ts';
import { foldInPlace } from '../../language/fold.ts';
import { introducedNames } from '../../language/introduced-names.ts';
import { maskNumbers, sayPhone } from '../../language/phones.ts';
import type { LeadDetails } from '../../leads/lead.ts';
import type { Context } from '../context.ts';
import type { Reply } from '../message.ts';
import type { State } from '../state.ts';
import type { Happened } from '../world.ts';

export const hiddenName = '[tên]';
export const hiddenNumber = '[số]';

/** Names and numbers that a turn may say back. `told`: those of its names that were told in it. */
export type Own = {
  names: readonly string[];
  told: readonly string[];
  phones: readonly string[];
  /** A form or one's own data is open: a full name is meant as one, wherever it stands. */
  open: boolean;
};

/** What the forms hold before and behind the turn, and what was sent. A name of one syllable may be any word ("An", "Hoa"): it counts only while a form or one's own data is open. */
export function ownOf(
  { state, world }: Pick<Context, 'state' | 'world'>,
  next: State,
  happened: readonly Happened[] = [],
): Own {
  const before = [...formsOf(state), ...world.ownLeads];
  const sent = happened.flatMap((h) =>
    h.kind === 'lead-created' || h.kind === 'lead-updated' ? [h.details] : [],
  );
  const held = [...before, ...formsOf(next), ...sent];
  const open = state.flow !== undefined || next.flow !== undefined;
  const names = unique(held.flatMap(({ name, note = '' }) => [name, ...fullNames(note)])).filter(
    (name) => open || name.includes(' '),
  );
  return {
    names: names.toSorted((a, b) => b.length - a.length),
    told: names.filter((name) => before.every((d) => d.name !== name)),
    phones: unique(held.map(({ phone }) => phone)),
    open,
  };
}

type Details = Pick<LeadDetails, 'name' | 'phone' | 'note'>;
const formsOf = ({ flow, paused }: State): Partial<Details>[] =>
  [flow, paused].flatMap((f) => (f?.flow === 'register' ? [f.draft, f.was ?? {}] : []));
const unique = (all: readonly (string | undefined)[]): string[] => [...new Set(all.flatMap((v) => v || []))];

/** What was said before there is consent, without names that are told anywhere in it, or numbers. */
export const withoutNames = (text: string): string =>
  saidWithoutOwn(text, { names: [], told: [], phones: [], open: false });

/** What a person typed, without their own, names told anywhere in it, and anybody's number. */
export function saidWithoutOwn(message: string, own: Own): string {
  const text = message.normalize('NFC');
  const named = [...introducedNames(text), ...(own.open ? fullNames(text) : [])];
  const told = named.reduce((rest, name) => withoutName(rest, name, true), text);
  return maskNumbers(own.names.reduce((rest, n) => withoutName(rest, n, own.told.includes(n)), told));
}

const fullNames = (text: string): string[] => (text.match(capitalised) ?? []).filter(isFullName);
const capitalised = /(?<!\p{L})\p{Lu}[\p{L}\p{M}']*(?: \p{Lu}[\p{L}\p{M}']*){2,5}/gu;

/** What they were shown, without their own: the numbers of offices stay. */
export const shownWithoutOwn = (replies: readonly Reply[], own: Own): Reply[] =>
  replies.map((reply) => ({
    ...reply,
    blocks: reply.blocks.map((block) => ({ ...block, text: without(block.text, own) })),
    choices: reply.choices.map((choice) => ({ ...choice, label: without(choice.label, own) })),
  }));

const without = (text: string, { names, phones }: Own): string =>
  phones.reduce(
    (rest, phone) => rest.replaceAll(sayPhone(phone), hiddenNumber).replaceAll(phone, hiddenNumber),
    names.reduce((rest, name) => withoutName(rest, name, false), text),
  );

/** As whole words; of several syllables also in small letters and without marks. A single one in its own marks, and in small letters only where it was `told` just now. */
function withoutName(text: string, name: string, told: boolean): string {
  if (name.includes(' ')) {
    const flat = foldInPlace(text);
    const found = [...flat.matchAll(wholeWords(foldInPlace(name), 'giu'))];
    return found.reduceRight(
      (rest, { 0: run, index }) => rest.slice(0, index) + hiddenName + rest.slice(index + run.length),
      text,
    );
  }
  return text.replace(wholeWords(name, told ? 'giu' : 'gu'), hiddenName);
}

const wholeWords = (words: string, flags: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{M}\\[])${words.split(/\s+/).map(escaped).join('\\s+')}(?![\\p{L}\\p{M}])`,
    flags,
  );
/** An apostrophe ("H'Mai") may not stand escaped. */
const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
