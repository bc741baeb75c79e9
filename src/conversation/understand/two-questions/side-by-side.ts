// "1804 với 167 còn áp dụng không": what is asked of two things of one kind, named side by side, is asked of each of them.
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { Card } from '../../../knowledge/schema/card.ts';
import { clean, fold } from '../../../language/fold.ts';
import { type NameFound, namesIn } from '../../../language/places.ts';
import type { Behind } from '../../state.ts';
import { bandOf } from '../bands.ts';
import { rankInTopic } from '../follow-up/index.ts';
import { documentsByNumber } from '../named.ts';
import { formNames, productsIn } from '../names.ts';
import { type Part, topicBehind } from './cuts.ts';

/** A word, folded, and where it stands in the text. */
type Word = { plain: string; from: number; to: number };
/** `first` and `last` count words, both inside. */
type Thing = { kind: 'form' | 'product' | 'text' | 'year'; id: string; first: number; last: number };

/** The two questions of a message that asks one thing of two; none where one card answers for both, or neither is sure. */
export function sideBySide(
  knowledge: Knowledge,
  text: string,
  topic: Behind,
): readonly [Part, Part] | undefined {
  const typed = clean(text);
  const words = wordsOf(typed);
  const pair = pairIn(thingsIn(knowledge, typed, words), words);
  if (!pair) return undefined;
  const [one, two] = pair;
  const askedOfOne = withoutThing(knowledge, typed, words, two, one);
  const askedOfTwo = withoutThing(knowledge, typed, words, one, two);
  const first = answering(knowledge, askedOfOne, [undefined, topic]);
  // A year is one of the same plan's; any other thing has cards of its own.
  const behind = first && { ...topicBehind(first), asked: askedOfOne };
  const second =
    first &&
    answering(knowledge, askedOfTwo, two.kind === 'year' ? [behind, undefined] : [undefined, behind]);
  if (!first || !second || first === second || comparesBoth(knowledge, typed)) return undefined;
  return [
    { text: askedOfOne, card: first.id },
    { text: askedOfTwo, card: second.id },
  ];
}

/** By itself where no topic is given. */
function answering(
  knowledge: Knowledge,
  asked: string,
  topics: readonly (Behind | undefined)[],
): Card | undefined {
  for (const topic of topics) {
    const hits = topic ? rankInTopic(knowledge, asked, topic) : knowledge.search.rank(asked);
    const band = bandOf(knowledge, hits);
    if (band.kind === 'card' || band.kind === 'likely') return band.card;
  }
  return undefined;
}

/** One card compares the two: it answers best. */
function comparesBoth(knowledge: Knowledge, text: string): boolean {
  const band = bandOf(knowledge, knowledge.search.rank(text));
  return (band.kind === 'card' || band.kind === 'likely') && band.card.aspect === 'compare';
}

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{M}\d]+/gu)].map((m) => ({
    plain: fold(m[0]),
    from: m.index,
    to: m.index + m[0].length,
  }));

const joints = new Set(['voi', 'va', 'vs', 'hay', 'hoac', 'cung', 'khac']);
/** Between the two there is one joining word, or only a comma or a stroke. */
function pairIn(things: readonly Thing[], words: readonly Word[]): readonly [Thing, Thing] | undefined {
  for (const [i, one] of things.entries()) {
    const two = things[i + 1];
    if (!two || two.kind !== one.kind || two.id === one.id) continue;
    const between = words.slice(one.last + 1, two.first).map((w) => w.plain);
    // "Lập tổ hay hợp tác xã" asks which of the two.
    if (one.kind === 'form' && between.some((w) => choosing.has(w))) continue;
    if (between.every((w) => joints.has(w) || compared.has(w))) return [one, two];
  }
  return undefined;
}
const choosing = new Set(['hay', 'hoac']);
const compared = new Set(['gi', 'so', 'nhau']);

