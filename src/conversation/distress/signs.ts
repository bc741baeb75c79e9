// Finds the listed signs of distress in a message, and the line that fits what is said after it.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { onceFor } from '../../knowledge/once.ts';
import type { Cue } from '../../knowledge/schema/cue.ts';
import { fold } from '../../language/fold.ts';
import { isHappening, isOver, toldPart } from '../../language/happening.ts';
import { aTurn, remembered } from '../../language/remembered.ts';
import { writtenOut } from '../understand/phrasing/shorthand.ts';
import { type ByRarestWord, byRarestWord, wordsOf } from './by-rarest-word.ts';
import { type Clauses, clausesOf, type Read, reading, type Sign, signOf, wordingsIn } from './sign.ts';

/** Of several signs the longest says most; of equals the first listed counts. `atAnyTime`: without those of what happens now. */
export const signed = (knowledge: Knowledge, message: string, atAnyTime = false): Cue | undefined =>
  signedBy(knowledge)[atAnyTime ? 'atAnyTime' : 'now'](message);

/** A turn asks for its message more than once. */
const signedBy = onceFor((knowledge: Knowledge) => ({
  now: remembered((message) => signedIn(knowledge, message, false), aTurn),
  atAnyTime: remembered((message) => signedIn(knowledge, message, true), aTurn),
}));

function signedIn(knowledge: Knowledge, message: string, atAnyTime: boolean): Cue | undefined {
  const { read, text } = reading(message, knowledge);
  const happening = !atAnyTime && isHappening(message);
  const over = isOver(message);
  const told = toldPart(message);
  const real = told === message ? text : reading(told, knowledge).text;
  const looked = signs(knowledge)[read];
  return looked(text)
    .filter(({ cue, now }) => !now || (happening && !(over && cue.takes_things)))
    .flatMap((listed) =>
      wordingsIn(listed.sign, listed.cue.not_supposed ? real : text)
        .filter((wording) => read === 'spelt' || !isAlsoAsked(knowledge)(wording, listed.spelt))
        .map((wording) => ({ ...listed, length: spokenAs(wording).length })),
    )
    .sort((a, b) => b.length - a.length || a.rank - b.rank)[0]?.cue;
}

const spokenAs = ({ steps }: Sign): string => steps.flatMap((step) => step.said).join('');

/** `spelt`: the same sign with its marks; `now`: only in what is told as happening; `rank`: its place among all signs. */
type Listed = { sign: Sign; spelt: Sign; cue: Cue; now: boolean; rank: number };

/** Without marks one short syllable could be anything: signs of one word count only with theirs. */
const signs = onceFor((knowledge: Knowledge): Record<Read, ByRarestWord<Listed>> => {
  const { cues } = knowledge;
  const all = [...cues.values()]
    .filter((cue) => cue.outcome === 'urgent')
    .flatMap((cue) => [
      ...cue.signs.map((written) => ({ cue, written, now: false })),
      ...cue.signs_now.map((written) => ({ cue, written, now: true })),
    ]);
  const read = (how: Read): Listed[] =>
    all
      .filter(({ written }) => how === 'spelt' || written.includes(' '))
      .map(({ written, ...of }, rank) => {
        const spelt = signOf(written, knowledge, 'spelt');
        return { ...of, rank, spelt, sign: how === 'spelt' ? spelt : signOf(written, knowledge, how) };
      });
  return {
    spelt: byRarestWord(knowledge, read('spelt')),
    plain: byRarestWord(knowledge, read('plain')),
  };
});

/**
 * Whether a wording without marks stands in a card's own ways of asking as other words: "tu van" is far oftener "tư
 * vấn" than "tự vẫn". Where the marks that were typed make it the sign itself, the card only asks about that danger.
 */
const isAlsoAsked = onceFor((knowledge: Knowledge) => {
  const asks = [...knowledge.cards.values()].flatMap((c) => [c.title, ...c.asks]);
  const asked = textsHolding(asks.map((ask) => writtenOut(knowledge, ask).toLowerCase()));
  const known = new Map<string, boolean>();
  return (wording: Sign, spelt: Sign): boolean => {
    const key = `${spokenAs(wording)}|${spokenAs(spelt)}`;
    const found =
      known.get(key) ??
      asked(spokenAs(wording)).some(
        ({ plain, typed }) => wordingsIn(wording, plain).length > 0 && wordingsIn(spelt, typed).length === 0,
      );
    known.set(key, found);
    return found;
  };
});

type Asked = { plain: Clauses; typed: Clauses };

/** Looks up which of `texts` hold, without marks, the rarest word of what is sought: few of them, so that each may be read. */
function textsHolding(texts: readonly string[]): (sought: string) => readonly Asked[] {
  const holding = new Map<string, string[]>();
  for (const text of texts)
    for (const word of new Set(wordsOf(fold(text))))
      holding.get(word)?.push(text) ?? holding.set(word, [text]);
  return (sought) =>
    sought
      .trim()
      .split(/ +/)
      .map((word) => holding.get(word) ?? [])
      .reduce((least, next) => (next.length < least.length ? next : least))
      .map((text) => ({ plain: clausesOf(fold(text)), typed: clausesOf(text) }));
}

/** The line for what is often said after this distress: "114 không nghe máy", "thế tôi không chuyển nữa". */
export function fittingLine(knowledge: Knowledge, cue: Cue, message: string): string | undefined {
  const { read, text } = reading(message, knowledge);
  const fits = (sign: Sign): boolean => wordingsIn(sign, text).length > 0;
  return following(knowledge)(cue).find((next) => next.signs[read].some(fits))?.say;
}

const following = onceFor((knowledge: Knowledge) =>
  onceFor((cue: Cue) =>
    cue.follows.map(({ say, signs }) => {
      const read = (how: Read): Sign[] => signs.map((written) => signOf(written, knowledge, how));
      return { say, signs: { spelt: read('spelt'), plain: read('plain') } };
    }),
  ),
);
