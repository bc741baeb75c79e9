// What a step of registering makes of an answer.
import { say } from '../../../../knowledge/wording.ts';
import { isAsking, isThanks, withoutPolite } from '../../../../language/asking.ts';
import { isFullName } from '../../../../language/family-names.ts';
import { fold, plainWords, syllables, withoutSigns } from '../../../../language/fold.ts';
import { findPhone, phonesIn, sayPhone, withEnding } from '../../../../language/phones.ts';
import type { Members } from '../../../../leads/lead.ts';
import type { Heard } from '../../../context.ts';
import type { Choice } from '../../../message.ts';
import type { RegisterFlow } from '../../../state.ts';
import { countAnswered, multiplied } from '../../../understand/told/count.ts';
import { countLed } from '../../../understand/told/count-led.ts';
import { tellsMore } from '../../../understand/told/index.ts';
import type { World } from '../../../world.ts';
import { noteOf } from '../change/note.ts';
import { asksBack } from '../read/asks-back.ts';
import { isPlainTime, namesTime, speaksOfPhone, timeTold } from '../read/call-time.ts';
import { isStrangeTo } from '../read/kinds.ts';
import { introducesName, nameIn, nameThenMore, surelyNames } from '../read/name.ts';
import { saysNone } from '../read/typed.ts';
import type { Step } from '../steps.ts';
import { consentWord } from './consent.ts';
import { mayBePlace, ownWords, placeAsTyped, takePlace } from './take-place.ts';
import { takeProduct, tellsTrade } from './take-product.ts';

type Fields = RegisterFlow['draft'];
/** `set` fills fields and goes on; `which` asks among namesakes; `elsewhere` asks for a place of no list; `unknown` and `sure` ask whether a place or a number is meant; `again` did not understand; `refuse` says no to consent. */
export type Taken =
  | { kind: 'set'; fields: Partial<Fields>; note?: string }
  | { kind: 'which'; ask: string; choices: Choice[] }
  | { kind: 'elsewhere' }
  | { kind: 'unknown'; place: string }
  | { kind: 'sure'; counted: Members }
  | { kind: 'consented' }
  | { kind: 'refuse' }
  | { kind: 'again' };

/** Reads an answer to a step. Nothing here decides what comes next. */
export function takeAnswer(step: Step, heard: Heard, world: World): Taken {
  const text = heard.kind === 'text' || heard.kind === 'choice' ? heard.text : '';
  const chosen = heard.kind === 'choice' ? heard.id : undefined;
  switch (step) {
    case 'form': {
      const form = chosen?.match(/^form:(tht|htx|unsure)$/)?.[1] ?? formTyped(text);
      return form === 'tht' || form === 'htx' || form === 'unsure'
        ? { kind: 'set', fields: { form } }
        : { kind: 'again' };
    }
    case 'place':
    case 'place-which':
      return chosen === 'place:elsewhere' ? { kind: 'elsewhere' } : placeOrUnknown(chosen, text, world);
    case 'place-elsewhere': {
      const known = takePlace(chosen, text, world);
      return known.kind === 'again' && mayBePlace(text, world) ? placeAsTyped(text, world) : known;
    }
    case 'product':
      return takeProduct(text, world);
    case 'members': {
      const count = countAnswered(text);
      const led = count ? undefined : countLed(text);
      const found = count ?? led;
      if (!found) return { kind: 'again' };
      const { members, memberUnit, sure } = found;
      const counted = { members, memberUnit };
      const note = led && isRemark(led.more) ? { note: noteOf(led.more) } : {};
      return sure ? { kind: 'set', fields: { ...counted, ...note } } : { kind: 'sure', counted };
    }
    case 'consent': {
      const word = consentWord(text);
      if (chosen === 'consent:yes' || word === 'yes') return { kind: 'consented' };
      return chosen === 'consent:no' || word === 'no' ? { kind: 'refuse' } : { kind: 'again' };
    }
    case 'name': {
      const given = (heard.kind === 'contact' ? heard.name : text) ?? '';
      const said = heard.kind === 'contact' ? undefined : nameThenMore(given);
      if (said && !isStrangeTo('name', said.name, world))
        return { kind: 'set', fields: { name: said.name, note: noteOf(said.more) } };
      const name = nameIn(given);
      if (
        name === undefined ||
        saysNone(given) ||
        (heard.kind !== 'contact' && isStrangeTo('name', name, world))
      )
        return { kind: 'again' };
      // Someone who shares their contact here has told both.
      const phone = heard.kind === 'contact' ? findPhone(heard.phone) : undefined;
      return { kind: 'set', fields: { name, ...(phone ? { phone } : {}) } };
    }
    case 'phone': {
      const found = findPhone(heard.kind === 'contact' ? heard.phone : text);
      const phone = found && (withEnding(found, text) ?? found);
      if (!phone) return { kind: 'again' };
      const several = phonesIn(text).some((other) => other.phone !== found);
      const number = { number: sayPhone(phone) };
      return {
        kind: 'set',
        fields: { phone, ...toldBesideNumber(text) },
        ...(several ? { note: say(world.knowledge.wording, 'one_number', number) } : {}),
      };
    }
    case 'time': {
      if (!mayBeTime(text, world)) return { kind: 'again' };
      const { bestTime, before } = timeTold(text);
      return { kind: 'set', fields: { bestTime, ...(isRemark(before) ? { note: noteOf(before) } : {}) } };
    }
    case 'note':
      return text.length > 0 ? { kind: 'set', fields: { note: noteOf(text) } } : { kind: 'again' };
    case 'summary':
    case 'edit-which':
      return { kind: 'again' };
  }
}

