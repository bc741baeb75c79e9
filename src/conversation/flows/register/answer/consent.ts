// The word that answers the notice: consent in the closed words of a plain yes, a refusal only where nothing but a no is said.

import { isThanks } from '../../../../language/asking.ts';
import { isFullName } from '../../../../language/family-names.ts';
import { fold } from '../../../../language/fold.ts';
import { noWord } from '../../../../language/negation.ts';
import { findPhone, withPlainNumbers } from '../../../../language/phones.ts';
import type { Context } from '../../../context.ts';
import type { World } from '../../../world.ts';
import { listed, madeOf } from '../../closed-words.ts';
import { noteOf } from '../change/note.ts';
import { timeTold } from '../read/call-time.ts';
import { isStrangeTo, isTime } from '../read/kinds.ts';
import { introducesName, nameIn, numberBehind } from '../read/name.ts';
import { wishIn } from '../read/wishes.ts';

export function consentWord(message: string): 'yes' | 'no' | undefined {
  const text = spelt(withPlainNumbers(message));
  if (text.includes('?')) return undefined;
  const said = text
    .split(/[,.;]+|\s(?:mà|ma)\s/)
    .map(plain)
    .filter((part) => part !== '');
  // "Ok em, đồng ý. Hà, 09…": what leads up to the word is not it.
  const led = said.length > 1 && leadingUp.test(fold(said[0] ?? '')) && agreeing.test(fold(said[1] ?? ''));
  const [first = '', ...more] = led ? said.slice(1) : said;
  if (more.some((part) => dropsIt.test(fold(part)))) return wishIn(message) === 'refuse' ? 'no' : undefined;
  // "Ok, cảm ơn" may be a farewell.
  const sure = agreeing.test(fold(first));
  if (madeOf(yes, text) || agreeing.test(fold([first, ...more].join(' ')))) return 'yes';
  if (
    (sure || madeOf(yes, first)) &&
    more.every((part) => isOfPerson(part) || counts.test(part) || (sure && (isTime(part) || isThanks(part))))
  )
    return 'yes';
  // Who gives name or number right behind the word has agreed, whatever else is said that takes nothing back.
  if (sure && more.some(isOfPerson) && !more.some((part) => holdsBack.test(fold(part)))) return 'yes';
  return wishIn(message) === 'refuse' ? 'no' : undefined;
}

/** "Ok" and the like answer the notice only while it is what was asked last, and not the next day; "đồng ý" can mean nothing else. */
export function answersNotice({ heard, state, world }: Context): boolean {
  if (heard.kind !== 'text' || /\bdong y\b/.test(fold(heard.text))) return true;
  const since = state.lastAt ? world.now.getTime() - Date.parse(state.lastAt) : 0;
  return since < hoursInMind * 3_600_000 && state.offered.some((c) => c.id === 'consent:yes');
}
const hoursInMind = 12;

/** What is told behind it: "đồng ý, tên tôi là Hoa, gọi trưa nhé". */
export function toldBehind(
  text: string,
  world: World,
): {
  name?: string;
  phone?: string;
  bestTime?: string;
  note?: string;
} {
  const parts = withPlainNumbers(text)
    .split(/[,.;]+/)
    .slice(1)
    .flatMap((part) => part.split(/(?<=\d{9})\s+(?=\p{L})/u))
    .map((part) => part.trim());
  const named = parts.map((part) => part.replace(numberBehind, ''));
  const name = [
    ...named.filter((part) => introducesName(part) || isFullName(part)),
    ...named.filter((part) => isBareName(part, world)),
    ...named.filter((part, i) => part !== parts[i] && !isStrangeTo('name', part, world)),
  ].map(nameIn)[0];
  const phone = findPhone(text);
  const time = parts.find((part) => findPhone(part) === undefined && isTime(part));
  const bestTime = time && timeTold(time).bestTime;
  const remark = parts.map((part) => remarking.exec(part)?.[1]).find((said) => said !== undefined);
  return {
    ...(name ? { name } : {}),
    ...(phone ? { phone } : {}),
    ...(bestTime ? { bestTime } : {}),
    ...(remark ? { note: noteOf(remark) } : {}),
  };
}
/** "Đồng ý" itself, not only a word that may mean it. */
export const agreesPlainly = (text: string): boolean =>
  /\bdong y\b/.test(fold(text)) && consentWord(text) === 'yes';

