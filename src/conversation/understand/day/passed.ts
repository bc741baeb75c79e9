// Whether it is asked where today stands before a day: "đã quá chưa", "còn kịp không", "còn mấy ngày nữa".
import { fold } from '../../../language/fold.ts';

export const asksPassed = (message: string): boolean => passed.test(fold(message));

/** "Còn mấy ngày nữa": how long it is from today. */
export const asksLeft = (message: string): boolean => left.test(fold(message));
const left = /\bcon(?: (?:lai|duoc|dc))? (?:may|bao nhieu|bn|nhieu) (?:ngay|hom|bua)\b/;

/** Nothing is asked besides: "thế đã quá chưa", "còn mấy ngày nữa". */
export function asksOnlyPassed(message: string): boolean {
  const rest = fold(message).replace(new RegExp(`${passed.source}|${left.source}`, 'g'), ' ');
  return (
    (asksPassed(message) || asksLeft(message)) &&
    rest.split(/[^a-z]+/).every((w) => w === '' || beside.has(w))
  );
}

/** What runs out may be named: "hết hạn góp vốn chưa"; "quá hạn có sao không" asks what follows. */
const named = '(?: (?!co |bi |thi |phai |lam |sao )[a-z]+)';
const no = '(?:chua|khong|ko|k|hong)';
const passed = new RegExp(
  [
    `\\b(?:qua|het|tre|muon|cham)(?: (?:ngay|moc|hen|mat|lau|roi|ay|do|nay))* ${no}\\b`,
    `\\b(?:qua|het|den|toi|con) (?:thoi )?han${named}{0,4} ${no}\\b`,
    `\\b(?:kip|con thoi gian)${named}{0,3} ${no}\\b`,
    '\\b(?:qua|tre|het)(?: han)?(?: mat)?(?: roi)? (?:a|ha|nhi|dung khong|phai khong)\\b',
  ].join('|'),
);
const beside = new Set(
  'the vay thi la da bi co con toi em minh nha to htx nay gio bay hom den tinh ban oi a ha nhi roi vay luc han ngay ay do ma hay se con va tu nua'.split(
    ' ',
  ),
);
