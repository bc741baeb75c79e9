// An answer to the step the form stands at: it fills its line and the form goes on, at the summary it sends or changes a line.
import { say } from '../../../knowledge/wording.ts';
import { isAsking } from '../../../language/asking.ts';
import { fold, syllables } from '../../../language/fold.ts';
import { type Context, type Draft, type Heard, line, saying } from '../../context.ts';
import type { RegisterFlow } from '../../state.ts';
import { countAnswered } from '../../understand/count-answered.ts';
import type { World } from '../../world.ts';
import { askWhich, noticeRead } from './ask-step.ts';
import { answersNotice, toldBehind } from './consent.ts';
import { advance, ask, askStill, onward } from './go-on.ts';
import { agrees, isBareTrade, kindOf } from './kinds.ts';
import { noteAdded } from './note.ts';
import { refuseConsent } from './refuse.ts';
import { saveLead } from './save.ts';
import { linesIn } from './start.ts';
import { skipStep } from './steer.ts';
import { lineOfStep, maySkip, personal, stepsOf, withoutStep } from './steps.ts';
import { type Taken, takeAnswer, toldBesideNumber } from './take-answer.ts';
import { takePlace } from './take-place.ts';
import { changedLines, takenLines } from './taken.ts';
import {
  lineEmptied,
  lineNamed,
  type NamedLine,
  saysKeep,
  saysNone,
  saysSend,
  saysWrong,
  withoutNoteDropped,
} from './typed.ts';
import { askUnknownPlace } from './unknown-place.ts';
import { amongOffered, namedButton } from './which-place.ts';
import { wishIn } from './wishes.ts';

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
  const named = heard.kind === 'text' && canEdit(flow) ? lineNamed(heard.text) : undefined;
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
  const text = value ?? (typed && !changing.test(fold(typed)) ? typed : undefined);
  const heard = { kind: 'text' as const, text: text ?? '', cut: false };
  const taken =
    text === undefined
      ? undefined
      : keepingPlace(takeAnswer(step, heard, context.world), flow.draft, context.world);
  return taken && taken.kind !== 'again' ? settle(context, at, taken) : ask(context, at, []);
}

/** Of several places of one name the one that is written down already is meant; the others have names of their own. */
export function keepingPlace(taken: Taken, draft: RegisterFlow['draft'], world: World): Taken {
  const held = taken.kind === 'which' && taken.choices.find((c) => c.id === `place:${draft.place}`);
  return held ? takePlace(held.id, '', world) : taken;
}

/** … or, told beside other things, the only one that is served here. */
export function servedAmong(taken: Taken, world: World): Taken {
  const served =
    taken.kind === 'which'
      ? taken.choices.filter((c) => world.knowledge.places.get(c.id.replace(/^place:/, ''))?.served !== false)
      : [];
  return served.length === 1 ? takePlace(served[0]?.id, '', world) : taken;
}

const changing = /\b(?:sua|doi|thay|chua|lai)\b/;

/** Who drops it where the time is asked for, or where all is shown, speaks of it, be there one or not. */
const mayHaveNote = (flow: RegisterFlow): boolean =>
  flow.draft.note !== undefined || flow.step === 'time' || canEdit(flow);

const canEdit = (flow: RegisterFlow): boolean => flow.step === 'summary' || flow.step === 'edit-which';

