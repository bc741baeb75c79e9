// The shape of everything a curator writes under knowledge/: one zod schema per file kind, all types inferred.
import { z } from 'zod';
import { wordingKeys } from './wording.ts';

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'mã chỉ gồm chữ thường không dấu, số và dấu gạch nối');
const words = z.string().trim().min(1, 'không được để trống');
/** A day of the calendar, written YYYY-MM-DD; what is no day is told with what to write. */
export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'ngày phải viết dạng năm-tháng-ngày, ví dụ 2025-07-01')
  .refine(
    (d) => !Number.isNaN(Date.parse(d)) && new Date(d).toISOString().startsWith(d),
    'ngày không có thật; xem lại ngày và tháng',
  );
const flag = z.enum(['true', 'false'], 'chỉ viết true hoặc false').transform((v) => v === 'true');
const whole = z.string().regex(/^\d+$/, 'phải là số nguyên').transform(Number);

/** How a fact was read. Only these two may be published (facts/INDEX.md). */
export const Confidence = z.enum(['verified', 'two-sources']);

/** A legal text of the register. Dates are Vietnamese calendar days; `in_force_from` absent means not yet read. */
export const Document = z.strictObject({
  id,
  number: words,
  title: words,
  short: words,
  issuer: words,
  issued: Day.optional(),
  in_force_from: Day.optional(),
  /** Last day in force, only when a verified clause of another document says so. */
  ended_on: Day.optional(),
  /** The period the document itself states, e.g. "giai đoạn 2021-2025". */
  period_from: Day.optional(),
  period_until: Day.optional(),
  replaced_by: id.optional(),
  /** A later text on the same matter, known of but not read in a source that may be quoted: what is said of it, since when, where it was seen. */
  reported: z.strictObject({ text: words, from: Day, seen: words }).optional(),
  link: z.url('đường dẫn phải bắt đầu bằng https://').optional(),
  verified: words,
  missing: words.optional(),
});

/** A clause that answers rest on. `summary` marks words read from a summary, never to be shown as a quote. */
export const Provision = z.strictObject({
  id,
  document: id,
  dieu: words.optional(),
  khoan: words.optional(),
  diem: words.optional(),
  /** Where there is no article number: "mục II.2 (1)", "chính sách 1". */
  place: words.optional(),
  words,
  summary: flag.optional(),
  facts: z.array(words).default([]),
  /** A text file of the seed folder that `words` were copied from, instead of a fact. */
  text: words.optional(),
  source: words,
  confidence: Confidence,
  /** Own dates of the clause where they differ from its document's. */
  from: Day.optional(),
  until: Day.optional(),
});

export const forms = ['tht', 'htx', 'lien-hiep'] as const;
export const Form = z.enum(forms);

/** What a question is after; with the form it carries follow-ups ("thế còn tổ hợp tác?"). */
export const aspects = [
  'what',
  'members',
  'who',
  'money',
  'papers',
  'where',
  'time',
  'fee',
  'steps',
  'capital',
  'tax',
  'loan',
  'interest',
  'collateral',
  'land',
  'training',
  'workers',
  'market',
  'infrastructure',
  'insurance',
  'rights',
  'duties',
  'organs',
  'profit',
  'forms',
  'compare',
  'convert',
  'status',
  'payer',
  'decider',
  'otherwise',
  'law',
  'target',
  'place',
  'figures',
  'leave',
  'close',
  'other',
] as const;
export const Aspect = z.enum(aspects);

/** A calculation shown in an answer: the checker recomputes it. */
export const Calculation = z.strictObject({
  show: words,
  rule: z.enum(['last-day-of-months']),
  from: Day,
  months: whole,
});

/** Numbers a case lies in: `over` is left out itself, `from` and `to` count. */
export const Range = z.strictObject({
  over: whole.optional(),
  from: whole.optional(),
  to: whole.optional(),
});
/**
 * An amount for each kg or ha, with the case it holds for, so that what a person lost can be counted: `value` in đồng,
 * `share` of the area lost in percent, `days` since sowing; `when`: words by which people say that it stands so far
 * ("sắp thu"). `line`: the card's own words that say it.
 */
export const Rate = z.strictObject({
  per: z.enum(['kg', 'ha']),
  value: whole,
  line: words,
  share: Range.optional(),
  days: Range.optional(),
  when: z.array(words).min(1).optional(),
});

/** A stage whose rate was not read well enough to count by: the words people say for it, and the card's own line for it. */
export const Uncounted = z.strictObject({ when: z.array(words).min(1), line: words });