/** A place of no list is shown back, and written down as it was typed when that is chosen. */
function placeOrUnknown(chosen: string | undefined, text: string, world: World): Taken {
  if (chosen === 'place:typed') return placeAsTyped(text, world);
  const known = takePlace(chosen, text, world);
  const unknown = known.kind === 'again' && chosen === undefined && mayBePlace(text, world);
  return unknown ? { kind: 'unknown', place: text.replace(ownWords, '') } : known;
}

/** Plainly an answer to the step, whatever else its words may be: a place may hold a word that elsewhere asks. */
export function answersPlainly(step: Step, text: string, world: World): boolean {
  const tells =
    syllables(text).length >= sentence && tellsMore(text.replace(neighbourhood, 'thôn'), world.knowledge);
  if (step === 'place' || step === 'place-which')
    return (
      !text.includes('?') &&
      !isAsking(withoutPolite(text)) &&
      !tells &&
      takePlace(undefined, text, world).kind !== 'again'
    );
  if (step === 'form') return anyForm.test(withoutSigns(fold(text)));
  if (step === 'consent') return consentWord(text) === 'yes' || (consentWord(text) === 'no' && !tells);
  if (step === 'product') return tellsTrade(text, world);
  if (step === 'members')
    return multiplied(text) !== undefined || (countAnswered(text) !== undefined && !asksBack(text));
  if (step === 'phone') return findPhone(text) !== undefined;
  if (step === 'time') {
    const [first = ''] = timeTold(text).bestTime.split(/[,;]/);
    return !text.includes('?') && isPlainTime(first);
  }
  return step === 'name' && surelyNames(text);
}
const mayBeTime = (text: string, world: World): boolean =>
  text.length > 0 &&
  text.length <= 120 &&
  !asksBack(text) &&
  !isStrangeTo('time', text, world) &&
  (namesTime(text) || !(changesMind.test(plainWords(text)) || speaksOfPhone(text)));
/** "Khoan, không nuôi dê nữa". */
const changesMind = /^(?:(?:a|o|u|da|thoi) )*khoan\b|\b(?:khong|ko|k|kg)\b.*\bnua\b/;
/** "0912 345 678, máy hay hết pin, gọi chủ nhật": the call time told behind the number, and what else is. */
export function toldBesideNumber(text: string): Pick<Fields, 'bestTime' | 'note'> {
  const behind = text
    .slice(phonesIn(text).reduce((end, { at, written }) => Math.max(end, at + written.length), 0))
    .replace(/^.*\d[\d\s.()-]{7,}\d/su, '')
    .replace(/^[\s,.;:-]+(?:(?:nhé|nhe|nha|ạ|em)[\s,.]+)?/iu, '')
    .trim();
  if (syllables(behind).length < 2) return {};
  const { bestTime, before } = timeTold(behind);
  const timed = bestTime.split(clauseEnd).slice(0, 1).some(isPlainTime);
  const note = timed ? before : behind.replace(/^(?:mà|ma|nhưng|nhung|thì|thi)\s+/iu, '');
  return {
    ...(timed ? { bestTime } : {}),
    ...(isRemark(note) ? { note: noteOf(note) } : {}),
  };
}
/** "Gọi buổi tối nhé ban ngày tôi đi đồi": a word of courtesy ends the clause, too. */
const clauseEnd = /[,.;]|\s(?:nhé|nhe|nha|ạ)(?=\s)/iu;
/** A few words that tell something: no courtesy, and nothing that is asked. */
const isRemark = (text: string): boolean =>
  syllables(text).length >= fewestOfRemark &&
  !introducesName(text) &&
  !isFullName(text) &&
  !asksBack(text) &&
  !isThanks(text.replace(/nhi[eề]u/giu, ' '));
const fewestOfRemark = 4;

const neighbourhood = /tổ dân phố|to dan pho|khu phố|khu pho/giu;
/** A whole sentence may tell of anything, though it names a place or begins with "không". */
const sentence = 5;

/** "Cái nào cũng được". */
const anyForm =
  /^(?:(?:da|thi|toi|em|e|minh|thoi) )*(?:(?:cai|loai|kieu|hinh thuc|ben) nao|gi|sao|the nao) (?:cung|cug|cx) (?:duoc|dc|ok|the)\b/;

function formTyped(text: string): string | undefined {
  const said = withoutSigns(fold(text));
  if (/\b(?:tht|to hop tac)\b/.test(said) && !/\b(?:htx|hop tac xa)\b/.test(said)) return 'tht';
  if (/\b(?:htx|hop tac xa)\b/.test(said) && !/\b(?:tht|to hop tac)\b/.test(said)) return 'htx';
  if (/^(?:(?:toi|em|minh|muon|lap|vao|mot|1|cai|la) )*(?:to|nhom)\b/.test(said)) return 'tht';
  return /\b(?:chua ro|chua biet|khong biet|ko biet|tu van|chua chac|chua (?:chon|quyet|nghi ra)|tuy (?:can bo|anh|chi|ban|cac|ben|ad|em)|(?:(?:cai|loai|kieu|hinh thuc|ben) nao|gi|sao|the nao) (?:cung|cug|cx) (?:duoc|dc|ok|the))\b|^tuy(?: \S+){0,2}$/.test(
    said,
  )
    ? 'unsure'
    : undefined;
}
