// "Nhân ra bao nhiêu tiền", "tính giúp tôi đi", "thế cả thảy mấy triệu": behind a loss that was told, what it comes to.
import { plainWords } from '../../../language/fold.ts';
import { personWords } from '../../../language/person-words.ts';
import { howMany } from '../../../language/question-words.ts';
import type { Loss } from '../../state/loss.ts';
import { readIn } from './measures.ts';

/** Nothing else is said but a measure before it ("80 ngày rồi, nhân hộ tôi"), and something was told of that answer's loss. */
export const asksSum = (loss: Loss | undefined, card: string, message: string): boolean =>
  loss?.card === card &&
  Object.keys(loss).length > 1 &&
  (asks.test(plainWords(message)) || asksBehindMeasure(message));

function asksBehindMeasure(message: string): boolean {
  const at = message.lastIndexOf(', ');
  return (
    at > 0 &&
    Object.keys(readIn(message.slice(0, at))).length > 0 &&
    asks.test(plainWords(message.slice(at + 1)))
  );
}

const around = `(?:(?:${personWords}|oi|gioi|troi|oi troi|the|vay|roi|thi|la|da|a|u|ok|gio|xem|dem|cu|cho|ho|giup|voi|di|nhe|nha|nao|luon|nhi|ha|day|ad|bot|may|ban) )*`;
const reckon =
  '(?:nhan|cong|tinh|quy|doi)(?: (?:ra|len|lai|thanh|vao|ho|giup|cho|thu|luon|het|tat ca|tong|di))*';
const whole = '(?:tong cong|tong|tat ca|ca thay|het thay|ca dan|ca lo|ca thua|ra|thanh)';
const much = `(?:duoc |la |ra |thanh |khoang )*(?:${howMany}|nhieu)(?: (?:tien|dong|trieu|nghin))?`;
const end = `(?: (?:${personWords}|the|vay|nhi|ha|a|day|di|nhe|nha|voi|tat ca|ca thay|tong cong))*`;
const asks = new RegExp(
  `^${around}(?:${reckon}(?: (?:${personWords}))*(?: ${whole})? ${much}|${whole} (?:la |thi |duoc |nhan )*${much}|${reckon}(?: (?:${personWords}|tien|so|giup|ho|voi|xem))*)${end}$`,
);
