// The numbers that fuse the parts of the score, set on the public development set and the tuning part only (`npm run eval:weights`).
export type Weights = typeof weights;
export const weights = {
  /** BM25: how fast repeats stop counting, how much length matters, what a pair of syllables weighs. */
  k1: 2.2976,
  b: 0.1762,
  bigram: 0.2025,
  /** The same for all phrasings of an entry taken together. */
  entryK1: 2.9869,
  entryB: 0.1355,
  /** The same for the answer text, which is longer and says things once. */
  textK1: 1.2,
  textB: 0.75,
  textBigram: 1,
  /**
   * An entry asked after in very many ways is compared with so many of them one by one, and with all of them together:
   * the more there are, the likelier one of a neighbour's chances upon the message's words.
   */
  phrasings: 12,
  /** Runs of letters in more than this share of the phrasings are not looked at. */
  common: 0.3,
  /** The best phrasing by words and by letters, the mean of the three best, the whole entry, its answer text. */
  words: 0.1953,
  letters: 1.672,
  three: 1.1433,
  entry: 2.3875,
  text: 2.6,
  /** A message that is a known phrasing almost word for word. */
  same: 1.1111,
  /** Marks typed as the entry's own words have them, or otherwise. */
  marks: 1.458,
  /** A slot named in the message that the entry shares, or contradicts. */
  agree: 0.085,
  contradict: 0.1323,
  /** The one form of organisation that the message names is not among the entry's. */
  otherForm: 0.9259,
  /** A legal text named by its number that the entry rests on, or does not. */
  sameText: 0.1316,
  otherText: 0.2292,
  /** How sharply likeness turns into odds before the trained part is added. */
  sharpness: 2.7608,
  trained: 1.1619,
  embedding: 0.6,
  /** Likeness at which a message of sixteen words is as likely known as not, and how fast that grows. */
  knownFrom: 3.6,
  knownBy: 2,
  /** Training: passes, of how many of the last the mean is taken, first step, pull to nought, share of features left out at random. */
  epochs: 5,
  averaged: 3,
  step: 0.6763,
  decay: 0.0001,
  dropout: 0.067,
  /** How much of the likeness an example starts from while training. */
  offsets: 0.45,
  /** A store far larger than a province's is trained on so many of its phrasings, evenly spread: loading must not take minutes. */
  mostExamples: 40_000,
  /** Entries an example is set against while training. */
  learnFrom: 16,
  /** The embedding: numbers in a point, passes, first step, share of features left out at random, words in a piece of an answer. */
  embeddingSize: 48,
  embeddingEpochs: 12,
  embeddingStep: 0.25,
  embeddingDropout: 0.6,
  textPiece: 12,
  /** Entries, by all their phrasings and their answer, whose phrasings are looked at one by one. */
  wide: 16,
  /** Entries that the trained part looks at again. */
  candidates: 16,
};
