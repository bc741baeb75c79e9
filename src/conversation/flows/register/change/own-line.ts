// A name or a number put right at another step: "nhầm số, 0912 345 679" where the call time is asked, "à nhầm tên là Lam" where the number is.
import { say } from '../../../../knowledge/wording.ts';
import { isFullName, isTitledName } from '../../../../language/family-names.ts';
import { fold, syllables } from '../../../../language/fold.ts';
import {
  findPhone,
  maskNumbers,
  sayPhone,
  withEnding,
  withPlainNumbers,
} from '../../../../language/phones.ts';
import { asTyped, type Context, type Draft, line, saying, type Typed } from '../../../context.ts';
import type { RegisterFlow } from '../../../state.ts';
import { takeAnswer, toldBesideNumber } from '../answer/take-answer.ts';
import { brokenPhone } from '../ask/once-more.ts';
import { takenParts } from '../ask/taken.ts';
import { advance, ask } from '../go-on.ts';
import { addsNumber } from '../read/adds-number.ts';
import { asksBack } from '../read/asks-back.ts';
import { introducesName, nameIn, numberBehind } from '../read/name.ts';
import { lineDenied, lineNamed, type NamedLine } from '../read/typed.ts';
import { type FieldStep, isDone, personal, type Step, stepsOf } from '../steps.ts';
import { noteTold } from './note-told.ts';
import { putsRight, withoutOpener } from './other-line.ts';

/** Name and number only where they may be kept: behind consent; what goes with the form, wherever it was shown. */
export function ownLine(context: Typed, flow: RegisterFlow): Draft | undefined {
  const { heard, world } = context;
  const told = noteTold(context, flow);
  if (told) return told;
  if (!(flow.consent || flow.updates)) return undefined;
  const typed = findPhone(heard.text);
  const ended = withEnding(typed ?? flow.draft.phone ?? '', heard.text);
  const phone = flow.step === 'phone' && typed ? undefined : (ended ?? typed);
  const second = phone && secondNumber(context, flow, phone);
  if (second) return second;
  if (phone && saysLittleBesides(heard.text, flow)) return withPhone(context, flow, phone, heard.text);
  const named = lineMeant(heard.text, flow) ?? nameMeant(heard.text, flow) ?? lineDenied(heard.text);
  if (!named || named.step === flow.step || !stepsOf(flow.kind).includes(named.step)) return undefined;
  if (named.value === undefined) {
    return isDone[named.step](flow) ? ask(context, { ...flow, step: named.step, tries: 0 }, []) : undefined;
  }
  const taken = takeAnswer(named.step, asTyped(named.value), world);
  if (taken.kind !== 'set') return undefined;
  const next = { ...flow, draft: { ...flow.draft, ...taken.fields } };
  const shown = takenParts(taken.fields, world).join(', ') || named.value;
  return changed(context, next, shown, personal[named.step]);
}
/** "Thêm số nữa …", "số vợ tôi … gọi cũng được", where one stands there: a form has one, and none is put in its place unasked. */
function secondNumber(context: Typed, flow: RegisterFlow, phone: string): Draft | undefined {
  const { phone: first } = flow.draft;
  if (!first || first === phone || !addsNumber(context.heard.text)) return undefined;
  const told = line(say(context.world.knowledge.wording, 'one_number', { number: sayPhone(first) }));
  return { ...ask(context, flow, [told]), keptSaid: personal.phone };
}

/** Where the name is asked for, name, number and time may all be told, so long as nothing is asked. */
function saysLittleBesides(text: string, { step }: RegisterFlow): boolean {
  const besides = maskNumbers(text);
  const said = syllables(besides).length;
  return said <= besidesNumber || (step === 'name' && said <= besidesName && !asksBack(besides));
}
const besidesNumber = 12;
const besidesName = 24;

