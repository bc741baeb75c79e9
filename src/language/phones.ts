// Vietnamese phone numbers as people type them: found, written one way, and masked.

import { fold } from './fold.ts';
import { aTurn, remembered } from './remembered.ts';

const mobile = /^(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d)\d{7}$/;
const landline = /^2\d{9}$/;
const candidate =
  /(?<![\d/.,])(?:(?:\+|00)?\(?\d(?:[\s.\-()]{0,2}\d){8,12}|0\d(?:[\s.\-()]{0,3}\d){8,9})(?![\d/])/gu;

/** "o912 34o 678": the letter typed for the figure, beside figures and in no word. Nothing moves. */
const withZeros = (text: string): string =>
  withPlainSigns(text).replace(/(?<!\p{L})[oO]+(?=\d)|(?<=\d)[oO]+(?!\p{L})/gu, (run) =>
    '0'.repeat(run.length),
  );

/** "0912–345–678", "０９１２…", "0912, 345, 678": figures and what stands between them as keyboards and copied text have them, sign for sign. */
const withPlainSigns = (text: string): string =>
  text
    .replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(betweenDigits, ({ length }) => '-'.repeat(length))
    .replace(withCommas, (run) => run.replaceAll(',', '.'));
/** Dashes, middle dots, a line below, and what has no width. */
const betweenDigits = /(?<=\d\s?)[‐-―−·•‧∙_*\u200b-\u200d\u2060\ufeff]{1,2}(?=\s?\d)/gu;
/** Of no amount: those begin with no nought, and their commas part three figures from three. */
const withCommas = /(?<![\d.,])0\d{2,4}(?:\s?,\s?\d{2,4}){2,3}(?!\d)/gu;

/** "0912 345.678", "+84 912345678", "84912345678" → "+84912345678"; anything else → undefined. */
export function readPhone(text: string): string | undefined {
  const digits = withZeros(text.normalize('NFKC')).replace(/[\s.\-()]/g, '');
  const match = /^(?:\+84|0084|84|0)(\d{9,10})$/.exec(digits);
  const rest = match?.[1];
  return rest && (mobile.test(rest) || landline.test(rest)) ? `+84${rest}` : undefined;
}

/** Every phone number that is written in figures, with where it stands. */
export function phonesIn(text: string): { at: number; written: string; phone: string }[] {
  return [...withZeros(text).matchAll(candidate)].flatMap((match) => {
    const phone = readPhone(match[0]);
    const written = text.slice(match.index, match.index + match[0].length);
    return phone ? [{ at: match.index, written, phone }] : [];
  });
}

/** The text with each number in figures alone, so that none is three sentences: "o912.345.678" → "0912345678". */
export const withPlainNumbers = (text: string): string =>
  phonesIn(text).reduceRight(
    (rest, { at, written, phone }) =>
      `${rest.slice(0, at)}${phone.replace('+84', '0')}${rest.slice(at + written.length)}`,
    text,
  );

/** The first phone number inside a longer message. Amounts and document numbers are not phones. */
export const findPhone = remembered((text): string | undefined => {
  const [written] = phonesIn(text);
  if (written) return written.phone;
  for (const match of text.matchAll(spoken)) {
    const phone = readPhone(digitsSaid(match[0]));
    if (phone) return phone;
  }
  return undefined;
}, aTurn);

/** Digits said one by one, groups of figures among them: "không chín tám bảy 123 456". */
const digitWords = [
  'không',
  'một|mốt',
  'hai',
  'ba',
  'bốn|tư',
  'năm|lăm',
  'sáu',
  'bảy|bẩy',
  'tám',
  'chín',
].map((said) => [...said.split('|'), ...said.split('|').map(fold)]);
const oneSaid = `(?:${digitWords.flat().join('|')}|\\d{1,6})`;
const spoken = new RegExp(
  `(?<![\\p{L}\\d])${oneSaid}(?:[\\s,.-]{1,3}${oneSaid}){3,12}(?![\\p{L}\\d])`,
  'giu',
);
const digitsSaid = (run: string): string =>
  (run.toLowerCase().match(/[\p{L}\p{M}]+|\d+/gu) ?? [])
    .map((said) => (/\d/.test(said) ? said : digitWords.findIndex((words) => words.includes(said))))
    .join('');

/** "Đuôi 211", "3 số cuối là 211": a number with its last digits put right. */
export function withEnding(phone: string, text: string): string | undefined {
  const digits = ending.exec(text.normalize('NFC'))?.[1]?.replace(/\D/g, '') ?? '';
  return digits === '' ? undefined : readPhone(`${phone.slice(0, -digits.length)}${digits}`);
}
const ending =
  /(?<!\p{L})(?:đuôi|duoi|số cuối|so cuoi|(?:cuối|cuoi)(?:\scùng|\scung)?(?=\s(?:là|la|phải|phai|thành|thanh|mới|moi)\s))(?:\s(?:số|so|là|la|phải|phai|mới|moi|thành|thanh|đổi|doi|sửa|sua))*[\s:]*(\d(?:[\s.]?\d){1,5})(?![\d/]|\s*(?:người|nguoi|nhà|nha|hộ|ho|tuổi|tuoi|triệu|trieu|giờ|gio|h|năm|nam|tháng|thang)(?!\p{L}))/iu;

/** How many digits there are in what must be meant for a number, though it is none: "0912-345-67a", "0987 65 43". */
export function digitsOfBrokenPhone(text: string): number | undefined {
  if (findPhone(text)) return undefined;
  const run =
    /(?<![\d/.,])(?:\+84|0)\d*(?:[\s.-]{0,2}\d+)+/.exec(withZeros(text))?.[0].replace(/\D/g, '') ?? '';
  return run.length >= leastMeant ? run.length : undefined;
}
const leastMeant = 6;

const amount = /^\d{1,3}(?:\.\d{3})+$/;
/** Between two figures as between the parts of a number. */
const apart = /\s[.\-()]\s/u;

const withoutPhones = (text: string): string =>
  [...withZeros(text).matchAll(candidate)]
    .filter(([run]) => readPhone(run) || !(amount.test(run) || apart.test(run)))
    .reduceRight(
      (rest, { 0: run, index }) => `${rest.slice(0, index)}[số]${rest.slice(index + run.length)}`,
      text,
    );

/** Replaces phone numbers, and runs long enough to be an identity number, by [số]; amounts of money stay. */
export const maskNumbers = remembered(
  (text) =>
    withoutPhones(text)
      .replace(spoken, (run) => (readPhone(digitsSaid(run)) ? '[số]' : run))
      .replace(/\d{9,}/g, '[số]'),
  aTurn,
);

/** "+84912345678" → "0912 345 678"; a landline behind its area code, which has four figures but in the two largest cities. */
export function sayPhone(phone: string): string {
  const local = phone.replace(/^\+84/, '0');
  if (local.length === 10) return local.replace(/(\d{4})(\d{3})(\d{3})/, '$1 $2 $3');
  return /^02[48]/.test(local)
    ? local.replace(/(\d{3})(\d{4})(\d{4})/, '$1 $2 $3')
    : local.replace(/(\d{4})(\d{4})(\d{3})/, '$1 $2 $3');
}
