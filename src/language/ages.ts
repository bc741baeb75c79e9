// "Con bé nhà em mới 16": a message that tells how old somebody is, and nothing that befell them.
import { plainWords } from './fold.ts';

/** With its mark "bê" is a calf. */
export const tellsAge = (message: string): boolean =>
  age.test(plainWords(message)) && !/(?<!\p{L})bê(?!\p{L})/iu.test(message.normalize('NFC'));

/** The "tuổi" that goes without saying is written out, for those who are not of age. */
export const ageWritten = (message: string): string =>
  tellsAge(message) ? message.replace(bare, '$1 tuổi') : message;

const whose =
  'nhung|ma|a|da|the|con|chau|em|thang|cai|dua|be|gai|trai|dau|re|ut|ca|nho|nha|no|toi|minh|bac|co|chu|anh|chi|ong|ba';
const since = 'nay|nam|hien|gio|moi|chua|duoc|dc|dang|hon|gan|tron|du|la';
const tens = 'muoi (?:mot|hai|ba|bon|lam|sau|bay|tam|chin)';
const ends = 'thoi|a|em|nhe|ma|day|roi|chua du|chua|co sao (?:khong|ko)|thi sao';
const age = new RegExp(
  `^(?:(?:${whose}) )+(?:(?:${since}) )+(?:\\d{1,2}|${tens})(?: tuoi)?(?: (?:${ends}))*$`,
);
const bare =
  /((?<!\d)1[0-7]|mười (?:một|hai|ba|bốn|lăm|sáu|bảy)|muoi (?:mot|hai|ba|bon|lam|sau|bay))(?![\p{L}\d])(?!\s+(?:tuổi|tuoi))/iu;
