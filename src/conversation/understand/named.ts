// What a short message names (form, aspects, legal texts), and how much of it says nothing besides: a message that only names leans on the talk.
import { documentNumber } from '../../knowledge/document-number.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { onceFor } from '../../knowledge/once.ts';
import type { Aspect } from '../../knowledge/schema/aspect.ts';
import type { Form } from '../../knowledge/schema/form.ts';
import { clean, fold } from '../../language/fold.ts';
import { wordAgrees } from '../../language/marks-agree.ts';
import { tokensOf } from '../../language/normalise/tokens.ts';
import { aTurn, commonWords, remembered } from '../../language/remembered.ts';

export type Named = {
  form: Form | undefined;
  aspects: Aspect[];
  /** Ids of the register's documents. */
  documents: string[];
  /** "nghị định ấy", "quyết định này": the kind of a text without its number, the one spoken of. */
  thatText: string | undefined;
  /** "nó", "cái đó", "nghị định ấy": it points at what was spoken of. */
  points: boolean;
  /** Share of the words that are slots, pronouns or particles: 1 for "thế nộp ở đâu", near 0 for a story. */
  leans: number;
  /** How many words were said. */
  length: number;
  /** The message without its particles: "vay" for "thế vay thì sao". */
  bare: string;
  /** Its words that are neither particles nor ask: "lệ phí" of "lệ phí bao nhiêu", none of "hỗ trợ gì". */
  own: string[];
};

/** Particles, pronouns and words of address: they carry nothing into a search. */
const particles =
  'thế còn vậy cũng à ạ ơi nhỉ nhé dạ vâng rồi và ý là em tôi mình anh chị bác cháu của đối với nếu thì sao hỏi nói về nó cái khoản việc đó đấy ấy kia này luôn làm chút nhầm phải cơ chứ nữa'.split(
    ' ',
  );
const particle = new Set(particles);
const bareParticle = new Set(particles.map(fold));
/** Without marks these may be words of weight: hội, nợ, thẻ, con … they lean, but stay in the search; who types marks means what stands there. */
const ambiguous = new Set('hoi no the con va la y ve co viec'.split(' '));
/** Words that ask, but ask nothing of their own. */
const asking = new Set(
  'khong ko k gi j nao nhu duoc bao nhieu may bn o can cho ai dau ho tro tien'.split(' '),
);

/** One that names nothing only keeps its words from naming something: the "vậy" of "cũng vậy" is no "vay". */
type Phrase = { words: readonly string[]; spelt: readonly Spelt[]; aspect?: Aspect; form?: Form };
/** A word with its marks, and without. */
type Spelt = { typed: string; bare: string };
const spelt = (typed: string): Spelt => ({ typed, bare: fold(typed) });
const passing = ['cũng vậy', 'như vậy', 'y vậy', 'đúng vậy', 'vậy hả'];

const phrases = onceFor((knowledge: Knowledge): Map<string, Phrase[]> => {
  const { aspect_words, form_words } = knowledge.words;
  const phrase = (said: string) => ({
    words: spell(knowledge, said),
    spelt: said.toLowerCase().split(' ').map(spelt),
  });
  const all: Phrase[] = [
    ...aspect_words.flatMap(({ aspect, said }) => said.map((s) => ({ ...phrase(s), aspect }))),
    ...form_words.flatMap(({ form, said }) => said.map((s) => ({ ...phrase(s), form }))),
    ...passing.map(phrase),
  ];
  const byFirst = new Map<string, Phrase[]>();
  for (const phrase of all.sort((a, b) => b.words.length - a.words.length)) {
    const first = phrase.words[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
  }
  return byFirst;
});

const spell = (knowledge: Knowledge, text: string): readonly string[] => speller(knowledge)(text);
const speller = onceFor((knowledge: Knowledge) => {
  const { abbreviations } = knowledge.words;
  const long = new Map(abbreviations.map((a) => [tokensOf(a.short).join(''), tokensOf(a.long)]));
  return remembered((text) => tokensOf(text).flatMap((t) => long.get(t) ?? [t]), commonWords);
});

/** `first`: the first of the words that one typed chunk stands for ("htx"). */
type Word = Spelt & { word: string; first: boolean; empty: boolean; kept: boolean };

/** The words as searched for, and whether each carries anything; marks that were typed decide. */
function wordsOf(knowledge: Knowledge, message: string): Word[] {
  const chunks = clean(message).toLowerCase().split(/\s+/);
  const marked = chunks.some((c) => c !== fold(c));
  return chunks.flatMap((chunk, place) => {
    const { typed, bare } = spelt(chunk.replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, ''));
    const words = isWeight(chunk, chunks[place - 1]) ? tokensOf(chunk) : spell(knowledge, chunk);
    return words.map((word, i): Word => {
      const meant = marked && (typed !== bare || ambiguous.has(word));
      const light = meant ? particle.has(typed) : bareParticle.has(word);
      return {
        word,
        typed,
        bare,
        first: i === 0,
        empty: light || asking.has(word),
        kept: !light || (!marked && ambiguous.has(word)),
      };
    });
  });
}

