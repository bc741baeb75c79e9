// An answer to the step the form stands at: it fills its line and the form goes on, at the summary it sends or changes a line.
import { say } from '../../../../knowledge/wording.ts';
import { isAsking } from '../../../../language/asking.ts';
import { fold, syllables } from '../../../../language/fold.ts';
import { asTyped, type Context, type Draft, type Heard, line, saying } from '../../../context.ts';
import type { RegisterFlow } from '../../../state.ts';
import type { World } from '../../../world.ts';
import { saveLead } from '../end/save.ts';
import { advance, ask, askStill, onward } from '../go-on.ts';
import { agrees, kindOf, namesTrade } from '../read/kinds.ts';
import {
  lineEmptied,
  lineNamed,
  type NamedLine,
  saysKeep,
  saysNone,
  saysSend,
  saysWrong,
  withoutNoteDropped,
} from '../read/typed.ts';
import { wishIn } from '../read/wishes.ts';
import { skipStep } from '../steer.ts';
import { maySkip, stepsOf, withoutStep } from '../steps.ts';
import { answersNotice } from './consent.ts';
import { settle } from './settle.ts';
import { type Taken, takeAnswer } from './take-answer.ts';
import { takePlace } from './take-place.ts';
import { amongOffered, namedButton, placeOffered } from './which-place.ts';

/** `undefined` when it was not understood. */
export function takeStep(context: Context, flow: RegisterFlow): Draft | undefined {
  const { heard, world } = context;
  const chosen = heard.kind === 'choice' ? heard.id : undefined;
  if (chosen?.startsWith('lead:')) return undefined;
  const besides = heard.kind === 'text' && mayHaveNote(flow) ? withoutNoteDropped(heard.text) : undefined;
  if (heard.kind === 'text' && besides !== undefined) {
    const dropped: RegisterFlow = { ...flow, draft: withoutStep(flow.draft, 'note') };
    const told = line(say(world.knowledge.wording, 'note_dropped'));
    const rest =
      besides === '' ? undefined : takeStep({ ...context, heard: { ...heard, text: besides } }, dropped);
    if (rest) return saying(told, rest);
    return canEdit(flow)
      ? ask(context, { ...dropped, step: 'summary' }, [])
      : askStill(context, dropped, [told]);
  }
  const emptied = heard.kind === 'text' && canEdit(flow) ? lineEmptied(heard.text) : undefined;
  if (emptied && maySkip(emptied)) {
    const draft = withoutStep(flow.draft, emptied);
    return advance(context, { ...flow, draft, skipped: [...flow.skipped, emptied] }, []);
  }
  const named =
    heard.kind === 'text' && canEdit(flow) ? lineNamed(heard.text.replace(joining, '')) : undefined;
  if (named && stepsOf(flow.kind).includes(named.step)) return changeLine(context, flow, named);
  if (flow.step === 'summary') {
    if (chosen === 'register:send' || (heard.kind === 'text' && saysSend(heard.text)))
      return saveLead(context, flow);
    const wrong = heard.kind === 'text' && saysWrong(heard.text);
    return wrong ? ask(context, { ...flow, step: 'edit-which' }, []) : undefined;
  }
  if (flow.step === 'edit-which') {
    const sends = heard.kind === 'text' && saysSend(heard.text);
    // "Ok" here may mean many things; "gửi đi" only one.
    if (sends && syllables(heard.text).includes('gui')) return saveLead(context, flow);
    if (sends || (heard.kind === 'text' && saysKeep(heard.text))) return advance(context, flow, []);
    const step = stepsOf(flow.kind).find((s) => chosen === `edit:${s}`);
    const editing = onward(flow).step === 'summary';
    return step ? ask(context, { ...flow, step, editing, tries: 0 }, []) : undefined;
  }
  const sure = countConfirmed(context, flow);
  if (sure) return sure;
  if (
    flow.step === 'time' &&
    heard.kind === 'text' &&
    (kindOf(heard.text, world) === 'sends' || saysNone(heard.text))
  )
    return skipStep(context);
  const place = chosenPlace(context, flow) ?? typedPlace(context, flow);
  const taken = takeAnswer(flow.step, place ?? heard, world);
  if (taken.kind === 'again' || (taken.kind === 'consented' && !answersNotice(context))) return undefined;
  return settle(context, flow, taken);
}