/** Where the name is asked for, it may stand before the number. */
function withPhone(context: Context, flow: RegisterFlow, phone: string, text: string): Draft {
  const bestTime = flow.draft.bestTime ?? toldBesideNumber(text).bestTime;
  const draft = { ...flow.draft, phone, ...(bestTime ? { bestTime } : {}) };
  const upTo = withPlainNumbers(text).replace(/(\d[\d\s.()-]{7,}\d).*$/su, '$1');
  const beside = flow.step === 'name' ? upTo.replace(numberBehind, '') : '';
  const name = [beside, beside.split(/[,;]/)[0] ?? '']
    .filter((said) => said !== '')
    .map((said) => takeAnswer('name', asTyped(said), context.world))
    .find((taken) => taken.kind === 'set');
  if (name?.kind === 'set')
    return advance(
      context,
      { ...flow, draft: { ...draft, ...name.fields } },
      [],
      `${personal.name} ${personal.phone}`,
    );
  if (flow.step === 'phone') return righted(context, { ...flow, draft }, phone);
  return changed(context, { ...flow, draft }, sayPhone(phone), personal.phone);
}

/** "Vẫn số đó nhưng cuối là 560", where the number was asked for again: that answers it. */
function righted(context: Context, flow: RegisterFlow, phone: string): Draft {
  const told = line(say(context.world.knowledge.wording, 'line_changed', { lines: sayPhone(phone) }));
  return advance(context, flow, [told], personal.phone);
}

/** Says what was written down and asks the step again. */
function changed(context: Context, flow: RegisterFlow, lines: string, keptSaid: string | undefined): Draft {
  const next: RegisterFlow = flow.step === 'edit-which' ? { ...flow, step: 'summary' } : flow;
  const told = line(say(context.world.knowledge.wording, 'line_changed', { lines }));
  const broken = brokenPhone(context, next);
  const asked = broken ? saying(told, broken) : ask(context, next, [told]);
  return { ...asked, ...(keptSaid ? { keptSaid } : {}) };
}

/** "Tên Minh", "Giàng A Páo", said behind the step that asks for it. */
function nameMeant(text: string, flow: RegisterFlow): NamedLine | undefined {
  if (!behindName.has(flow.step)) return undefined;
  for (const part of [text, ...text.split(/[,.;!?]+\s+/u)]) {
    const bare = part.replace(/[\s!.…]+$/u, '');
    const whole = part === text && (isFullName(bare) || isTitledName(bare));
    if (whole || (/\bten\b/.test(fold(part)) && introducesName(part)))
      return { step: 'name', value: nameIn(part) };
  }
  return undefined;
}
const behindName: ReadonlySet<Step> = new Set(['phone', 'time', 'summary', 'edit-which']);

/** Behind "nhầm", or where a line's own name introduces it. */
function lineMeant(message: string, flow: RegisterFlow): NamedLine | undefined {
  const text = message.replace(lineFirst, '$2 $1$3');
  const rights = putsRight(text);
  if (!rights && !introducedAt.has(flow.step)) return undefined;
  const rest = rights ? withoutOpener(text) : text;
  for (const part of [
    rest,
    ...rest
      .split(/[,.;]+\s*/)
      .slice(1)
      .reverse(),
  ]) {
    const named = lineNamed(part);
    if (named?.value !== undefined) return named;
  }
  return rights ? wrongLine(rest, flow) : undefined;
}
/** "Số sai rồi", "tên bị nhầm" are "sai số rồi", "nhầm tên". */
const lineFirst =
  /^((?:số|so|tên|ten|họ tên|ho ten)(?:\s+(?:điện thoại|dien thoai|đt|dt|người|nguoi))?|sđt|sdt)(?:\s+(?:của )?(?:em|tôi|toi|mình|minh|này|nay))?(?:\s+(?:bị|bi|ghi|viết))?\s+(sai|nhầm|nham|lộn|lon)(?!\p{L})(?:\s+(?:rồi|roi|r|mất|mat)(?!\p{L}))*(.*)$/isu;
const introducedAt: ReadonlySet<Step> = new Set(['phone', 'time']);

/** "Nhầm số rồi", "sai tên": which line, and nothing of what it shall be. */
function wrongLine(rest: string, flow: RegisterFlow): { step: FieldStep } | undefined {
  const said = syllables(rest)
    .filter((w) => !ending.has(w))
    .join(' ');
  if (said === 'so') return { step: flow.draft.phone ? 'phone' : 'members' };
  const named = lineNamed(said);
  return named && named.value === undefined ? { step: named.step } : undefined;
}
const ending = new Set('roi a em oi nhe mat toi cua'.split(' '));
