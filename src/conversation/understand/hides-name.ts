// "Tôi không để tên đâu nhé, nó biết nó đì": whoever would rather not be named.
import { plainWords } from '../../language/fold.ts';

export const hidesName = (text: string): boolean => hiding.test(plainWords(text));
const self = '(?:toi|t|em|e|minh|chau|bac|co|chu|anh|chi|ra|cai|lai|ca)';
const hiding = new RegExp(
  `\\b(?:khong|ko|k|kg|dung|chang|cha|khoi)(?: (?:muon|can|dam|the|co|duoc|dc|xung|de))* (?:de|ghi|khai|lo|neu|noi|xung|dua|cho|cho biet|tiet lo)(?: ${self})* ten\\b(?! (?:to|htx|nhom|hop))|\\b(?:giau|an) (?:ten|danh)\\b|\\bnac danh\\b`,
);