/** "150 người, đúng không?": a yes takes it, a no asks again. */
function countConfirmed(context: Context, flow: RegisterFlow): Draft | undefined {
  const { heard } = context;
  if (flow.step !== 'members' || !flow.countAsked) return undefined;
  const agreed =
    heard.kind === 'choice'
      ? heard.id === 'members:yes'
      : heard.kind === 'text' && (agrees(heard.text) || saysCount(heard.text, flow.countAsked));
  if (agreed)
    return settle(context, flow, {
      kind: 'set',
      fields: { members: flow.countAsked, memberUnit: flow.countUnit },
    });
  const denied = heard.kind === 'text' && wishIn(heard.text) === 'refuse';
  return denied ? ask(context, { ...flow, countAsked: undefined }, []) : undefined;
}

/** "5 nhà 10 người cơ", where 10 were asked about. */
const saysCount = (text: string, count: number): boolean =>
  new RegExp(`(?<!\\d)${count} (?:nguoi|ng)\\b`).test(fold(text)) && !isAsking(text);

/** Where wards or namesakes are offered their names choose among them. */
export function chosenPlace({ heard, state, world }: Context, flow: RegisterFlow): Heard | undefined {
  if ((flow.step !== 'place-which' && flow.step !== 'place') || heard.kind !== 'text') return undefined;
  const offered = state.offered.filter((c) => c.id.startsWith('place:'));
  const find = flow.step === 'place' ? namedButton : amongOffered;
  const place = find(heard.text, offered, world);
  return place && { kind: 'choice', id: `place:${place.id}`, text: heard.text };
}

/** A yes to the place of no list that was shown back. */
function typedPlace({ heard, state }: Context, flow: RegisterFlow): Heard | undefined {
  const typed = state.offered.find((c) => c.id === 'place:typed');
  return flow.step === 'place' && typed && heard.kind === 'text' && agrees(heard.text)
    ? { kind: 'choice', id: typed.id, text: typed.label }
    : undefined;
}

/** "Sửa số người" asks for that line again; "số người là 9" fills it at once. */
function changeLine(context: Context, flow: RegisterFlow, { step, value }: NamedLine): Draft {
  const at: RegisterFlow = { ...flow, step, editing: true, tries: 0 };
  // "Tổ hợp tác" names its line and fills it.
  const typed = step === 'form' && context.heard.kind === 'text' ? context.heard.text : undefined;
  const told = value !== undefined && step === 'product' ? withoutComment(value, context.world) : value;
  const text = told ?? (typed && !changing.test(fold(typed)) ? typed : undefined);
  const taken =
    text === undefined
      ? undefined
      : keepingPlace(takeAnswer(step, asTyped(text), context.world), flow.draft, context.world);
  return taken && taken.kind !== 'again' ? settle(context, at, taken) : ask(context, at, []);
}

/** "Nuôi chim cút thôi, nhìn kì quá": the trade, without what is only said of it. */
function withoutComment(value: string, world: World): string {
  const [first = '', ...more] = value.split(/,\s+/);
  const only = kindOf(first, world) === 'trade' && !more.some((part) => namesTrade(part, world));
  return only ? first.replace(/\s+(?:thôi|thoi)$/iu, '') : value;
}

/** Of several places of one name the one that is written down already is meant; the others have names of their own. */
export function keepingPlace(taken: Taken, draft: RegisterFlow['draft'], world: World): Taken {
  const held = taken.kind === 'which' && taken.choices.find((c) => c.id === `place:${draft.place}`);
  return held ? takePlace(held.id, '', world) : taken;
}

/** … or, told beside other things, the only one that is served here. */
export function servedAmong(taken: Taken, world: World): Taken {
  const served =
    taken.kind === 'which' ? taken.choices.filter((c) => placeOffered(c, world)?.served !== false) : [];
  return served.length === 1 ? takePlace(served[0]?.id, '', world) : taken;
}

/** "Mà số người giờ là 5". */
const joining = /^(?:(?:mà|ma|à|ừ|ờ)\s+)+/iu;

const changing = /\b(?:sua|doi|thay|chua|lai)\b/;

/** Who drops it where the time is asked for, or where all is shown, speaks of it, be there one or not. */
const mayHaveNote = (flow: RegisterFlow): boolean =>
  flow.draft.note !== undefined || flow.step === 'time' || canEdit(flow);

const canEdit = (flow: RegisterFlow): boolean => flow.step === 'summary' || flow.step === 'edit-which';