/**
 * What the rates do not count (another animal, another cause), and the card that says what is known of it: one of
 * `when`, and of `and` where there is any, must be said, and none of `unless`.
 */
export const Beyond = z.strictObject({
  card: id,
  when: z.array(words).min(1),
  and: z.array(words).default([]),
  unless: z.array(words).default([]),
});

/**
 * A share that the law sets of a sum a person may name, so that what it comes to can be counted: `percent` of `of`, in
 * the card's own words, no more than `most` đồng. `when`: words that name such a sum ("lãi 80 triệu"); `part`: words
 * that name what is held against the share ("góp 250 triệu"); with one of `unless` it is another matter. `own`: what
 * the borrower must bring, of loan and own part together.
 */
export const Portion = z.strictObject({
  percent: whole.refine((n) => n > 0 && n <= 100),
  of: words,
  most: whole.optional(),
  when: z.array(words).min(1),
  part: z.array(words).default([]),
  unless: z.array(words).default([]),
  own: flag.optional(),
});

/**
 * What a person bears at most, where that is a sum they may name: `of`, in the card's own words, `when`, words that
 * name it ("góp 20 triệu"), `against`, words that name what it is held against ("nợ 2 tỷ"), and the card's own line
 * that goes with it; with one of `unless` it is another matter.
 */
export const Bound = z.strictObject({
  of: words,
  when: z.array(words).min(1),
  against: z.array(words).min(1),
  line: words,
  unless: z.array(words).default([]),
});

/**
 * How many of some people must agree, so that it can be counted for so many of them: `share` of `of`, in the card's own
 * words ("hơn 50%" of "tổng số thành viên"); with one of `unless` another matter is voted on.
 */
export const Majority = z.strictObject({
  share: words,
  of: words,
  unless: z.array(words).default([]),
});

/**
 * Months or years at which a case of the card begins or ends, so that a time told can be held against them: `limit`, in
 * the card's own words ("từ 12 tháng trở lên"), `when`, words that name what lasts so long; with one of `unless` it is
 * another matter.
 */
export const Span = z.strictObject({
  limit: words,
  when: z.array(words).min(1),
  unless: z.array(words).default([]),
});

export const actions = ['register', 'staff', 'my-data'] as const;

/** One curated answer. `known: false` says honestly that the store has nothing and offers a person. */
export const Card = z.strictObject({
  title: words,
  status: z.enum(['published', 'draft']),
  known: flag.optional(),
  forms: z.array(Form).default([]),
  aspect: Aspect,
  answer: words,
  details: z.array(words).default([]),
  for: words.optional(),
  next: words.optional(),
  cites: z.array(id).default([]),
  /** Clauses of earlier law that the text only mentions ("trước đây …"): they do not decide validity. */
  background: z.array(id).default([]),
  calculations: z.array(Calculation).default([]),
  rates: z.array(Rate).default([]),
  uncounted: z.array(Uncounted).default([]),
  beyond: z.array(Beyond).default([]),
  portions: z.array(Portion).default([]),
  bounds: z.array(Bound).default([]),
  majorities: z.array(Majority).default([]),
  spans: z.array(Span).default([]),
  related: z.array(id).default([]),
  /** The card that answered the same question under the law before. */
  earlier: id.optional(),
  action: z.enum(actions).optional(),
  /** The office that staff have filled in is said before the answer. */
  office: flag.optional(),
  /** Support for what was lost: the rule of the day of the loss counts, not today's. */
  loss: flag.optional(),
  reviewer: words,
  review_by: Day,
  asks: z.array(words),
});

