// Which lines of an answer a message behind it asks for: every line weighed by its signs, as people have chosen lines for such messages.
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { Card } from '../../../knowledge/schema.ts';
import { oddsFrom } from '../../../knowledge/search/odds.ts';
import { inputsOf, weigherOf } from '../network.ts';
import learned from './learned-lines.json' with { type: 'json' };
import { lineSigns, signsOfLines } from './signs.ts';

export type LinesAsked = {
  /** Numbers of the card's lines (`linesOf`), the likeliest first; those far less likely are left. */
  lines: number[];
  /** Whether one of these is as good as surely asked for. */
  sure: boolean;
  /** Likelier than all of them: no line is asked for. */
  none: boolean;
};

/** Two lines are enough where one is sure to be among them, three where not. */
export function linesAsked(knowledge: Knowledge, card: Card, message: string): LinesAsked {
  const odds = oddsOfLines(knowledge, card, message);
  const none = odds.pop() ?? 1;
  const ranked = odds.map((share, line) => ({ share, line })).sort((a, b) => b.share - a.share);
  const least = shareOfBest * (ranked[0]?.share ?? 0);
  const likeliest = ranked.filter((r) => r.share >= least);
  const two = likeliest.slice(0, 2);
  const ofTwo = two.reduce((sum, r) => sum + r.share, 0);
  const sure = ofTwo >= sureFrom;
  return { lines: (sure ? two : likeliest.slice(0, 3)).map((r) => r.line), sure, none: none > ofTwo };
}

/** How likely each line is asked for, and last that none is. */
export const oddsOfLines = (knowledge: Knowledge, card: Card, message: string): number[] =>
  oddsFrom(signsOfLines(knowledge, card, message).map((s) => weigh(inputsOf(s, lineSigns))));

const weigh = weigherOf(learned, lineSigns);

const shareOfBest = 0.4;
/** Of a hundred that are as sure as this 9 do not hold what is asked (test/lines, set aside). */
const sureFrom = 0.6;
