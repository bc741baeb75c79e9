// The signs by which a line of an answer is seen to be the one asked for: the words and meanings it shares with the message, the cards that both make one think of, and what it tells.
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { onceFor } from '../../../knowledge/once.ts';
import { linesOf } from '../../../knowledge/said.ts';
import type { Card } from '../../../knowledge/schema/card.ts';
import { lineTellings, type Telling, tellsAsked } from '../follow-up/tells.ts';
import { namedIn } from '../named.ts';
import { likenessesOf, type Measure, measures, type Read, read, shareOf } from './likeness.ts';

const behind = (m: Measure) => `${m} behind the best` as const;
const most = (m: Measure) => `most ${m}` as const;

/** Likenesses lie from 0 to 1, and count also by how far they stay behind the best line's; all else is 1. */
export const lineSigns = [
  ...measures,
  ...measures.map(behind),
  // It tells an aspect that the message names, or does not; it tells that or holds most of the message's own words.
  'aspect',
  'no aspect',
  'tells',
  // The card's answer itself; what to do next; that nothing checked is known; which share of the message's numbers it has.
  'first',
  'next',
  'unknown',
  'numbers',
  // No line is asked for: seen by the best of each likeness, by whether some line tells it, by the message itself.
  'none',
  ...measures.map(most),
  'some line tells',
  'leans',
  'length',
] as const;
export type LineSigns = Partial<Record<(typeof lineSigns)[number], number>>;

/** For each line of the card (`linesOf`), and last for none of them. */
export function signsOfLines(knowledge: Knowledge, card: Card, message: string): LineSigns[] {
  const said = read(knowledge, message, card);
  const lines = readLines(knowledge)(card);
  const alike = lines.map((line) => likenessesOf(knowledge, said, line));
  const best = (m: Measure): number => Math.max(...alike.map((a) => a[m]));
  const { aspects, leans } = namedIn(knowledge, message);
  const tells = tellsAsked(knowledge, message);
  const tellings = lineTellings(knowledge)(card);
  const signs = lines.map((line, i): LineSigns => {
    const own = alike[i] as Record<Measure, number>;
    const telling = tellings[i] as Telling;
    return {
      ...own,
      ...Object.fromEntries(measures.map((m) => [behind(m), own[m] - best(m)])),
      ...(aspects.length === 0
        ? {}
        : aspects.some((a) => telling.aspects.has(a))
          ? { aspect: 1 }
          : { 'no aspect': 1 }),
      tells: Number(tells(telling)),
      first: Number(i === 0),
      next: Number(line.text === card.next),
      unknown: Number(line.unknown),
      numbers: shareOf(said.numbers, line.numbers),
    };
  });
  const none: LineSigns = {
    none: 1,
    ...Object.fromEntries(measures.map((m) => [most(m), best(m)])),
    'some line tells': Number(signs.some((s) => s.tells)),
    leans,
    length: Math.log(said.words.size + 1) / 3,
  };
  return [...signs, none];
}

const readLines = onceFor((knowledge: Knowledge) =>
  onceFor((card: Card): Read[] => linesOf(card).map((line) => read(knowledge, line, card))),
);
