// Recognises that somebody wants to be called back, asked for in a sentence of one's own or by leaving a name and a number, and what it shall be about.
import { isAsking, withoutPolite } from '../../language/asking.ts';
import { foldInPlace, plainWords, syllables } from '../../language/fold.ts';
import { personWords } from '../../language/person-words.ts';

const you = `(?:${personWords}|tao|t|nha)`;
const asked = `(?: (?:lai|dien|cho|giup|gium|ho|voi|nhe|nha|a|di|luon|som|${you}))*`;
const leads = `(?:(?:da|a|o|u|ok|thoi|vay|the|thi|gio|ma|con|lam on|khong phai|${you}) )*`;
const around = `(?:cua|lai|cho|giup|ho|gium|o day|vao|day|nay|luon|nhe|nha|a|voi|di|can bo|bot|ad|phieu|${you})`;
/** "Tôi xin cán bộ gọi lại để …", "gọi lại cho tôi về …": a "nào" in what it is about asks nothing. */
const wish = new RegExp(
  `^${leads}(?:xin|nho|muon|can|cho|de|bao|yeu cau|de nghi)(?: (?:nho|mot|cac|cho|ca|phia|ben|xin|co|ai|${you}))* ?(?:can bo|nguoi phu trach|nguoi that|nhan vien|nguoi)(?: (?:nao|do|phu trach|xa|phuong|htx))* (?:goi|alo|dien|lien he|lien lac)${asked}(?: (?:de|ve|hoi|noi|vu|viec|chuyen) .+| (?:duoc|dc) (?:khong|ko|k).*)?$|^${leads}(?:goi|dien|alo) lai (?:cho|giup) ${you}${asked}(?: (?:de|ve|hoi|noi|vu|viec|chuyen) .+)?$|^${leads}(?:co )?(?:ai|nguoi nao|can bo(?: nao)?)(?: co the)? (?:goi|dien|alo)(?: (?:dien|lai))* (?:cho|giup) ${you}(?: (?:duoc|dc))?(?: (?:khong|ko|k|chua))(?: (?:a|vay|nhi|ad|em))*$`,
);

/** In one of its sentences or clauses, with no number needed. */
export const asksForCall = (text: string): boolean =>
  messageLeft(text) !== undefined ||
  [...text.split(/[.;!?\n]+/u), ...text.split(/[.,;:!?\n]+/u)].some((part) => wish.test(plainWords(part)));

/** "Ghi lời nhắn cho cán bộ là …", "nhắn cán bộ giúp tôi là …": what whoever calls shall know. */
function messageLeft(text: string): string | undefined {
  for (const sentence of text.split(/[.;!?\n]+/u)) {
    const led = leavesMessage.exec(foldInPlace(sentence));
    const said = led ? sentence.slice(led.index + led[0].length).trim() : '';
    if (syllables(said).length >= fewestOfPurpose && !asksOnly.test(plainWords(said))) return said;
  }
  return undefined;
}
const toOfficer = `(?: (?:cho|den|toi|voi|qua))?(?: (?:cac|mot|may|ca|phia|ben))* (?:can bo|nguoi phu trach|don vi(?: phu trach)?|phuong)(?: (?:phuong|xa|phu trach|htx|${you}))*`;
const leavesMessage = new RegExp(
  `^[\\s,]*${leads}(?:(?:muon|xin|nho|cho|de|lam on|cu|ad|bot|ban|${you}) )*` +
    `(?:(?:ghi|viet|gui|de)(?: (?:lai|giup|gium|ho|cho|${you}))* (?:loi nhan|tin nhan)(?: (?:giup|gium|ho|${you}))*|(?:chuyen|nhan)(?: (?:loi|lai|tin|giup|gium|ho))*)` +
    `${toOfficer}(?: (?:giup|gium|ho|lai|cho|${you}))*(?: (?:la|rang)[ :]+|[ ]*[:,][ ]*| (?=(?:ve|viec|chuyen|vu) ))`,
);
/** "Nhắn cán bộ về việc gì": how it is done is asked. */
const asksOnly = /^(?:(?:ve|viec|chuyen|noi dung|cau|the|nhu) )*(?:gi|nao|the nao|sao)\b/;

