// What a step of registering makes of an answer.
import { say } from '../../../knowledge/wording.ts';
import { isAsking } from '../../../language/asking.ts';
import { fold, syllables } from '../../../language/fold.ts';
import { numbersIn } from '../../../language/numbers.ts';
import { findPhone } from '../../../language/phones.ts';
import { namesIn } from '../../../language/places.ts';
import type { Heard } from '../../context.ts';
import type { Choice } from '../../message.ts';
import type { RegisterFlow } from '../../state.ts';
import { productNames } from '../../understand/names.ts';
import { peopleTold } from '../../understand/people-told.ts';
import { tellsMore } from '../../understand/told.ts';
import type { World } from '../../world.ts';
import { asksBack } from './asks-back.ts';
import { introduces, nameIn } from './name.ts';
import type { Step } from './steps.ts';
import { takePlace } from './take-place.ts';

type Fields = RegisterFlow['draft'];
/** `set` fills fields and goes on; `which` asks among namesakes; `elsewhere` asks for a place of no list; `again` did not understand; `refuse` says no to consent. */
export type Taken =
  | { kind: 'set'; fields: Partial<Fields>; note?: string }
  | { kind: 'which'; ask: string; choices: Choice[] }
  | { kind: 'elsewhere' }
  | { kind: 'consented' }
  | { kind: 'refuse' }
  | { kind: 'again' };

/** Reads an answer to a step. Nothing here decides what comes next. */
export function takeAnswer(step: Step, heard: Heard, world: World): Taken {
  const { knowledge } = world;
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
      return chosen === 'place:elsewhere' ? { kind: 'elsewhere' } : takePlace(chosen, text, world);
    case 'place-elsewhere': {
      const known = takePlace(chosen, text, world);
      if (known.kind !== 'again') return known;
      const note = say(knowledge.wording, 'place_outside');
      return text.length < 2 || text.length > 80
        ? { kind: 'again' }
        : { kind: 'set', fields: { place: undefined, placeText: text }, note };
    }
    case 'product': {
      if (text.length < 2 || text.length > 120 || onlyAgrees.test(bare(text))) return { kind: 'again' };
      const found = namesIn(text, productNames(knowledge))[0];
      if (!found && asksBack(text)) return { kind: 'again' };
      return { kind: 'set', fields: { productText: text, product: found?.id } };
    }
    case 'members': {
      const n = peopleTold(text)?.members ?? numbersIn(text)[0]?.value;
      return n && Number.isInteger(n) && n >= 1 && n <= 9999
        ? { kind: 'set', fields: { members: n } }
        : { kind: 'again' };
    }
    case 'consent':
      if (
        chosen === 'consent:yes' ||
        /^(?:(?:toi|em|minh|chau|bac|anh|chi|da|vang|ok|oke|u|uh|um|thi) )*dong y(?: (?:nhe|nha|a|roi|luon|em|voi|het))*$/.test(
          bare(text),
        )
      )
        return { kind: 'consented' };
      return chosen === 'consent:no' || refuses(text) ? { kind: 'refuse' } : { kind: 'again' };
    case 'name': {
      const name = nameIn((heard.kind === 'contact' ? heard.name : text) ?? '');
      if (name === undefined) return { kind: 'again' };
      // Someone who shares their contact here has told both.
      const phone = heard.kind === 'contact' ? findPhone(heard.phone) : undefined;
      return { kind: 'set', fields: { name, ...(phone ? { phone } : {}) } };
    }
    case 'phone': {
      const phone = findPhone(heard.kind === 'contact' ? heard.phone : text);
      return phone ? { kind: 'set', fields: { phone } } : { kind: 'again' };
    }
    case 'time':
      return text.length > 0 && text.length <= 120 && !asksBack(text) && !findPhone(text)
        ? { kind: 'set', fields: { bestTime: text } }
        : { kind: 'again' };
    case 'summary':
    case 'edit-which':
      return { kind: 'again' };
  }
}

/** "Đúng", "ừ", "vâng ạ": no trade. */
const onlyAgrees = /^(?:(?:dung|dong y|u|uh|um|ok|oke|vang|da|phai|roi|a|duoc)\b ?)+$/;

const bare = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();

/** "Không", "ko đồng ý", "em không muốn cho số"; a question with "không" in it refuses nothing. */
const refuses = (text: string): boolean =>
  /^(?:(?:da|thoi|toi|em|minh|chau|bac|anh|chi) )*(?:khong|khoong|ko|k|hong)\b(?! (?:biet|hieu|ro))/.test(
    bare(text),
  );

/** Plainly an answer to the step, whatever else its words may be: a place may hold a word that elsewhere asks. */
export function answersPlainly(step: Step, text: string, world: World): boolean {
  const tells = syllables(text).length >= sentence && tellsMore(text, world.knowledge);
  if (step === 'place' || step === 'place-which')
    return (
      !text.includes('?') && !isAsking(text) && !tells && takePlace(undefined, text, world).kind !== 'again'
    );
  if (step === 'consent') return refuses(text) && !tells;
  if (step === 'phone') return findPhone(text) !== undefined;
  if (step === 'time') return namesTime.test(fold(text)) && syllables(text).length <= 8 && !asksBack(text);
  return step === 'name' && introduces(text);
}
const namesTime =
  /\b(?:\d+ ?(?:h|gio)|sang|trua|chieu|toi|dem|hom|luc|khi|thu|chu nhat|cuoi tuan|hanh chinh|mai)\b/;
/** A whole sentence may tell of anything, though it names a place or begins with "không". */
const sentence = 5;

function formTyped(text: string): string | undefined {
  const said = bare(text);
  if (/\b(?:tht|to hop tac)\b/.test(said) && !/\b(?:htx|hop tac xa)\b/.test(said)) return 'tht';
  if (/\b(?:htx|hop tac xa)\b/.test(said) && !/\b(?:tht|to hop tac)\b/.test(said)) return 'htx';
  if (/^(?:(?:toi|em|minh|muon|lap|vao|mot|1|cai|la) )*(?:to|nhom)\b/.test(said)) return 'tht';
  return /\b(?:chua ro|chua biet|khong biet|ko biet|tu van|sao cung duoc|chua chac)\b/.test(said)
    ? 'unsure'
    : undefined;
}
