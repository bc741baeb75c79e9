// When to call, as people tell it: behind other words ("máy hay hết pin, gọi tối"), behind a scolding ("đã bảo sau 6 giờ rồi"), and "toi" only where it is the evening.
import { clean, fold, syllables } from '../../../../language/fold.ts';
import { wordAgrees } from '../../../../language/marks-agree.ts';
import { asksBack } from './asks-back.ts';

const times =
  /\b(?:\d+ ?(?:h|gio)|(?:h|gio|tg|thoi gian|giac) nao|ranh|sang|trua|chieu|toi|dem|hom|luc|khi|thu|chu nhat|cuoi tuan|hanh chinh|mai|ban ngay|(?:sau|truoc) \d+)\b/;

/** Whether a time of day or of the week stands in it. */
export const namesTime = (text: string): boolean => times.test(ofTimeOnly(text));

/** A short clause that tells a time and asks nothing. */
export const isPlainTime = (text: string): boolean =>
  namesTime(text) && syllables(text).length <= longestPlain && !text.includes('?') && !asksBack(text);
const longestPlain = 8;

/** "… lập tổ nuôi cá, gọi em buổi tối": told with the wish, so that it need not be asked. */
export const callTimeIn = (text: string): string | undefined =>
  text
    .split(/[,.;!?\n]+/u)
    .map((clause) => clause.trim())
    .find((clause) => calls.test(fold(clause)) && isPlainTime(clause));
const calls = /^(?:(?:nho|xin|thi|nen|chi|cu|co gi|can bo|ma|va|roi) )*(?:goi|alo|dien|lien he)\b/;

/** Folded, without the words that only look like words of time: "tôi", "thử", "đem", "mãi", and a "toi" that must be "tôi". */
function ofTimeOnly(text: string): string {
  const typed =
    clean(text)
      .toLowerCase()
      .match(/[\p{L}\p{M}\d]+|[,.;]/gu) ?? [];
  const bare = typed.map(fold);
  return bare
    .filter((word, i) => {
      const spelt = spellings[word];
      if (spelt && !wordAgrees(typed[i] ?? '', spelt)) return false;
      return typed[i] !== 'toi' || isEvening(bare[i - 1], bare[i + 1]);
    })
    .join(' ');
}
const spellings: Record<string, string> = {
  sang: 'sáng',
  trua: 'trưa',
  chieu: 'chiều',
  toi: 'tối',
  dem: 'đêm',
  hom: 'hôm',
  luc: 'lúc',
  thu: 'thứ',
  mai: 'mai',
  gio: 'giờ',
};
const isEvening = (before = ',', after = ','): boolean =>
  !ofMe.test(before) && (ledUpTo.test(before) || goingOn.test(after));
const ofMe = /^(?:cho|giup|cua|ho|voi|nha|vo|chong|con|gai|trai|re|dau|ruot|bo|me|so|may)$/;
const ledUpTo = /^(?:goi|nghe|buoi|cac|moi|chieu|trua|sang|luc|vao|ca|den|h|gio|\d+h?)$/;
const goingOn =
  /^(?:[,.;]|\d+h?|sau|truoc|nay|mai|thu|muon|som|luc|khoang|tam|nhe|nha|a|em|roi|la|hoac|hay|cuoi|cung|deu|duoc|dc|goi|hang|nao)$/;

/** What was told as the time, without the scolding around it, and what was said beside it: before it, and in the sentences behind that tell no time. */
export function timeTold(message: string): { bestTime: string; before: string } {
  const told = clean(message).replace(notThat, (clause) => (namesTime(clause) ? clause : ''));
  const [first = '', ...more] = told.split(/(?<=[.;!])\s+/u);
  const behind = more.findIndex((sentence) => !namesTime(sentence) || asksBack(sentence));
  if (!namesTime(first) || behind < 0) return firstTime(told);
  const { bestTime, before } = firstTime([first, ...more.slice(0, behind)].join(' '));
  const remarks = [before, more.slice(behind).join(' ').replace(joining, '')].filter((part) => part !== '');
  return { bestTime: bestTime.replace(/[\s.;!]+$/u, ''), before: remarks.join('; ') };
}

/** "…, cái kia em hỏi chứ không phải giờ". */
const notThat = /,[^,.;]*\s(?:chứ|chu)\s+(?:không|khong|ko|k)\s+(?:phải|phai)(?!\p{L})[^,.;]*$/iu;

function firstTime(message: string): { bestTime: string; before: string } {
  const text = clean(message);
  const led = text.replace(joining, '');
  const scolded = led.replace(scolding, '');
  const told = scolded !== led && namesTime(scolded) ? scolded.replace(scoldingEnd, '') : led;
  const clauses = told.split(/(?<=[,.;])\s+/);
  const from = clauses.findIndex(isPlainTime);
  return from > 0
    ? {
        bestTime: clauses.slice(from).join(' '),
        before: clauses
          .slice(0, from)
          .join(' ')
          .replace(/[\s,.;]+$/, ''),
      }
    : { bestTime: told, before: '' };
}
const joining = /^(?:mà|ma|nhưng|nhung|thì|thi|à|ừ)\s+/iu;
const scolding =
  /^(?:(?:thì|thi|đã|da|rõ|ro|nãy|nay|tôi|toi|em|mình|minh|bác|bac|cô|co|chú|chu|cháu|chau|anh|chị|chi)\s+)*(?:bảo|bao|nói|noi|ghi|nhắn|nhan)\s+(?:rồi\s+|roi\s+)?(?:là\s+|la\s+)?/iu;
const scoldingEnd = /\s+(?:rồi|roi)(?:\s+(?:mà|ma|còn|con|đấy|day|hỏi|hoi|mãi|mai))*[\s.!]*$/iu;

/** "Máy tôi hay hết pin", "vùng này sóng yếu", "số con gái tôi": of the phone or whose it is, and no time. */
export const speaksOfPhone = (text: string): boolean =>
  /\b(?:pin|song|mang|dien thoai|nghe may)\b|^(?:day )?(?:la )?so (?:cua )?(?:con|vo|chong|bo|me|chau|em|anh|chi|nha)\b/.test(
    fold(text),
  ) &&
  syllables(text).length >= fewest &&
  !namesTime(text) &&
  !asksBack(text);
const fewest = 4;