/** Behind a number "kg" is no "không". */
const isWeight = (chunk: string, before = ''): boolean =>
  /^\d[\d.,]*kg\P{L}*$/u.test(chunk) || (/^kg\P{L}*$/u.test(chunk) && /\d$/.test(before));

/** Number of a register's document ("167") → its ids. */
export const documentsByNumber = onceFor((knowledge: Knowledge) => {
  const byNumber = new Map<string, string[]>();
  for (const document of knowledge.documents.values()) {
    const number = documentNumber(document);
    if (number) byNumber.set(number, [...(byNumber.get(number) ?? []), document.id]);
  }
  return byNumber;
});
const pointing = /\b(?:cai|khoan|viec|cho|quy|chuong trinh|to|muc) (?:ay|do|nay|kia|day)\b/;
const thatText = /\b(nghi dinh|nghi quyet|quyet dinh|thong tu|ke hoach|luat) (?:ay|do|nay|kia|day)\b/;
const kindsOfText = new Set(['dinh', 'quyet', 'tu', 'hoach', 'luat', 'trinh', 'so']);

/** The listed phrases in a row of words, left to right, the longest first, none overlapping; "lại" is not "lãi". */
function phrasesIn(knowledge: Knowledge, words: readonly Word[]): { at: number; phrase: Phrase }[] {
  const found: { at: number; phrase: Phrase }[] = [];
  const same = (p: Phrase, at: number): boolean =>
    p.words.every((w, i) => words[at + i]?.word === w && spelledAlike(words[at + i], p.spelt[i]));
  for (let at = 0; at < words.length; ) {
    const phrase = phrases(knowledge)
      .get(words[at]?.word ?? '')
      ?.find((p) => same(p, at));
    if (phrase) found.push({ at, phrase });
    at += phrase?.words.length ?? 1;
  }
  return found;
}

/** Marks that were typed decide, between spellings of one word: listed words have all of theirs. */
const spelledAlike = (one = nothing, other = nothing): boolean =>
  one.bare !== other.bare || wordAgrees(one.typed, other.typed);
const nothing: Spelt = { typed: '', bare: '' };

/** A message that says little besides what it names is meant with what was said before. */
export const leansOnTalk = ({ leans }: Named): boolean => leans > 0.5;

/** It says itself which organisation or legal text it is about. */
export const namesSubject = ({ form, documents }: Named): boolean =>
  form !== undefined || documents.length > 0;

export const namedIn = (knowledge: Knowledge, message: string): Named => reader(knowledge)(message);
const reader = onceFor((knowledge: Knowledge) => remembered((message) => read(knowledge, message), aTurn));

/** The words of a text, with the listed phrases and the legal texts among them. */
const spoken = onceFor((knowledge: Knowledge) =>
  remembered((text) => {
    const said = wordsOf(knowledge, text);
    const words = said.map((s) => s.word);
    return { said, words, found: phrasesIn(knowledge, said), texts: textsIn(knowledge, words) };
  }, titlesToo),
);
/** A talk goes on from the titles of the cards that answer most. */
const titlesToo = { letters: 300, texts: 1000 };

function read(knowledge: Knowledge, message: string): Named {
  const { said, words, found, texts } = spoken(knowledge)(message);
  const covered = said.map((s) => s.empty);
  const kept = said.map((s) => s.kept);
  const names = said.map(() => false);
  for (const { at, phrase } of found) {
    if (phrase.aspect ?? phrase.form) names.fill(true, at, at + phrase.words.length);
    covered.fill(true, at, at + phrase.words.length);
    kept.fill(Boolean(phrase.aspect ?? phrase.form), at, at + phrase.words.length);
  }
  for (const { at } of texts) covered[at] = true;
  const row = words.join(' ');
  const it = said.some(({ word, typed }) => typed === 'nó' || (word === 'no' && typed === 'no'));
  const forms = new Set(found.flatMap((f) => f.phrase.form ?? []));
  return {
    form: forms.size === 1 ? [...forms][0] : undefined,
    aspects: [...new Set(found.flatMap((f) => f.phrase.aspect ?? []))],
    documents: [...new Set(texts.flatMap((t) => t.ids))],
    thatText: texts.length === 0 ? thatText.exec(row)?.[1] : undefined,
    points: it || pointing.test(row) || thatText.test(row),
    leans: words.length === 0 ? 0 : covered.filter(Boolean).length / words.length,
    length: words.length,
    bare: said
      .filter((w, i) => kept[i] && w.first)
      .map((w) => w.typed)
      .join(' '),
    own: said.filter((w, i) => names[i] || (kept[i] && !w.empty)).map((w) => w.word),
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
  const { words, found, texts } = spoken(knowledge)(title);
  const taken = new Set<number>();
  for (const { at, phrase } of found) {
    if ((phrase.aspect && instead.aspects.length > 0) || (phrase.form && instead.form))
      for (const i of phrase.words.keys()) taken.add(at + i);
  }
  if (instead.documents.length > 0) for (const { at } of texts) taken.add(at);
  return words.filter((_, i) => !taken.has(i)).join(' ');
}
