// What a step was answered with goes into the form: a line and whatever was told beside it, a place to choose, consent with name, number and time behind it.
import { say } from '../../../../knowledge/wording.ts';
import { asTyped, type Context, type Draft, line } from '../../../context.ts';
import type { RegisterFlow } from '../../../state.ts';
import { countAnswered } from '../../../understand/told/count.ts';
import type { World } from '../../../world.ts';
import { askWhich, noticeRead } from '../ask/step.ts';
import { changedLines, takenLines } from '../ask/taken.ts';
import { askUnknownPlace } from '../ask/unknown-place.ts';
import { noteAdded } from '../change/note.ts';
import { refuseConsent } from '../end/refuse.ts';
import { advance, ask, onward } from '../go-on.ts';
import { isBareTrade, kindOf } from '../read/kinds.ts';
import { linesIn } from '../start.ts';
import { lineOfStep, personal, type Step } from '../steps.ts';
import { toldBehind } from './consent.ts';
import { type Taken, takeAnswer, toldBesideNumber } from './take-answer.ts';
import { takePlace } from './take-place.ts';

export function settle(
  context: Context,
  flow: RegisterFlow,
  taken: Exclude<Taken, { kind: 'again' }>,
): Draft {
  const { state, heard, world } = context;
  const mask = personal[flow.step];
  switch (taken.kind) {
    case 'set': {
      const besides = heard.kind === 'text' ? toldBesides(flow, heard.text, world) : {};
      const note = flow.step === 'note' ? taken.fields.note : noteAdded(flow.draft.note, taken.fields.note);
      const fields = { ...besides, ...taken.fields, ...(note === undefined ? {} : { note }) };
      const next = { ...flow, draft: { ...flow.draft, ...fields } };
      const which = namesakesIn(context, next);
      if (which) return settle(context, next, which);
      const before = [
        ...(flow.editing
          ? changedLines(context, fields)
          : onward(next).step === 'summary'
            ? []
            : takenLines(context, fields)),
        ...(taken.note ? [line(taken.note)] : []),
      ];
      return advance(context, next, before, mask);
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
      const fields = heard.kind === 'text' ? toldBehind(heard.text, world) : {};
      if (!noticeRead(flow, world)) return ask(context, flow, [], fields.name ? personal.name : undefined);
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
      const gone =
        flow.early && !name && !phone ? [line(say(world.knowledge.wording, 'early_not_kept'))] : [];
      if (!name && !phone && !bestTime) return advance(context, { ...flow, draft, consent }, gone);
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

/** "Lập tổ nuôi gà, 4 nhà", where only the form was asked; "…, 6 người, chè" where another line of the group was. */
export function toldBesides(flow: RegisterFlow, text: string, world: World): RegisterFlow['draft'] {
  if (flow.step === 'form') return linesIn(text, world);
  const step = lineOfStep(flow.step);
  if (!ofGroup.has(step) || flow.kind !== 'group' || flow.editing) return {};
  const pieces = text.split(/\s*[,;.]\s+/).slice(1);
  const count = pieces.map(countAnswered).find((c) => c?.unit && c.sure && !c.besides);
  const trade = step === 'product' ? undefined : pieces.find((piece) => isTrade(piece, world));
  const taken = trade === undefined ? undefined : takeAnswer('product', asTyped(trade), world);
  return {
    ...(taken?.kind === 'set' ? taken.fields : {}),
    ...(count ? { members: count.members, memberUnit: count.memberUnit } : {}),
  };
}
const ofGroup: ReadonlySet<Step> = new Set(['place', 'product', 'members']);
const isTrade = (piece: string, world: World): boolean =>
  isBareTrade(piece, world) || kindOf(piece, world) === 'trade';

/** "Lập tổ nuôi gà, em ở …" with a name of several places, where the place would be asked next: only which of them is. */
function namesakesIn({ heard, world }: Context, next: RegisterFlow): (Taken & { kind: 'which' }) | undefined {
  if (heard.kind !== 'text' || next.step === 'place' || onward(next).step !== 'place') return undefined;
  const place = takePlace(undefined, heard.text, world);
  return place.kind === 'which' ? place : undefined;
}
