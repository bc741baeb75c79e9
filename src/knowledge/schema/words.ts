// Words that the program must know beside the cards: words.yaml, and rings.yaml.
import { z } from 'zod';
import { wordingKeys } from '../wording.ts';
import { Aspect } from './aspect.ts';
import { flag, id, words } from './fields.ts';
import { Form } from './form.ts';

/** `card`: answered where nothing surer is. `beside`: said with that card in place of `say`. `now`: only in what is told as happening. */
export const Caution = z.strictObject({
  say: z.enum(wordingKeys),
  beside: z.enum(wordingKeys).optional(),
  card: id,
  now: flag.optional(),
  signs: z.array(words).min(1),
});

export const Words = z.strictObject({
  /** "htx" → "hợp tác xã": replaced whole-word after folding. */
  abbreviations: z.array(z.strictObject({ short: words, long: words })),
  /** Words that carry nothing in a question ("ạ", "với", "cho hỏi"). */
  fillers: z.array(words),
  /** Local and everyday words with the word the law uses. */
  synonyms: z.array(z.strictObject({ said: words, means: words })),
  /** Units that a figure may stand before; the first is the name the others count as. */
  units: z.array(z.array(words).min(1)),
  /** Phrases that show the form or the aspect asked. */
  form_words: z.array(z.strictObject({ form: Form, said: z.array(words).min(1) })),
  /** What a talk is about once it was told: a thing, what befell it, what became of a member; `besides`: phrases in which these words say something else. What is `only_asked` marks a card and is not told of oneself. */
  subjects: z
    .array(
      z.strictObject({
        of: z.enum(['form', 'thing', 'cause', 'event']),
        name: words,
        said: z.array(words).min(1),
        besides: z.array(words).default([]),
        only_asked: flag.optional(),
      }),
    )
    .default([]),
  /** How questions name an aspect, and by which words an answer's text is seen to tell it ("#" is any number). */
  aspect_words: z.array(
    z.strictObject({ aspect: Aspect, said: z.array(words).min(1), told: z.array(words).default([]) }),
  ),
  /** Words that signs of distress name together: "{người nhà} mắc kẹt". */
  sign_groups: z.array(z.strictObject({ name: words, said: z.array(words).min(1) })).default([]),
  /** How people say that they are angry or down, and nothing else. */
  feelings: z.array(words).default([]),
  /** What one keeps: whoever tells that these died tells of no person. */
  animals: z.array(words).default([]),
  /** What else one has and may lose, and no word for a person: crops, sheds, machines. */
  belongings: z.array(words).default([]),
  /** What is to be heeded first of all, by its signs. */
  cautions: z.array(Caution).default([]),
  /** By these a line of an answer is seen to say on what a sum depends. */
  conditions: z.array(words).default([]),
  /** How the last answer itself is asked after: its source, whether it is in force, until when; what a text says; and the words that go with these. */
  asks_source: z
    .strictObject({
      of_source: z.array(words),
      in_force: z.array(words),
      ends: z.array(words),
      of_text: z.array(words),
      beside: z.array(words),
    })
    .default({ of_source: [], in_force: [], ends: [], of_text: [], beside: [] }),
  /** By these a line of an answer is seen to say what its figures are: aims, what was done, whose count. */
  about_figures: z.array(words).default([]),
  /** The cards that the sentence `english` of wording.yaml sums up. */
  english_cards: z.array(id).default([]),
  /** The card that a question typed at a step of the form leans on; of several for a step the one of the form chosen. */
  step_cards: z
    .array(z.strictObject({ step: z.enum(['form', 'members']), form: Form.optional(), card: id }))
    .default([]),
  /** Questions shown on the empty page of the web chat. */
  examples: z.array(words).min(1),
});

/** Phrases that mean about the same to the people who ask. */
export const Ring = z.strictObject({ means: words, said: z.array(words).min(2) });

export type Caution = z.infer<typeof Caution>;
export type Words = z.infer<typeof Words>;
export type Ring = z.infer<typeof Ring>;
