// The word that answers the notice: consent only in its own words, a refusal only where nothing but a no is said.
import { fold } from '../../../language/fold.ts';
import { introducesName, nameIn } from './name.ts';
import { wishIn } from './wishes.ts';

export function consentWord(text: string): 'yes' | 'no' | undefined {
  if (text.includes('?')) return undefined;
  const [first = '', ...more] = text
    .split(/[,.;]+/)
    .map(plain)
    .filter((part) => part !== '');
  const whole = [first, ...more].join(' ');
  if (yes.test(plain(text).toLowerCase())) return 'yes';
  if (agreeing.test(fold(whole)) || (agreeing.test(fold(first)) && more.every(introducesName))) return 'yes';
  return wishIn(text) === 'refuse' ? 'no' : undefined;
}

/** The name that is told behind it: "đồng ý, tên tôi là Hoa". */
export const nameBehind = (text: string): string | undefined =>
  text
    .split(/[,.;]+/)
    .slice(1)
    .map((part) => part.trim())
    .filter(introducesName)
    .map(nameIn)[0];

const plain = (text: string): string => text.replace(/[^\p{L}\p{M}\d]+/gu, ' ').trim();

/** "Vâng đồng ý", "không sao, đồng ý", "đồng ý gửi": the word itself must be there. */
const agreeing =
  /^(?:(?:toi|em|minh|chau|bac|anh|chi|da|vang|ok|oke|u|uh|um|thi|thoi|roi|duoc|dung roi|hoan toan|(?:khong|ko|k) (?:sao(?: dau)?|van de(?: gi)?)) )*dong y(?: (?:nhe|nha|a|roi|luon|em|voi|het|gui|ghi|luu|cho|di|bot|anh|chi))*$/;
/** To "Bạn có đồng ý không?" nothing but "có" is a clear yes; a "cô" or "cỏ" is none. */
const yes = /^(?:(?:dạ|da|vâng|vang) )*(?:có|co)(?: (?:ạ|a|chứ|chu|nhé|nhe|em|đồng ý|dong y))*$/u;