/** "Chị muốn để lại số để có gì thì báo", "ghi số em lại": one's own number, before it is told; a "sổ" is none. */
export const wishesToLeaveNumber = (text: string): boolean =>
  text
    .split(/[.,;:!\n]+/u)
    .some((part) => leavesOwn.test(plainWords(part.replace(/(?<!\p{L})sổ(?!\p{L})/giu, 'book'))));
const ownLine =
  '(?:so(?: (?:dien thoai|dt|may|phone|zalo))?|sdt|dt|dien thoai|ten(?: tuoi)?(?: va| voi|,)? (?:so(?: dien thoai)?|sdt)|thong tin(?: lien (?:he|lac))?)';
const leavesOwn = new RegExp(
  `^${leads}(?:(?:cam on|muon|dinh|xin|can|nho|dang k[yi]|noi nham|cho|de|phep|duoc|giup|${you}) )*` +
    `(?:(?:de|gui|ghi|luu) lai|ghi|luu|gui)(?: (?:giup|ho|gium|cho|cai))* ${ownLine}(?: ${around})*` +
    `(?: (?:duoc|dc) (?:khong|ko|k|chu)(?: ${around})*)?` +
    `(?: (?:de|khi|luc|neu|lo|sau|bao gio|co gi)(?: \\S+){1,14}| (?:goi|bao|alo|lien he)(?: (?:lai|cho|sau|nhe|nha|${you}))*)?$`,
);

/** "Để có chính sách mới thì báo": what the number is left for. */
export function leftFor(text: string): string | undefined {
  for (const part of wishesToLeaveNumber(text) ? text.split(/[.;!\n]+/u) : []) {
    const led = reason.exec(foldInPlace(part));
    const said = led ? part.slice(led.index + led[0].length).trim() : '';
    if (
      syllables(said).length >= fewestOfPurpose &&
      !points.test(plainWords(said)) &&
      !onlyCalls.test(plainWords(said))
    )
      return said;
  }
  return undefined;
}
/** "Để cán bộ gọi lại": that is what a number is for. */
const onlyCalls = new RegExp(
  `^(?:(?:khi nao|co gi|luc nao|thi|ma|sau|mai) )*(?:can bo|nguoi ta|nguoi|ben do|phuong|ai do|bot|ad)(?: (?:nao|phu trach|do|se|con|thi))* (?:goi|alo|lien he|lien lac|dien)${asked}$`,
);
const reason = /\b(?:so|sdt|dt|dien thoai|thong tin)\b.*?\bde (?!lai\b)/;

/** "Cán bộ thú y": whom one wishes to speak with. */
export function officialNamed(text: string): string | undefined {
  const found = official.exec(foldInPlace(text));
  return found ? text.slice(found.index, found.index + found[0].length) : undefined;
}
const official =
  /\bcan bo (?:thu y|khuyen nong|nong nghiep|kinh te|dia chinh|tu phap)(?: (?:xa|phuong|tinh))?\b/;

/** What is said behind "cán bộ", "gọi lại": "để hỏi việc rút vốn". Nothing where it only points back. */
export function purposeOf(text: string): string | undefined {
  const left = messageLeft(text);
  if (left !== undefined) return left;
  for (const sentence of text.split(/[.;!?\n]+/u)) {
    const led = purpose.exec(foldInPlace(sentence));
    const said = led ? sentence.slice(led.index + led[0].length).trim() : '';
    if (syllables(said).length >= fewestOfPurpose && !points.test(plainWords(said))) return said;
  }
  return undefined;
}
const purpose = new RegExp(
  `\\b(?:can bo|goi lai|nguoi that)(?: (?:goi|lai|dien|cho|giup|ho|${you}))* (?:(?:de|ve|vi) |(?=(?:hoi|xin|vu|viec|chuyen) ))`,
);
const fewestOfPurpose = 3;
const points =
  /^(?:(?:hoi|noi|ve|viec|chuyen|vu|cau|xin|duoc|toi|em|e|minh) )*(?:(?:nay|do|ay|kia|vua roi|luc nay|cho ro|cho chac|them|lai|ky hon|hon|tra loi|giup|xem|tu van)(?: |$))+$/;

