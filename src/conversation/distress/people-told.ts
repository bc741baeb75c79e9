// Words for people that may be in danger, and for danger that goes on: where one of them stands, a tale of things lost is no longer only that.
import { fold } from '../../language/fold.ts';

const kin =
  '(?:vo|chong|con (?:trai|gai|be|em|dau|re|nho)|thang|dua|(?:bo|me|ong|ba|cha|anh|chi|em|chu|bac|co) (?:toi|em|minh|chau|tui|noi|ngoai|cu|ay|trai|gai)|cu (?:ong|ba)|em be|chau (?:be|toi|noi|ngoai|trai|gai)|tre (?:con|em|nho))';
const safe = '(?:khong|ko|k|chang|thi|van|deu|an toan|on|xuong|ve|den|ta|dan)';
const grave =
  'mat tich|bi thuong|gay (?:chan|tay)|ket|cap cuu|cuu (?!tro|canh|hoa)|nguy hiem|(?:chua|khong|ko|k) (?:tim )?(?:thay|ve)(?! (?:ai|can bo|tien|gi|ho|noi)\\b)';
const goesOn =
  '(?:nuoc|lu|suoi|ngoi|song|mua)(?: \\w+){0,2} (?:van|dang|con|lai) (?:dang |con )?(?:len|dang|chay|cuon|tran|to|ve)';
const people = new RegExp(`\\b(?:${kin}|nguoi (?!${safe}\\b)|${grave})\\b`);
const rising = new RegExp(`\\b${goesOn}\\b`);

export const tellsOfPeople = (text: string): boolean => people.test(fold(text));

/** "Nước vẫn đang lên". */
export const tellsOfRising = (text: string): boolean => rising.test(fold(text));
