// "Có 5 người à 6", "nuôi dê, à không bò", "6 chứ không phải 5": of an answer that takes itself back only what is meant counts, whatever the step.
import { isFullName } from '../../../../language/family-names.ts';
import { clean, fold, foldInPlace, syllables } from '../../../../language/fold.ts';
import { wordAgrees } from '../../../../language/marks-agree.ts';
import { asTyped } from '../../../context.ts';
import type { World } from '../../../world.ts';
import { asksBack } from '../read/asks-back.ts';
import { kindOf } from '../read/kinds.ts';
import { lineDenied } from '../read/typed.ts';
import { wishIn } from '../read/wishes.ts';
import type { Step } from '../steps.ts';
import { answersPlainly, takeAnswer } from './take-answer.ts';

/** The message without what it takes back, where what is left answers the step or is of the same kind; who takes back at the notice has not agreed. */
export function withoutTakenBack(message: string, step: Step, world: World): string {
  if (step === 'consent' || isFullName(message)) return message;
  if (wishIn(message) === 'later' || lineDenied(message)) return message;
  return clean(message)
    .split(/(?<=[.;!?])\s+/u)
    .map((sentence) => meantIn(sentence, step, world))
    .join(' ');
}

function meantIn(sentence: string, step: Step, world: World): string {
  const flat = foldInPlace(sentence);
  const answers = (text: string): boolean => isOf(step, text, world);
  for (const mark of [...flat.matchAll(takingBack), ...flat.matchAll(sighing)].sort(lastFirst)) {
    const typed = sentence.slice(mark.index, mark.index + mark[0].length);
    const before = sentence.slice(0, mark.index).trim();
    const after = sentence.slice(mark.index + mark[0].length).trim();
    const sighs = mark[1] === undefined;
    if (after === '' || !speltSo(typed) || asksBack(after) || adds.test(fold(after))) continue;
    if (sighs && (step === 'time' || !mayFollowSigh(typed, before, after))) continue;
    if (atWhole.has(step) ? kindOf(after, world) === kindOf(before, world) && answers(after) : answers(after))
      return after;
  }
  const denial = denied.exec(flat);
  const kept = denial ? sentence.slice(0, denial.index).trim() : '';
  return kept !== '' && answers(kept) ? kept : sentence;
}
const lastFirst = (a: RegExpExecArray, b: RegExpExecArray): number => b.index - a.index;

const takingBack =
  /(?:^|[\s,.…-]+)((?:a|ay|i|oi)(?: ma)? (?:khong(?: phai)?|ko|k|quen|thoi)|(?:tu nhien )?(?:toi|em|e|minh|bac|co|chu|chau|anh|chi) (?:lai )?(?:quen|dem thieu|tinh thieu|noi thieu)(?: mat| khuay)?|(?:(?:a|ay|i|o|oi|u|e|em|toi) )?(?:(?:ghi|noi|go|viet) )?(?:nham|lon)|(?:noi|ghi|sua|go|viet) lai|thoi(?: (?:cu|thi))? (?:ghi|de|lay|tinh|cho)|y(?: (?:toi|em|e|minh))? la|dung ra|chinh xac|(?:khong|ko|k|kg|chang) phai\b[^,.;]*?(?:,| ma))(?: (?:roi|r|la|thanh|phai))*(?=[\s,.:…]|$)[\s,.:…-]*/gu;
/** "À" alone. */
const sighing = /(?<=\S)[\s,.…-]+a[\s,.…-]+(?=\S)/gu;
/** What is denied, but where something is said in its place ("không phải 3 sào mà 4 sào"). */
const denied = /[\s,]+(?:chu )?(?:khong|ko|k|kg) phai (?:(?! ma ).)+$/u;
const atWhole: ReadonlySet<Step> = new Set(['summary', 'edit-which']);

/** "Nhâm" and "lớn" take nothing back. */
const speltSo = (typed: string): boolean =>
  (
    clean(typed)
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? []
  ).every((word) => (spellings[fold(word)] ?? [word]).some((s) => wordAgrees(word, s)));
const spellings: Record<string, readonly string[]> = {
  nham: ['nhầm'],
  lon: ['lộn'],
  thoi: ['thôi'],
  y: ['ý'],
  a: ['à'],
  o: ['ơ', 'ồ', 'ờ'],
  quen: ['quên'],
};

/** "7 à 2 nhà nữa" adds. */
const adds = /\b(?:nua|them)\b/;
/** Without its mark it may be half a name, so it must stand between numbers; "Hoa à em" only sighs, "à có khi 4" goes on. */
const mayFollowSigh = (typed: string, before: string, after: string): boolean =>
  (/à/iu.test(typed) || (/\d/.test(before) && /^\d/.test(after))) &&
  (/^có\s/iu.test(after) || !courtesy.test(fold(after)));
const courtesy = /^(?:a|em|e|anh|chi|bac|co|chu|ong|ba|toi|minh|chau|nhe|da|vang)(?: |$)/;

/** A name or a trade may be nearly any words: behind what takes it back a few do. */
function isOf(step: Step, text: string, world: World): boolean {
  if (atWhole.has(step)) return kindOf(text, world) !== undefined;
  if (answersPlainly(step, text, world)) return true;
  return syllables(text).length <= fewWords && takeAnswer(step, asTyped(text), world).kind === 'set';
}
const fewWords = 8;
