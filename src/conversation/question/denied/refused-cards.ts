// Which cards a denial puts aside: those it spoke of, those its words lead to, and those that have nothing but its words.
import { formIn } from '../../../knowledge/forms.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { Card } from '../../../knowledge/schema/card.ts';
import { fold, plainWords, syllables } from '../../../language/fold.ts';
import { wordAgrees } from '../../../language/marks-agree.ts';
import { placesOf, writtenWords } from '../../../language/words-in-row.ts';
import { bandOf } from '../../understand/bands.ts';
import type { Denial } from '../../understand/follow-up/denial/index.ts';
import { namedIn } from '../../understand/named.ts';
import { writtenOut } from '../../understand/phrasing/shorthand.ts';

/** `said`: the cards that were answered or offered last. */
export function refusedBy(knowledge: Knowledge, said: readonly Card[], denial: Denial): string[] {
  const saysSo = [denial.denied, ...denial.typed].flatMap((words) => {
    const band = bandOf(knowledge, knowledge.search.rank(words));
    return band.kind === 'card' ? [band.card.id] : [];
  });
  const own = new Set(namedIn(knowledge, denial.rest).own);
  const onlyThat = (card: Card): boolean => !namedIn(knowledge, card.title).own.some((w) => own.has(w));
  const meant = new Set(writtenWords(denial.rest));
  const marking = denial.typed.flatMap((typed) => markingWords(writtenOut(knowledge, typed), meant));
  const titled = denial.typed.flatMap((typed) => {
    const words = writtenOut(knowledge, typed);
    // A form alone ("hợp tác xã") stands in the titles of half of all cards.
    const onlyForm =
      formIn(words, knowledge.words) !== undefined && writtenWords(words.replace(forms, '')).length === 0;
    const plain = !onlyForm && (syllables(words).length > 1 || words !== fold(words) || denial.deed);
    const named = said.filter((c) => marking.some((said) => hasInTitle(c, said)));
    const others = plain ? [...knowledge.cards.values()].filter((c) => hasInTitle(c, words)) : [];
    return [...named, ...others.filter((c) => denial.deed || onlyThat(c))].map((c) => c.id);
  });
  return [...new Set([...saysSo, ...titled])];
}

/** By what of it a title is known: with its marks by each of two words ("sao OCOP"), else by all. */
function markingWords(typed: string, meant: ReadonlySet<string>): string[] {
  const words = writtenWords(typed);
  const whole = words.some((w) => !light.has(fold(w))) ? [words.join(' ')] : [];
  if (words.length > 2 || words.join(' ') === fold(typed)) return whole;
  return [...whole, ...words.filter((w) => w.length > 1 && !light.has(fold(w)) && !meant.has(w))];
}

/** These words stand in the title one behind the other, with the marks that were typed. */
const hasInTitle = ({ title }: Card, typed: string): boolean =>
  placesOf(writtenWords(typed), writtenWords(title)).length > 0;
/** A word of weight stands in the title: without one it is likelier asked of what was spoken of. */
export const sharesWord = (card: Card, text: string): boolean =>
  writtenWords(text).some((w) => w.length > 2 && !light.has(fold(w)) && hasInTitle(card, w));
/** One of the words denied stands in a title or a first sentence; what may be no more than a particle, in a title. That a cooperative has "xã" in its name says nothing of a commune. */
export function speaksOf(knowledge: Knowledge, cards: readonly Card[], denial: Denial): boolean {
  const denied = writtenOut(knowledge, denial.typed.join(' '));
  const ofForm = formIn(denied, knowledge.words) !== undefined;
  const wordsIn = (texts: readonly string[]): string[] =>
    texts.flatMap((t) => writtenWords(ofForm ? t : t.replace(forms, ' ')));
  const titles = wordsIn(cards.map((c) => c.title));
  const texts = wordsIn(cards.map((c) => c.answer));
  const marked = denied !== fold(denied);
  const isIn = (all: readonly string[], word: string): boolean =>
    all.some((other) => fold(other) === fold(word) && (!marked || wordAgrees(word, other)));
  return writtenWords(denied).some(
    (w) => w.length > 1 && (isIn(titles, w) || (!light.has(fold(w)) && isIn(texts, w))),
  );
}
const forms = /(?:tổ hợp tác|hợp tác xã)/giu;
const light = new Set(
  'ma the co la moi ca gi khong phai duoc cho cua va thi cac mot nguoi nha minh toi em vao ra di lam den dang nao nay'.split(
    ' ',
  ),
);

/** A question without the words that are denied now. */
export function withoutDenied(question: string, denial: Denial): string {
  const words = question.split(/\s+/);
  const bare = words.map((w) => plainWords(w));
  const gone = new Set<number>();
  for (const denied of [denial.denied, ...denial.typed].map((d) => plainWords(d).split(' ')))
    for (const at of bare.keys())
      if (denied.every((w, i) => bare[at + i] === w)) for (const i of denied.keys()) gone.add(at + i);
  return words.filter((_, i) => !gone.has(i)).join(' ');
}
