// "Căn cứ nào", "20% là đông thế, lấy đâu ra số đó", "còn hiệu lực không": asks after the last answer itself, where it came from or whether it is in force.
import { formIn } from '../../../knowledge/forms.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { onceFor } from '../../../knowledge/once.ts';
import { linesOf } from '../../../knowledge/said.ts';
import type { Card } from '../../../knowledge/schema/card.ts';
import { isAsking } from '../../../language/asking.ts';
import { clean, fold, plainWords, withoutSigns } from '../../../language/fold.ts';
import { textKinds } from '../../../language/text-kinds.ts';
import { namedIn } from '../named.ts';
import { shareTold, tellingOf } from './tells.ts';

/** `term`: "hết hạn", which behind most answers is the term of a loan or a paper, not of a text. */
export type AsksAfter = 'source' | 'force' | 'term';

/** One clause of it says only that, with figures of the answer; the others at most speak of what it says. `own`: the texts it may name. */
export function asksAfterAnswer(
  knowledge: Knowledge,
  last: Card,
  own: ReadonlySet<string>,
  message: string,
): AsksAfter | undefined {
  const read = readerOf(knowledge);
  const clauses = message.split(/[,;.!?\n]+(?=\s|$)/u).filter((c) => plainWords(c) !== '');
  const kinds = clauses.map((clause) => {
    const asks = read(clause);
    const form = formIn(clause, knowledge.words);
    if (form && last.forms.length > 0 && !last.forms.includes(form)) return undefined;
    const left = asks && withoutFigures(knowledge, last, own, clause);
    return left !== undefined && read.isBare(left) ? asks : undefined;
  });
  const kind = kinds.find((k) => k !== undefined);
  const others = clauses.filter((_, i) => kinds[i] === undefined);
  return kind && others.every((c) => isOfAnswer(knowledge, last, c)) ? kind : undefined;
}

/** The clause without the figures and texts it names; undefined where one is not of the answer. */
function withoutFigures(
  knowledge: Knowledge,
  last: Card,
  own: ReadonlySet<string>,
  clause: string,
): string | undefined {
  const said = thousandsJoined(fold(linesOf(last).join(' ')));
  const figures = thousandsJoined(fold(clause)).match(/\d+(?:,\d+)?/g) ?? [];
  const isSaid = (f: string): boolean => new RegExp(`(?<![\\d,])0?${f}(?!\\d)`).test(said);
  const ofAnswer = !ofText.test(fold(clause)) && figures.every(isSaid);
  const known = ofAnswer || namedIn(knowledge, clause).documents.some((d) => own.has(d));
  return known ? clause.replace(/\d[\d.,]*(?:\/\d+)?\s*%?/g, ' ') : undefined;
}
/** "20%" is no Resolution 20. */
const ofText = new RegExp(`\\b(?:${textKinds})(?: so)? \\d`);
const thousandsJoined = (text: string): string => text.replace(/(?<=\d)\.(?=\d{3}\b)/g, '');

/** Said beside it: a word or two, what tells and asks nothing, or what the answer speaks of. */
function isOfAnswer(knowledge: Knowledge, last: Card, clause: string): boolean {
  const words = plainWords(clause).split(' ');
  if (words.length <= few) return true;
  const { own } = namedIn(knowledge, clause);
  return !isAsking(clause) && (own.length <= 1 || shareTold(tellingOf(knowledge)(last), own) === 1);
}
const few = 3;

/** Where marks are typed they must be the listed word's: "vay theo luật nào" is no "vậy". */
const readerOf = onceFor((knowledge: Knowledge) => {
  const { of_source, in_force, ends, beside } = knowledge.words.asks_source;
  const of = (spell: (text: string) => string) => ({
    source: anyOf(of_source.map(spell)),
    force: anyOf([...in_force, ...ends].map(spell)),
    filler: anyOf([...of_source, ...in_force, ...ends, ...beside].map(spell)),
  });
  const [marked, bare] = [of(typedWords), of(plainWords)];
  const listsFor = (clause: string) =>
    typedWords(clause) === plainWords(clause)
      ? ([plainWords(clause), bare] as const)
      : ([typedWords(clause), marked] as const);
  const read = (clause: string): AsksAfter | undefined => {
    const [said, { source, force }] = listsFor(clause);
    if (said.search(source) >= 0) return 'source';
    const [asked] = said.match(force) ?? [];
    if (!asked) return undefined;
    return /(?:^| )han(?: |$)/.test(plainWords(asked)) ? 'term' : 'force';
  };
  const isBare = (clause: string): boolean => {
    const [said, { filler }] = listsFor(clause);
    return said.replace(filler, '').trim() === '';
  };
  return Object.assign(read, { isBare });
});

const typedWords = (text: string): string => withoutSigns(clean(text).toLowerCase());

/** Whole words, the longest first; nothing where the list is empty. */
function anyOf(list: readonly string[]): RegExp {
  const said = [...new Set(list)].sort((a, b) => b.length - a.length);
  return said.length === 0
    ? /(?!)/g
    : new RegExp(`(?<![\\p{L}\\d])(?:${said.join('|')})(?![\\p{L}\\d])`, 'gu');
}
