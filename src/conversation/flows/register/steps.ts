// The steps of registering, in order: which may be passed over, which are the person's own, which are done.
import type { RegisterFlow } from '../../state.ts';
import { hiddenName, hiddenNumber } from '../../turn/without-own.ts';

export type Step = RegisterFlow['step'];
/** A step that fills a line of the form; the others ask more about one, which line to change, or show the whole. */
export type FieldStep = Exclude<Step, 'place-which' | 'place-elsewhere' | 'edit-which' | 'summary'>;
/** The line a step is about. */
export const lineOfStep = (step: Step): Step =>
  step === 'place-which' || step === 'place-elsewhere' ? 'place' : step;

export const groupSteps: readonly FieldStep[] = [
  'form',
  'place',
  'product',
  'members',
  'consent',
  'name',
  'phone',
  'time',
  'note',
];
export const callbackSteps: readonly FieldStep[] = ['consent', 'name', 'phone', 'time', 'note'];
export const stepsOf = (kind: RegisterFlow['kind']): readonly FieldStep[] =>
  kind === 'group' ? groupSteps : callbackSteps;

type Fields = RegisterFlow['draft'];
/** What a skipped step leaves out of the form. */
const skippable: Partial<Record<Step, readonly (keyof Fields)[]>> = {
  product: ['product', 'productText'],
  members: ['members', 'memberUnit'],
  time: ['bestTime'],
  note: ['note'],
};
export const maySkip = (step: Step): boolean => step in skippable;
export const withoutStep = (draft: Fields, step: Step): Fields => {
  const gone: readonly string[] = skippable[step] ?? [];
  return Object.fromEntries(Object.entries(draft).filter(([field]) => !gone.includes(field)));
};

/** Steps whose words are the person's own: what is kept of them in the talk. */
export const personal: Partial<Record<Step, string>> = { name: hiddenName, phone: hiddenNumber };

export const isDone: Record<FieldStep, (flow: RegisterFlow) => boolean> = {
  form: (f) => f.draft.form !== undefined,
  place: (f) => f.draft.placeText !== undefined,
  product: (f) => f.draft.productText !== undefined,
  members: (f) => f.draft.members !== undefined,
  consent: (f) => f.consent !== undefined || f.updates !== undefined,
  name: (f) => f.draft.name !== undefined,
  phone: (f) => f.draft.phone !== undefined,
  time: (f) => f.draft.bestTime !== undefined,
  // Never asked for, only changed.
  note: () => true,
};

/** With consent, or where one that was sent is put right. */
export const isNumberAsked = ({ step, consent, updates }: RegisterFlow): boolean =>
  step === 'phone' && (consent !== undefined || updates !== undefined);