/** Beside a number (masked in `besides`): words that ask for a call, in a clause that asks nothing else. */
export const asksToBeCalled = (besides: string): boolean =>
  !ofOthers.test(plainWords(besides)) &&
  besides
    .split(/[.,;!?\n]+/u)
    .some((part) => callMe.test(plainWords(part)) && !asksOfCall.test(plainWords(part)) && !/\?/u.test(part));
const callMe = new RegExp(
  `\\bgoi (?:lai|cho|giup|gium|ho|dien|sau|truoc|luc|vao|buoi|sang|trua|chieu|toi|nhe|nha|${you})\\b|\\b(?:hay|nho|xin) goi\\b|\\blien (?:he|lac)\\b|\\balo (?:lai|cho|${you})\\b`,
);
const asksOfCall = /\b(?:khong|ko|k|chua|khi nao|bao gio|bao h|ai|sao)\b/;
/** Somebody else called, from a number of theirs. */
const ofOthers =
  /\b(?:co|bi|thay|vua|ai|nguoi la|dua nao|thang nao|so nay|so la) (?:\S+ ){0,4}(?:goi|nhan tin|xung)\b|\b(?:xung la|lua dao|doi tien|bat nop|bao nop|quay roi)\b/;

/** "Tôi tên Mẩn ở …, 09…": a name and a number left, and nothing asked. */
export const leavesName = (besides: string): boolean =>
  introduced.test(besides.normalize('NFC')) &&
  !ofOthers.test(plainWords(besides)) &&
  !isAsking(withoutPolite(besides).replaceAll('[số]', ' '));
const introduced =
  /(?<!\p{L})(?:tôi|toi|em|e|mình|minh|cháu|chau|con|bác|bac|bà|ba|ông|ong|tui|cô|co|chú|chu)\s+(?:(?:tên|ten)(?:\s+(?:là|la))?\s+\p{L}|(?:là|la)\s+\p{Lu}|\p{Lu}\p{L}+(?:\s+\p{Lu}\p{L}+)*\s*,?\s*\[số\])|(?:^|[.,;:]\s*)(?:tên|ten)\s+(?:là\s+|la\s+)?\p{Lu}/u;

/** The number is said to be one's own. */
export const ownNumber = (besides: string): boolean =>
  !ofOthers.test(plainWords(besides)) &&
  (leavesNumber.test(plainWords(besides.replaceAll('[số]', ' so0 '))) ||
    introduced.test(besides.normalize('NFC')));
const leavesNumber = new RegExp(
  `\\b(?:so|sdt|dt|dien thoai|zalo)(?: may)?(?: (?:cua|em|${you}|la|day))+ so0\\b`,
);

/** What is told besides who one is and that a call is wanted: what the call is about. */
export function storyOf(besides: string): string | undefined {
  const told = besides
    .split(/(?<=[.,;!?\n])\s*/u)
    .filter((part) => !part.includes('[số]') && !introduced.test(part.normalize('NFC')))
    .filter((part) => !ofTheCall.test(plainWords(part)));
  const said = told.join(' ').replace(/[\s,.;]+$/u, '');
  return syllables(said).length >= fewestOfStory ? said : undefined;
}
const ofTheCall =
  /\b(?:goi|alo|lien he|lien lac|can bo|ghi (?:lai|giup|ho|cho)|kinh gui|de lai)\b|^(?:da|chao|xin chao|alo)(?: \S+){0,3}$/;
const fewestOfStory = 6;
