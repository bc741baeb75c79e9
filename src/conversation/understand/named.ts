// What a short message names (form, aspects, legal texts), and how much of it says nothing besides: a message that only names leans on the talk.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Aspect, Form } from '../../knowledge/schema.ts';
import { tokensOf } from '../../language/normalise/tokens.ts';
import { onceFor } from './once.ts';

export type Named = {
  form: Form | undefined;
  aspects: Aspect[];
  /** Ids of the register's documents. */
  documents: string[];
  /** Share of the words that are slots, pronouns or particles: 1 for "thế nộp ở đâu", near 0 for a story. */
  leans: number;
  /** How many words were said. */
  length: number;
  /** The message without its particles, folded: "vay" for "thế vay thì sao". */
  bare: string;
};

const listed = (words: string): ReadonlySet<string> => new Set(words.split(' '));
/** Particles, pronouns and words of address: they carry nothing into a search. */
const particles = listed(
  'the con vay a oi nhi nhe da vang roi va y la em toi minh anh chi bac chau cua doi voi neu thi sao hoi noi ve no cai khoan viec do day ay kia nay luon lam chut nham phai co chu nua ra',
);
/** Words that ask, but ask nothing of their own. */
const asking = listed('khong ko k gi j nao nhu duoc bao nhieu may bn o can cho ai dau ho tro tien');

type Phrase = { words: string[]; aspect?: Aspect; form?: Form };

const phrases = onceFor((knowledge): Map<string, Phrase[]> => {
  const { aspect_words, form_words } = knowledge.words;
  const all: Phrase[] = [
    ...aspect_words.flatMap(({ aspect, said }) => said.map((s) => ({ words: spell(knowledge, s), aspect }))),
    ...form_words.flatMap(({ form, said }) => said.map((s) => ({ words: spell(knowledge, s), form }))),
  ];
  const byFirst = new Map<string, Phrase[]>();
  for (const phrase of all.sort((a, b) => b.words.length - a.words.length)) {
    const first = phrase.words[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
  }
  return byFirst;
});

const shorthand = onceFor(
  (knowledge) =>
    new Map(knowledge.words.abbreviations.map((a) => [tokensOf(a.short).join(''), tokensOf(a.long)])),
);

const spell = (knowledge: Knowledge, text: string): string[] =>
  tokensOf(text).flatMap((t) => shorthand(knowledge).get(t) ?? [t]);

/** Number of a register's document ("167") → its ids. */
const documentsByNumber = onceFor((knowledge) => {
  const byNumber = new Map<string, string[]>();
  for (const document of knowledge.documents.values()) {
    const number = /^\d+/.exec(document.number)?.[0].replace(/^0+(?=\d)/, '');
    if (number) byNumber.set(number, [...(byNumber.get(number) ?? []), document.id]);
  }
  return byNumber;
});
const kindsOfText = new Set(['dinh', 'quyet', 'tu', 'hoach', 'luat', 'trinh', 'so']);

/** The listed phrases in a row of words, left to right, the longest first, none overlapping. */
function phrasesIn(knowledge: Knowledge, words: readonly string[]): { at: number; phrase: Phrase }[] {
  const found: { at: number; phrase: Phrase }[] = [];
  for (let at = 0; at < words.length; ) {
    const phrase = phrases(knowledge)
      .get(words[at] ?? '')
      ?.find((p) => p.words.every((w, i) => words[at + i] === w));
    if (phrase) found.push({ at, phrase });
    at += phrase?.words.length ?? 1;
  }
  return found;
}

export function namedIn(knowledge: Knowledge, message: string): Named {
  const words = spell(knowledge, message);
  const covered = words.map((w) => particles.has(w) || asking.has(w));
  const kept = words.map((w) => !particles.has(w));
  const found = phrasesIn(knowledge, words);
  for (const { at, phrase } of found) {
    covered.fill(true, at, at + phrase.words.length);
    kept.fill(true, at, at + phrase.words.length);
  }
  const texts = textsIn(knowledge, words);
  for (const { at } of texts) covered[at] = true;
  const forms = new Set(found.flatMap((f) => f.phrase.form ?? []));
  return {
    form: forms.size === 1 ? [...forms][0] : undefined,
    aspects: [...new Set(found.flatMap((f) => f.phrase.aspect ?? []))],
    documents: [...new Set(texts.flatMap((t) => t.ids))],
    leans: words.length === 0 ? 0 : covered.filter(Boolean).length / words.length,
    length: words.length,
    bare: words.filter((_, i) => kept[i]).join(' '),
  };
}

function textsIn(knowledge: Knowledge, words: readonly string[]): { at: number; ids: string[] }[] {
  return words.flatMap((word, at) => {
    const ids = documentsByNumber(knowledge).get(word);
    return ids && (kindsOfText.has(words[at - 1] ?? '') || word.length > 2) ? [{ at, ids }] : [];
  });
}

/** A title without what the message names instead: its aspect, its form, its legal text. */
export function subjectOf(knowledge: Knowledge, title: string, instead: Named): string {
  const words = spell(knowledge, title);
  const taken = new Set<number>();
  for (const { at, phrase } of phrasesIn(knowledge, words)) {
    if ((phrase.aspect && instead.aspects.length > 0) || (phrase.form && instead.form))
      for (const i of phrase.words.keys()) taken.add(at + i);
  }
  if (instead.documents.length > 0) for (const { at } of textsIn(knowledge, words)) taken.add(at);
  return words.filter((_, i) => !taken.has(i)).join(' ');
}
