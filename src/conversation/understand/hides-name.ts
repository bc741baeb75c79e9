// Whom it must be kept from, and: "Tôi không để tên đâu nhé, nó biết nó đì": whoever would rather not be named; "đừng ghi tên giám đốc": or would not have another named.
import { plainWords } from '../../language/fold.ts';

export const hidesName = (text: string): boolean => hiding.test(plainWords(text));
/** It tells whoever calls what to leave out, and is no wish to stay unnamed oneself. */
export const hidesOther = (text: string): boolean => another.test(plainWords(text));
const others =
  '(?:giam doc|chu tich|ke toan|to truong|truong (?:thon|ban|xom)|can bo|ong|ba ay|no|ho|nguoi (?:ta|khac|kia)|cong ty|vo|chong|bo|me|hang xom)';
const another = new RegExp(
  `\\b(?:khong|ko|k|kg|dung|khoi)(?: (?:co|can|duoc|dc))? (?:de|ghi|khai|lo|neu|noi|nhac|dua|viet|tiet lo)(?: (?:ra|ca|den|toi))* ten(?: (?:cua|anh|chi|cai))* ${others}\\b`,
);
const self = '(?:toi|t|em|e|minh|chau|bac|co|chu|anh|chi|ra|cai|lai|ca)';
const hiding = new RegExp(
  `\\b(?:khong|ko|k|kg|dung|chang|cha|khoi)(?: (?:muon|can|dam|the|co|duoc|dc|xung|de))* (?:de|ghi|khai|lo|neu|noi|xung|dua|cho|cho biet|tiet lo)(?: ${self})* ten\\b(?! (?:to|htx|nhom|hop)|(?: (?:cua|anh|chi|cai))* ${others}\\b)|\\b(?:giau|an) (?:ten|danh)\\b|\\bnac danh\\b`,
);

/** Nobody, or somebody named, is to know of it. */
export const keepsSecret = (said: string): boolean => secret.test(plainWords(said));
const secret =
  /\b(?:khong|ko|k|kg|dung) (?:cho|de|noi|bao)(?: \S+){1,6} biet(?: (?:la|viec|rang))* (?:toi|em|e|minh|chau|bac|co|chu|anh|chi|so|ten|phieu|chuyen nay|thong tin)\b|\bdung (?:co )?(?:cho|de|noi|bao|ke)(?: (?!biet)\S+){1,5} biet(?: (?:nhe|nha|a|dau|gi|day|do|voi|chuyen|het))*$/;
