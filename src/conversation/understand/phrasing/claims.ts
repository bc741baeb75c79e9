// Whether a sentence only claims one thing and asks whether that is so: "ra là … đúng không".
import { orNot } from '../../../language/question-words.ts';

/** Whether a text with "#" where something is claimed asks whether that is so, and nothing besides. */
export const claims = (said: string): boolean =>
  claimed.test(
    said
      .replace(/[^a-z0-9#]+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
const claimed = new RegExp(
  `^(?:(?:vay|the|tuc|thi|la|ra|thanh|tinh|bang|duoc|co|so|do|tong|tien|nhu|khoang|nghia|toi|em|minh|den|vao|ngay) )*(?:# (?:la )?(?:dung|phai|chuan)(?: roi)?(?: (?:${orNot}))?|(?:phai|dung)(?: la)? # (?:${orNot})|# (?:a|ha|nhi))(?: (?:a|ha|nhi|vay|the|ban|em|ad|chu))*$`,
);

/** "Ra là 15/6/2027 đúng không. Thế …": the first sentence, and what stands behind it. */
export function firstSentence(text: string): { first: string; rest: string } {
  const end = /[.?!]+\s+/.exec(text);
  return end
    ? { first: text.slice(0, end.index), rest: text.slice(end.index + end[0].length) }
    : { first: text, rest: '' };
}
