// The numbers that fuse the parts of the score, set on the public development set and the tuning part only (`bench/tune.ts`).
export type Weights = typeof weights;
export const weights = {
  /** BM25: how fast repeats stop counting, how much length matters, what a pair of syllables weighs. */
  k1: 2.872,
  b: 0.1762,
  bigram: 0.162,
  /** The same for the answer text, which is longer and says things once. */
  textK1: 1.2,
  textB: 0.75,
  textBigram: 1,
  /** Runs of letters in more than this share of the phrasings are not looked at. */
  common: 0.1,
  /** The best phrasing by words and by letters, the mean of the three best, the whole entry, its answer text. */
  words: 0.2441,
  letters: 2.09,
  three: 1.23,
  entry: 2.3875,
  text: 2.6,
  /** A slot named in the message that the entry shares, or contradicts. */
  agree: 0.0988,
  contradict: 0.1323,
  /** The one form of organisation that the message names is not among the entry's. */
  otherForm: 1.25,
  /** A legal text named by its number that the entry rests on, or does not. */
  sameText: 0.1316,
  otherText: 0.2292,
  /** How sharply likeness turns into odds before the trained part is added. */
  sharpness: 2.7608,
  trained: 0.8,
  /** Likeness at which a message is as likely known as not, and how fast that grows. */
  knownFrom: 2,
  knownBy: 4,
  /** A message this sure as a whole is not read clause by clause. */
  enough: 0.4923,
  /** A clause read alone counts this share. */
  clause: 0.65,
  /** A clause that asks nothing counts this share of that. */
  statement: 0.77,
  /** What a second clause finds again adds this share. */
  again: 0.1875,
  /** Training: passes, first step, pull to nought, share of features left out at random. */
  epochs: 6,
  step: 0.541,
  decay: 0.0001,
  dropout: 0.0838,
  /** How much of the likeness an example starts from while training. */
  offsets: 0.6,
  /** A store far larger than a province's is trained on every so-many-th phrasing: loading must not take minutes. */
  mostExamples: 12_000,
  /** Entries an example is set against while training. */
  learnFrom: 16,
  /** Entries, by all their phrasings and their answer, whose phrasings are looked at one by one. */
  wide: 48,
  /** Entries that the trained part looks at again. */
  candidates: 16,
};
