// Where we are in a talk: plain data with a version; what fails to parse starts the person anew with an apology.
import { z } from 'zod';
import { Aspect } from '../knowledge/schema/aspect.ts';
import { Form } from '../knowledge/schema/form.ts';
import { Consent, LeadDetails } from '../leads/lead.ts';
import { Choice } from './message.ts';
import { DeniedCards } from './state/denied-cards.ts';
import { Loss } from './state/loss.ts';
import { Unsure } from './state/unsure.ts';
import { Pace } from './turn/pace.ts';

/** What the last answer was about, so that "thế còn tổ hợp tác?" can be understood. */
export const Topic = z.object({
  card: z.string().optional(),
  /** The answer before that one: what the talk is about again, where the last was not what was asked. */
  before: z.string().optional(),
  /** The answers before those, the latest first: people come back to what was spoken of. */
  earlier: z.array(z.string()).max(4).optional(),
  form: Form.optional(),
  aspect: Aspect.optional(),
  asOf: z.string().optional(),
});
export type Topic = z.infer<typeof Topic>;

/** What was told that the talk is about until another of the same kind is named: a form of organisation, a thing lost or kept, what befell it, what became of a member. */
export const subjectKinds = ['form', 'thing', 'cause', 'event'] as const;
export const Subjects = z.partialRecord(z.enum(subjectKinds), z.array(z.string()));
export type Subjects = z.infer<typeof Subjects>;

/** Things told earlier in the talk, used in answers and in the register flow. Ids are knowledge ids; a trade of no list stands in its own words. */
export const Told = LeadDetails.pick({
  place: true,
  product: true,
  productText: true,
  form: true,
  members: true,
  memberUnit: true,
});
export type Told = z.infer<typeof Told>;

export const registerSteps = [
  'form',
  'place',
  'place-which',
  'place-elsewhere',
  'product',
  'members',
  'consent',
  'name',
  'phone',
  'time',
  'note',
  'summary',
  'edit-which',
] as const;

/** A draft of a lead; lives for days. `editing` returns to the summary after one step. */
export const RegisterFlow = z.object({
  flow: z.literal('register'),
  step: z.enum(registerSteps),
  kind: LeadDetails.shape.kind,
  editing: z.boolean().default(false),
  updates: z.string().optional(),
  question: z.string().optional(),
  draft: LeadDetails.omit({ kind: true }),
  /** The lines as they stood before the last change where the whole form is shown, to be put back. */
  was: LeadDetails.omit({ kind: true }).optional(),
  /** The version of the notice that was shown in this form: consent is given behind it alone. */
  notice: z.string().optional(),
  consent: Consent.optional(),
  /** A name or number was told before consent and is kept nowhere: whoever points back to it is told so. */
  early: z.boolean().optional(),
  tries: z.number().int().default(0),
  /** A number of people that the person was asked to confirm. */
  countAsked: z.number().int().optional(),
  countUnit: LeadDetails.shape.memberUnit,
  skipped: z.array(z.enum(registerSteps)).default([]),
});
export type RegisterFlow = z.infer<typeof RegisterFlow>;

/** A form that opens at this step, with what is in it already. */
export const freshForm = (
  kind: RegisterFlow['kind'],
  step: RegisterFlow['step'],
  draft: RegisterFlow['draft'],
): RegisterFlow => ({ flow: 'register', kind, step, editing: false, tries: 0, skipped: [], draft });

/** A person's own data: shown, and asked once more, or twice, before it is erased. */
export const MyDataFlow = z.object({
  flow: z.literal('my-data'),
  step: z.enum(['show', 'confirm-erase', 'erase-again']),
});
export type MyDataFlow = z.infer<typeof MyDataFlow>;

const Flow = z.discriminatedUnion('flow', [RegisterFlow, MyDataFlow]);

export const State = z.object({
  version: z.literal(1),
  greeted: z.boolean(),
  topic: Topic,
  told: Told,
  subjects: Subjects.optional(),
  loss: Loss.optional(),
  /** Own sums that were told behind the answer of `card`, in đồng: the whole its share is taken of, and what is held against that. */
  figures: z
    .object({ card: z.string(), whole: z.number().optional(), part: z.number().optional() })
    .optional(),
  /** What was typed last, masked, where a sum or a day was reckoned from it: what is claimed next may be that. */
  reckoned: z.string().optional(),
  /** The day, of a year past, on which something was lost, as it was told. */
  lossOn: z.string().optional(),
  /** Choices on the table: typed numbers and labels choose among them. */
  offered: z.array(Choice),
  unsure: Unsure.optional(),
  denied: DeniedCards.optional(),
  /** The cue of the distress that was answered last: what leans on it is still about that. */
  distress: z.string().optional(),
  /** The same, where something else was answered or done since: only what is often said after it is still about that. */
  pastDistress: z.string().optional(),
  /** The cue of which what to do first of all was said once more. */
  reminded: z.string().optional(),
  /** The cue of the danger that is over, or of which people were reminded before an answer: that is not said again. */
  calmed: z.string().optional(),
  flow: Flow.optional(),
  /** A form left half-way to see one's data or to ask for a call back: taken up again by registering. */
  paused: RegisterFlow.optional(),
  source: z.string().optional(),
  /** What was asked or told last outside the form, masked: what it is about, and a short word behind it. It goes with a message to staff. */
  asked: z.array(z.string()).max(2).optional(),
  /** What the talk was about so far: the latest typed questions that said something, masked, for whoever calls back. */
  matters: z.array(z.string()).max(3).optional(),
  /** The card said last, and which of its lines were shown, by their places. */
  shown: z.object({ card: z.string(), lines: z.array(z.number().int()) }).optional(),
  /** A cooperative they have, a loss or a quarrel, or that they only mean to join, was told: forming a group is not offered. */
  notForming: z.enum(['has', 'harmed', 'joins']).optional(),
  /** How often the talk itself was complained of. */
  complaints: z.number().int().optional(),
  /** When the last turn was, ISO: a draft taken up again after hours is re-introduced. */
  lastAt: z.string().optional(),
  pace: Pace.optional(),
  /** While staff have the talk: until when, as the person was last told, and whether they are at their own data with the bot. */
  taken: z.object({ until: z.string(), ownData: z.boolean() }).optional(),
});
export type State = z.infer<typeof State>;

export const freshState: State = { version: 1, greeted: false, topic: {}, told: {}, offered: [] };

/** What a message is read behind: the topic, what was asked last, and what was told. */
export type Behind = Topic & { asked?: string; subjects?: Subjects };
export const behind = ({
  topic,
  asked = [],
  subjects,
}: Pick<State, 'topic' | 'asked' | 'subjects'>): Behind => ({
  ...topic,
  ...(asked.length > 0 ? { asked: asked.join(' ') } : {}),
  ...(subjects ? { subjects } : {}),
});

/** Reads a stored state; `undefined` when it is of another version or broken. */
export function parseState(json: string): State | undefined {
  try {
    const read = State.safeParse(JSON.parse(json));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