function thingsIn(knowledge: Knowledge, text: string, words: readonly Word[]): Thing[] {
  const named = (kind: Thing['kind'], names: readonly NameFound[]): Thing[] =>
    names.map(({ id, at, length }) => ({ kind, id, first: at, last: at + length - 1 }));
  return [
    ...named('form', namesIn(text, formNames(knowledge))),
    ...named('product', productsIn(text, knowledge)),
    ...textsIn(knowledge, words),
  ].sort((one, two) => one.first - two.first);
}

const kindsOfText = new Set('nghi dinh quyet thong tu ke hoach luat so nq nd qd tt kh'.split(' '));
const year = /^20[2-4]\d$/;

/** Legal texts by their number, what stands before and behind it included, and years to come. */
function textsIn(knowledge: Knowledge, words: readonly Word[]): Thing[] {
  return words.flatMap(({ plain }, at): Thing[] => {
    if (!/^\d{1,4}$/.test(plain)) return [];
    let first = at;
    while (kindsOfText.has(words[first - 1]?.plain ?? '')) first--;
    const number = plain.replace(/^0+(?=\d)/, '');
    const known = documentsByNumber(knowledge).has(number) && (first < at || number.length > 2);
    if (known && !isYearOf(words, at))
      return [{ kind: 'text', id: number, first, last: lastOfText(words, at) }];
    return year.test(plain) && !isYearOf(words, at) ? [{ kind: 'year', id: plain, first: at, last: at }] : [];
  });
}

/** "113/2024": the second number is the year of the first. */
const isYearOf = (words: readonly Word[], at: number): boolean =>
  words[at]?.from === (words[at - 1]?.to ?? -2) + 1 && /^\d+$/.test(words[at - 1]?.plain ?? '');

/** "/2024/NĐ-CP" belongs to the number before it. */
function lastOfText(words: readonly Word[], at: number): number {
  let last = at;
  while (words[last + 1]?.from === (words[last]?.to ?? -2) + 1 && last < at + 3) last++;
  return last;
}

/** The text with one thing left out, and what joined the two; where only a comparison is left it asks what the other one is. */
function withoutThing(
  knowledge: Knowledge,
  text: string,
  words: readonly Word[],
  gone: Thing,
  kept: Thing,
): string {
  const [first, last] = gone.first < kept.first ? [gone.first, kept.first - 1] : [kept.last + 1, gone.last];
  const outside = (from: number, to: number): string[] =>
    words.slice(from, to).flatMap((w, k) => {
      const i = from + k;
      return (i >= first && i <= last) || isComparing(words, i) ? [] : text.slice(w.from, w.to);
    });
  const before = outside(0, kept.first);
  const behind = outside(kept.last + 1, words.length);
  const alone = before.length + behind.length === 0;
  return [...before, nameOf(knowledge, text, words, kept), ...behind, ...(alone ? ['là gì'] : [])].join(' ');
}

/** As typed; a bare number as the kind of text it is the number of. */
function nameOf(knowledge: Knowledge, text: string, words: readonly Word[], thing: Thing): string {
  const typed = text.slice(words[thing.first]?.from, words[thing.last]?.to);
  const [id = '', ...more] = (thing.kind === 'text' && documentsByNumber(knowledge).get(thing.id)) || [];
  const alone = more.length === 0 && /^\d/.test(typed);
  return (alone && knowledge.documents.get(id)?.short) || typed;
}

/** "So sánh", "khác nhau thế nào", "khác gì": of one alone they ask nothing. */
function isComparing(words: readonly Word[], at: number): boolean {
  const plain = words.map((w) => w.plain).join(' ');
  const from = words.slice(0, at).reduce((sum, w) => sum + w.plain.length + 1, 0);
  return [...plain.matchAll(comparing)].some((m) => m.index <= from && from < m.index + m[0].length);
}
const comparing =
  /\b(?:so sanh|phan biet|khac (?:nhau|biet)(?: (?:the nao|nhu the nao|cho nao|o cho nao|o dau|ra sao|sao|gi))?|khac gi(?: nhau)?|cai nao)\b/g;
