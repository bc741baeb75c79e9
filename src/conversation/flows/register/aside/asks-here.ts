// Whether what is said at a step asks something, or only passes by: greetings and thanks fill no line.
import type { Knowledge } from '../../../../knowledge/knowledge.ts';
import { onceFor } from '../../../../knowledge/once.ts';
import { goesOnFrom, isAsking } from '../../../../language/asking.ts';
import { isFullName } from '../../../../language/family-names.ts';
import { fold, plainWords, syllables } from '../../../../language/fold.ts';
import { digitsOfBrokenPhone } from '../../../../language/phones.ts';
import type { Context } from '../../../context.ts';
import type { RegisterFlow, State } from '../../../state.ts';
import { denialIn } from '../../../understand/follow-up/denial/index.ts';
import { isVagueCount } from '../../../understand/told/count.ts';
import { answersPlainly } from '../answer/take-answer.ts';
import { asksBack, withoutLookalikes } from '../read/asks-back.ts';
import { nameIn } from '../read/name.ts';
import type { Step } from '../steps.ts';

export const asksHere = ({ heard, state, world }: Context, { step }: RegisterFlow): boolean =>
  heard.kind === 'text' &&
  asksAt(step, heard.text, state) &&
  (asksInstead(heard.text) || !answersPlainly(step, heard.text, world));

/** "Em không hỏi thiên tai, em hỏi trồng chè thì lập tổ được không": the trade in it answers no step. */
export const asksInstead = (text: string): boolean => asksBack(denialIn(text)?.asked ?? '');

export const passesBy = ({ heard, world }: Context): boolean =>
  heard.kind === 'text' && inPassing(world.knowledge, heard.text);

/** "chào em", "cảm ơn": in just the listed words, never an answer to a step; "ok" and "vâng" may be one. */
const inPassing = (knowledge: Knowledge, text: string): boolean =>
  passingWords(knowledge).has(plainWords(text));

const passingWords = onceFor(
  (knowledge: Knowledge) =>
    new Set([...knowledge.cues.values()].filter((t) => t.passing).flatMap((t) => t.asks.map(plainWords))),
);

/** Where any words may be the answer, only what plainly asks does; digits are a number that was meant, and a full name ("tên Lù Thị May") asks nothing. */
function asksAt(step: Step, text: string, state: State): boolean {
  if (isFullName(nameIn(text) ?? text) || (step === 'phone' && digitsOfBrokenPhone(text) !== undefined))
    return false;
  if (step === 'members' && isVagueCount(text)) return false;
  return step === 'product'
    ? asksBack(text) || orNot.test(fold(text))
    : looksLikeQuestion(withoutLookalikes(text), state);
}

/** "… có được không hay phải người ngoài", in the middle of it. */
const orNot = /\b(?:duoc|dc|phai) (?:khong|ko|k)\b|\b(?:khong|ko|k) hay(?: la)? \S/;

/** Two words are a question only with one of these: "nộp đâu", "bao lâu"; a name may hold others. */
const askedInTwo =
  /\?|\b(?:dau|gi|nao|j)\b|\bbao (?:lau|gio|nhieu)\b|\b(?:khong|ko|k|kg)$|^(?:xong|duoc|roi) chua$/;

/** "Thế còn tổ" goes on from what was answered on the way; "còn 4 người" counts. */
function looksLikeQuestion(text: string, { topic }: State): boolean {
  const words = syllables(text);
  if (topic.card && goesOnFrom(text) && !/\d/.test(text)) return true;
  if (words.length === 2) return askedInTwo.test(fold(text).trim());
  if (eitherWay.test(fold(text))) return true;
  return isAsking(fold(text).replace(denial, ' ')) && isAsking(text.replace(politeEnd, ''));
}
/** "Có giải quyết được không hay chỉ ghi cho vui" */
const eitherWay = /\bco (?:\S+ ){1,8}(?:khong|ko|k|kg) hay(?: la)? \S/;
/** "Tôi không nhớ số" tells: only at the end, or before an address, does a "không" ask. */
const denial =
  /\b(?:khong|ko|k|kg|chua) (?:phai )?(?!(?:a|em|anh|chi|bac|co|chu|ad|can bo|vay|the|nhi|da)\b)(?=\S)/g;
/** "Trồng chè ạ" answers. */
const politeEnd = /[\s,]+[aạ][\s.!]*$/iu;
