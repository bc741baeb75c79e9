// Whether it is asked if a day is past by now: "đã quá chưa", "còn kịp không", "hết hạn chưa".
import { fold } from '../../../language/fold.ts';

export const asksPassed = (message: string): boolean => passed.test(fold(message));

/** Nothing is asked besides: "thế đã quá chưa". */
export function asksOnlyPassed(message: string): boolean {
  const rest = fold(message).replace(new RegExp(passed, 'g'), ' ');
  return asksPassed(message) && rest.split(/[^a-z]+/).every((w) => w === '' || beside.has(w));
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
  'the vay thi la da bi co con toi em minh nha to htx nay gio bay hom den tinh ban oi a ha nhi roi vay luc han ngay ay do ma hay se con va'.split(
    ' ',
  ),
);
