// Whether words before or beside a question answer the step: they must do so surely, or, where any words may be the answer, stand alone as names and trades do.
import { isFullName, isTitledName } from '../../../../language/family-names.ts';
import { clean, fold, plainWords, syllables } from '../../../../language/fold.ts';
import { asTyped } from '../../../context.ts';
import type { World } from '../../../world.ts';
import { agreesPlainly } from '../answer/consent.ts';
import { answersPlainly, takeAnswer } from '../answer/take-answer.ts';
import { asksBack } from '../read/asks-back.ts';
import { isStrangeTo, kindOf } from '../read/kinds.ts';
import { introduces, nameIn } from '../read/name.ts';
import type { Step } from '../steps.ts';

/** A name behind which something is asked must be one or stand alone as a sentence, and consent is the word itself. */
export function answersSurely(step: Step, text: string, world: World): boolean {
  if (step === 'name')
    return isFullName(text) || isTitledName(text) || introduces(text) || isNameAlone(text, world);
  if (step === 'consent') return agreesPlainly(text);
  if (step === 'form')
    return syllables(text).length <= fewWords && takeAnswer(step, asTyped(text), world).kind === 'set';
  if (step === 'product')
    return answersPlainly(step, text, world) || kindOf(text, world) === 'trade' || isTradeAlone(text, world);
  return answersPlainly(step, text, world);
}
/** More of them may be about anything. */
const fewWords = 6;

/** "Hà.", "hà": one word as it is written, or some with capitals. */
const isNameAlone = (text: string, world: World): boolean =>
  (/^(?:\p{Lu}[\p{L}\p{M}]*\s?){1,4}$/u.test(clean(text)) || syllables(text).length === 1) &&
  !opensTalk(text) &&
  nameIn(text) !== undefined &&
  !isStrangeTo('name', text, world);

/** "Cá lồng", "trong buoi". */
const isTradeAlone = (text: string, world: World): boolean =>
  syllables(text).length <= longestTrade &&
  !opensTalk(text) &&
  !asksBack(text) &&
  takeAnswer('product', asTyped(text), world).kind === 'set';
const longestTrade = 4;

/** "Khoan", "từ từ", "cảm ơn", "sợ quá": said to whoever listens. */
const opensTalk = (text: string): boolean =>
  talking.test(plainWords(text)) || sighing.test(fold(text).trim());
const sighing = /\s(?:qua|lam|nhi|day|the|vay|roi|da|a|oi|nhe|nha)$/;
const talking =
  /^(?:khoan|tu tu|tu da|cho (?:ti|chut|da|hoi|toi|em|minh|chi|anh)|doi|oi|alo|a|u|uh|um|o|ua|e|em|toi|minh|bot|ad|ban|anh|chi|nay|the|vay|thoi|ma|sao|roi|da|vang|ok|oke|hm|chet|troi|gio|khong|ko|k|kg|chua|so|ngai|met|chan|lau|kho|hay|tot|la|ghe|mung|cam on|cam|xin|duoc|dc|hieu|biet|nho|noi|hoi|tra loi|lap|dang ky|dk|co|con|nhung|neu|de|dung|phieu|cai|them|tiep|nghe|thay|xong|chao)\b/;