/** "Đồng ý. Nga" */
const isBareName = (part: string, world: World): boolean =>
  isCapitalised(part) && !isStrangeTo('name', part, world);

/** "…, nhưng đừng nhắn tin": for whoever calls. */
const remarking =
  /^(?:nhưng|nhung|mà|ma)(?:\s+(?:mà|ma))?\s+((?:đừng|dung|không|khong|ko|chỉ|chi|xin|nhớ|nho)\s+\S.*)$/iu;

/** Name and number may be told in the same breath. */
const isOfPerson = (part: string): boolean =>
  introducesName(part) || isFullName(part) || findPhone(part) !== undefined || isCapitalised(part);

/** "Nga": nothing but a name, capitalised as names are. */
const isCapitalised = (part: string): boolean =>
  /^\p{Lu}[\p{L}\p{M}]*(?:\s\p{Lu}[\p{L}\p{M}]*){0,3}$/u.test(part) &&
  nameIn(part) !== undefined &&
  !isThanks(part) &&
  !leadsOn.test(part);
const leadsOn = /^(?:nhưng|song|trừ|miễn|chờ|đợi|khoan|không|khong|đừng|nếu|neu|từ|thôi|thoi|mà)(?!\p{L})/iu;

/** Takes the word before it back, or makes it wait. */
export const holdsBack = new RegExp(
  `\\b(?:khoan|neu|dieu kien|chua|nghi lai|doi y|thoi|hoi)\\b|\\b(?:${noWord}|dung) (?:cho|luu|ghi|giu|dong y)\\b|\\bda$`,
);

/** "Đồng ý. À mà thôi": let be in the same breath. */
const dropsIt =
  /^(?:(?:a|o|u|ua|ay|ma|nhung) )*thoi(?: (?:khong|ko|k|khoi|dung|bo|de sau|de toi|nhe|nha|a|em|vay|ban|ad|oi))*$/;

/** "Đồng ý mà 8 nhà nha" */
const counts = /^\d{1,3} (?:nhà|nha|hộ|ho|người|nguoi)(?: (?:nha|nhé|nhe|ạ|a|cơ|co))*$/iu;

const leadingUp =
  /^(?:(?:ok|oke|da|vang|u|uh|um|thoi|the|vay|duoc|dc|roi|a|em|chi|anh|bac|chau|con|ban|ad)(?: |$))+$/;

const plain = (text: string): string => text.replace(/[^\p{L}\p{M}\d]+/gu, ' ').trim();
const spelt = (text: string): string =>
  text.replace(/(?<!\p{L})r(?!\p{L})/giu, 'rồi').replace(/(?<!\p{L})j(?!\p{L})/giu, 'gì');

/** "Vâng đồng ý", "không sao, đồng ý", "đồng ý gửi", "đồng ý rồi còn gì": the word itself, with nothing that takes it back. */
const agreeing =
  /^(?:(?:toi|em|e|minh|tui|chau|bac|anh|chi|ong|ba|co|chu|di|(?<!\b(?:ba|bo) )con|da|vang|ok|oke|oki|okie|u|uh|um|thi|thoi|the|roi|duoc|dc|cung (?:duoc|dc)|cung|dung roi|hoan toan|(?:da )?(?:bao|noi)|(?:khong|ko|k) (?:sao(?: dau)?|van de(?: gi)?)) )*dong y(?: (?:nhe|nha|nhen|nghen|a|oi|roi|luon|lun|em|chau|con|ban|ad|voi|het|gui|ghi|luu|cho|di|bot|anh|chi|vay|thoi|cung (?:duoc|dc)|day))*(?: roi (?:con gi|ma|day))?$/;
const yes = listed(`
  có, có chứ, dạ có, vâng, dạ vâng, vâng có, ừ, ừm, ừa, uh, um, ừ thì, ok, oke, okie, oki, okay, ok luôn, ok rồi,
  được, được rồi, được chứ, được luôn, dạ được, dc, đc, dạ dc, dạ đc, nhất trí, nhất trí luôn, dạ nhất trí,
  tán thành, chấp nhận, đồng ý, đồng ý rồi
`);