/** A cue, an entry of `talk/`: what is said that is no question to the knowledge: greeting, thanks, weather, distress, a request to stop. */
export const outcomesOfCues = ['small_talk', 'off_topic', 'urgent', 'handover', 'action'] as const;
export const Cue = z.strictObject({
  title: words,
  outcome: z.enum(outcomesOfCues),
  /** For `action` and `handover`: what the conversation does. */
  does: z
    .enum([
      'register',
      'staff',
      'my-data',
      'erase',
      'stop',
      'back',
      'skip',
      'menu',
      'edit',
      'later',
      'explain',
      'more',
    ])
    .optional(),
  /** Sentences the bot says; empty when the action speaks for itself. */
  say: z.array(words).default([]),
  asks: z.array(words).min(1),
  /** Words that settle it wherever they stand ("rắn cắn", "bố … đánh" with a few words between): for distress, where missing one costs most. */
  signs: z.array(words).default([]),
  /** Signs that count only in what is told as happening: not long ago, not supposed, not in a question about support. */
  signs_now: z.array(words).default([]),
  /** For distress: what is only supposed ("nếu tổ trưởng bỏ trốn thì ai trả") is no sign of it. */
  not_supposed: flag.optional(),
  /** For distress: it takes things and animals too; who tells of nothing else is reminded of people, and answered. */
  takes_things: flag.optional(),
  /** For distress over money or papers: what to do is said once, and a question behind it is answered. */
  once: flag.optional(),
  /** For distress: what is said instead of all of `say` once that was said, the number to call first of all. */
  again: words.optional(),
  /** For distress: what is often said next ("114 không nghe máy", "có lấy lại được tiền không"), by its signs, with the line that fits. */
  follows: z.array(z.strictObject({ signs: z.array(words).min(1), say: words })).default([]),
  /** Understood only in just these words, never by likeness: they are too near to real questions ("nghĩa là sao"). */
  exact: flag.optional(),
  /** Said in passing, never the answer to a step of a form ("chào em"). */
  passing: flag.optional(),
});

/** A dated figure, start dates only; a value holds until the next. */
export const Amount = z.strictObject({
  id,
  title: words,
  values: z.array(
    z.strictObject({
      from: Day,
      value: words,
      cites: z.array(id).min(1, 'mỗi mức phải có điều khoản dẫn chứng'),
    }),
  ),
});

/** The name people read for a folder of cards; `id` is the folder's. `loss`: who asks of it has lost something, and is not asked to form a group. */
export const Topic = z.strictObject({ id, title: words, loss: flag.optional() });

export const Place = z.strictObject({
  id,
  name: words,
  kind: z.enum(['phuong', 'xa', 'tinh', 'thanh-pho', 'huyen', 'thon']),
  /** The new unit it belongs to since `since`; absent on the new units themselves. */
  now: id.optional(),
  since: Day.optional(),
  aliases: z.array(words).default([]),
  /** Without marks its name is also a common word: it counts only behind "ở", "huyện" and the like. */
  also_word: flag.optional(),
  /** A namesake elsewhere: the bot asks rather than guesses. */
  trap: words.optional(),
  /** The places to choose among when the trap is sprung. */
  namesakes: z.array(id).default([]),
  /** false: outside the area served; the bot says so. */
  served: flag.optional(),
  /** The wider area of that name holds wards served: naming it tells no place. */
  holds_served: flag.optional(),
  cites: z.array(id).default([]),
});

export const Office = z.strictObject({
  id,
  name: words,
  place: id.optional(),
  does: words,
  address: words.optional(),
  phone: words.optional(),
  hours: words.optional(),
  verified: words,
  cites: z.array(id).default([]),
});

export const Product = z.strictObject({ id, name: words, aliases: z.array(words).default([]) });

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

export const Target = z.strictObject({
  id,
  title: words,
  /** "year" repeats every year; otherwise the year by whose end it must be reached. */
  when: z.union([z.literal('year'), whole], 'chỉ viết year (hằng năm) hoặc một năm, ví dụ 2030'),
  measure: z.enum([
    'new-tht',
    'new-tht-members',
    'new-htx',
    'new-htx-members',
    'tht',
    'tht-members',
    'htx',
    'htx-members',
    'good-share',
    'chain-share',
    'high-tech-htx',
    'workforce-share',
    'effective-share',
  ]),
  at_least: words,
  cites: z.array(id).min(1),
});

export type Document = z.infer<typeof Document>;
export type Provision = z.infer<typeof Provision>;
export type Form = z.infer<typeof Form>;
export type Aspect = z.infer<typeof Aspect>;
export type Card = z.infer<typeof Card> & { id: string; topic: string };
export type Rate = z.infer<typeof Rate>;
export type Caution = z.infer<typeof Caution>;
export type Bound = z.infer<typeof Bound>;
export type Majority = z.infer<typeof Majority>;
export type Span = z.infer<typeof Span>;
export type Portion = z.infer<typeof Portion>;
export type Range = z.infer<typeof Range>;
export type Cue = z.infer<typeof Cue> & { id: string };
export type Amount = z.infer<typeof Amount>;
export type Topic = z.infer<typeof Topic>;
export type Place = z.infer<typeof Place>;
export type Office = z.infer<typeof Office>;
export type Product = z.infer<typeof Product>;
export type Words = z.infer<typeof Words>;
export type Ring = z.infer<typeof Ring>;
export type Target = z.infer<typeof Target>;
