// What only looks off the topic by a word ("sổ đỏ", "giấy", "lương hưu") and stands behind an answer.
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { Card } from '../../../knowledge/schema/card.ts';
import { cueOf } from '../../../knowledge/search.ts';
import { isAsking } from '../../../language/asking.ts';
import { fold } from '../../../language/fold.ts';
import { tokensOf } from '../../../language/normalise/tokens.ts';
import { type Band, bandOf, type Ranked } from '../bands.ts';
import { linesAsked } from '../line-asked/index.ts';
import { namedIn } from '../named.ts';
import { shareTold, tellingOf } from './tells.ts';

/** Behind an answer "that is not my job" is said only of what surely is not; else it is the likeliest of the cards, a line of the last answer, or honestly not known. */
export function notRefused(
  knowledge: Knowledge,
  text: string,
  band: Band,
  hits: readonly Ranked[],
  last: Card | undefined,
): Band {
  if (!last || band.kind !== 'cue' || band.cue.outcome !== 'off_topic') return band;
  if (ofHere.test(fold(text))) return guessed(knowledge, text, hits);
  const [alone] = knowledge.search.rank(text);
  const off = alone && isAsking(text) && cueOf(knowledge, alone.id) === band.cue ? alone.score : 0;
  if (off >= plainlyOff) return band;
  if (isOfLast(knowledge, last, text)) return { kind: 'likely', card: last, others: [] };
  return off >= surelyOff ? band : unknown(knowledge, hits);
}
const plainlyOff = 0.95;
const surelyOff = 0.9;
/** "Tổ" alone without marks is also "mưa to". */
const ofHere = /\b(?:htx|hop tac xa|to hop tac|tht|ho tro|den bu|boi thuong)\b/;

/** A form or support is named: the likeliest card, said to be a guess. */
function guessed(knowledge: Knowledge, text: string, hits: readonly Ranked[]): Band {
  const band = bandOf(knowledge, withoutCues(knowledge, knowledge.search.rank(text)));
  if (band.kind === 'card') return { kind: 'likely', card: band.card, others: [] };
  return band.kind === 'likely' ? band : unknown(knowledge, hits);
}

const unknown = (knowledge: Knowledge, hits: readonly Ranked[]): Band => ({
  kind: 'unsure',
  nearest: hits.flatMap((h) => knowledge.cards.get(h.id)?.id ?? []).slice(0, 3),
});

/** Many of its words and most stand in the last answer, or it only tells something that a line of that answer is about. */
function isOfLast(knowledge: Knowledge, last: Card, text: string): boolean {
  const words = tokensOf(namedIn(knowledge, text).bare);
  const share = shareTold(tellingOf(knowledge)(last), words);
  const many = share >= most && share * words.length >= fewest;
  return many || (!isAsking(text) && linesAsked(knowledge, last, text).sure);
}
const most = 0.5;
const fewest = 5;

/** What is left of the odds where the cues are put aside. */
function withoutCues(knowledge: Knowledge, hits: readonly Ranked[]): Ranked[] {
  const cards = hits.filter((h) => knowledge.cards.has(h.id));
  const all = cards.reduce((sum, { score }) => sum + score ** 2, 0);
  return cards.map(({ id, score }) => ({ id, score: Math.sqrt(score ** 2 / all) }));
}