function settle(context: Context, flow: RegisterFlow, taken: Exclude<Taken, { kind: 'again' }>): Draft {
  const { state, heard, world } = context;
  const mask = personal[flow.step];
  const masked = mask ? { said: mask } : undefined;
  switch (taken.kind) {
    case 'set': {
      const besides = heard.kind === 'text' ? toldBesides(flow, heard.text, world) : {};
      const note = flow.step === 'note' ? taken.fields.note : noteAdded(flow.draft.note, taken.fields.note);
      const fields = { ...besides, ...taken.fields, ...(note === undefined ? {} : { note }) };
      const next = { ...flow, draft: { ...flow.draft, ...fields } };
      const which = namesakesIn(context, next);
      if (which) return settle(context, next, which);
      const before = (hide: boolean) => [
        ...(flow.editing
          ? changedLines(context, fields, hide)
          : onward(next).step === 'summary'
            ? []
            : takenLines(context, fields, hide)),
        ...(taken.note ? [line(taken.note)] : []),
      ];
      const shown = advance(context, next, before(false), masked);
      return mask ? { ...shown, masked: advance(context, next, before(true), masked).masked } : shown;
    }
    case 'sure':
      return ask(
        context,
        {
          ...flow,
          step: 'members',
          countAsked: taken.counted.members,
          countUnit: taken.counted.memberUnit,
        },
        [],
      );
    case 'unknown':
      return askUnknownPlace(context, { ...flow, tries: flow.tries + 1 }, taken.place);
    case 'which': {
      const next: RegisterFlow = { ...flow, step: 'place-which' };
      return {
        state: { ...state, flow: next },
        replies: [askWhich(taken.ask, taken.choices, world)],
        outcome: 'action',
      };
    }
    case 'elsewhere':
      return ask(context, { ...flow, step: 'place-elsewhere' }, []);
    case 'consented': {
      const fields = heard.kind === 'text' ? toldBehind(heard.text) : {};
      if (!noticeRead(flow, world))
        return ask(context, flow, [], fields.name ? { said: personal.name } : undefined);
      const consent = {
        at: world.now.toISOString(),
        channel: world.channel,
        messageId: world.messageId,
        version: world.knowledge.wording.version,
      };
      const { members, memberUnit } = heard.kind === 'text' ? linesIn(heard.text, world) : {};
      const draft = { ...flow.draft, ...(members ? { members, memberUnit } : {}) };
      const { name, phone } = fields;
      const beside = phone && heard.kind === 'text' ? toldBesideNumber(heard.text).bestTime : undefined;
      const bestTime = fields.bestTime ?? beside;
      if (!name && !phone && !bestTime) return advance(context, { ...flow, draft, consent }, []);
      const step = name ? 'name' : phone ? 'phone' : 'time';
      return settle(
        context,
        { ...flow, draft, consent, step },
        {
          kind: 'set',
          fields: { ...fields, ...(bestTime ? { bestTime } : {}) },
        },
      );
    }
    case 'refuse':
      return refuseConsent(context);
  }
}

/** "Lập tổ nuôi gà, 4 nhà", where only the form was asked; "…, 6 người, chè" where the place was. */
function toldBesides(flow: RegisterFlow, text: string, world: World): RegisterFlow['draft'] {
  if (flow.step === 'form') return linesIn(text, world);
  if (lineOfStep(flow.step) !== 'place' || flow.kind !== 'group' || flow.editing) return {};
  const pieces = text.split(/\s*[,;.]\s+/).slice(1);
  const count = pieces.map(countAnswered).find((c) => c?.unit && c.sure && !c.besides);
  const trade = pieces.find((piece) => isBareTrade(piece, world) || kindOf(piece, world) === 'trade');
  const taken =
    trade === undefined ? undefined : takeAnswer('product', { kind: 'text', text: trade, cut: false }, world);
  return {
    ...(taken?.kind === 'set' ? taken.fields : {}),
    ...(count ? { members: count.members, memberUnit: count.memberUnit } : {}),
  };
}

/** "Lập tổ nuôi gà, em ở …" with a name of several places, where the place would be asked next: only which of them is. */
function namesakesIn({ heard, world }: Context, next: RegisterFlow): (Taken & { kind: 'which' }) | undefined {
  if (heard.kind !== 'text' || next.step === 'place' || onward(next).step !== 'place') return undefined;
  const place = takePlace(undefined, heard.text, world);
  return place.kind === 'which' ? place : undefined;
}
