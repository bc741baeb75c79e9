// The word that answers the notice: consent in the closed words of a plain yes, a refusal only where nothing but a no is said.

import { fold } from '../../../language/fold.ts';
import { findPhone } from '../../../language/phones.ts';
import type { Context } from '../../context.ts';
import { listed, madeOf } from '../closed-words.ts';
import { introducesName, nameIn } from './name.ts';
import { wishIn } from './wishes.ts';

export function consentWord(message: string): 'yes' | 'no' | undefined {
  const text = spelt(message);
  if (text.includes('?')) return undefined;
  const [first = '', ...more] = text
    .split(/[,.;]+|\s(?:mà|ma)\s/)
    .map(plain)
    .filter((part) => part !== '');
  if (madeOf(yes, text) || agreeing.test(fold([first, ...more].join(' ')))) return 'yes';
  if (
    (madeOf(yes, first) || agreeing.test(fold(first))) &&
    more.every((part) => isOfPerson(part) || counts.test(part))
  )
    return 'yes';
  return wishIn(message) === 'refuse' ? 'no' : undefined;
}

/** "Ok" and the like answer the notice only while it is what was asked last, and not the next day; "đồng ý" can mean nothing else. */
export function answersNotice({ heard, state, world }: Context): boolean {
  if (heard.kind !== 'text' || /\bdong y\b/.test(fold(heard.text))) return true;
  const since = state.lastAt ? world.now.getTime() - Date.parse(state.lastAt) : 0;
  return since < hoursInMind * 3_600_000 && state.offered.some((c) => c.id === 'consent:yes');
}
const hoursInMind = 12;

/** The name that is told behind it: "đồng ý, tên tôi là Hoa". */
export const nameBehind = (text: string): string | undefined =>
  text
    .split(/[,.;]+/)
    .slice(1)
    .map((part) => part.trim())
    .filter(introducesName)
    .map(nameIn)[0];

/** Name and number may be told in the same breath. */
const isOfPerson = (part: string): boolean => introducesName(part) || findPhone(part) !== undefined;

/** "Đồng ý mà 8 nhà nha" */
const counts = /^\d{1,3} (?:nhà|nha|hộ|ho|người|nguoi)(?: (?:nha|nhé|nhe|ạ|a|cơ|co))*$/iu;

const plain = (text: string): string => text.replace(/[^\p{L}\p{M}\d]+/gu, ' ').trim();
const spelt = (text: string): string =>
  text.replace(/(?<!\p{L})r(?!\p{L})/giu, 'rồi').replace(/(?<!\p{L})j(?!\p{L})/giu, 'gì');

/** "Vâng đồng ý", "không sao, đồng ý", "đồng ý gửi", "đồng ý rồi còn gì": the word itself, with nothing that takes it back. */
const agreeing =
  /^(?:(?:toi|em|e|minh|chau|bac|anh|chi|da|vang|ok|oke|u|uh|um|thi|thoi|roi|duoc|dung roi|hoan toan|(?:da )?(?:bao|noi)|(?:khong|ko|k) (?:sao(?: dau)?|van de(?: gi)?)) )*dong y(?: (?:nhe|nha|a|roi|luon|em|voi|het|gui|ghi|luu|cho|di|bot|anh|chi))*(?: roi (?:con gi|ma|day))?$/;
const yes = listed(`
  có, có chứ, dạ có, vâng, dạ vâng, vâng có, ừ, ừm, ừa, uh, um, ừ thì, ok, oke, okie, oki, okay, ok luôn, ok rồi,
  được, được rồi, được chứ, được luôn, dạ được, dc, đc, dạ dc, dạ đc, nhất trí, nhất trí luôn, dạ nhất trí,
  tán thành, chấp nhận, đồng ý, đồng ý rồi
`);
