// What may stand as a fact about the unit, and what to tell who typed something else; farmers are told these words.
import { readPhone } from '../language/phones.ts';
import { line } from './input.ts';
import { operatorWords } from './words.ts';

export type FactKey = keyof typeof operatorWords;
export const factKeys = Object.keys(operatorWords) as FactKey[];
export const longestFact = 200;
/** Free and shared lines of offices: 1800 1234, 1900 123456. */
const sharedLine = /^1[89]00\d{4,6}$/;
const extension = /\(?\s*(?:máy lẻ|nhánh)\s*:?\s*\d{1,6}\s*\)?/giu;

/** One number or several with a comma, a semicolon or a stroke between, each with its extension if it has one. */
export function isPhoneLine(text: string): boolean {
  return text
    .replace(extension, ' ')
    .split(/[,;/]|\s[-–]\s|\shoặc\s/u)
    .map((part) => part.trim())
    .every((part) => readPhone(part) !== undefined || sharedLine.test(part.replace(/[\s.]/g, '')));
}

/** Every fact as typed, and for each that cannot stand what is wrong with it. */
export function readFactsForm(form: Readonly<Record<string, unknown>>): {
  facts: Record<FactKey, string>;
  problems: Map<FactKey, string>;
} {
  const problems = new Map<FactKey, string>();
  const facts = Object.fromEntries(
    factKeys.map((key) => {
      const typed = String(form[key] ?? '').trim();
      if (!line(longestFact).safeParse(typed).success)
        problems.set(key, `“${operatorWords[key]}” chỉ một dòng, dài nhất ${longestFact} chữ.`);
      else if (key === 'phone' && typed !== '' && !isPhoneLine(typed))
        problems.set(
          key,
          `Số điện thoại “${typed}” chưa đúng. Ghi đủ số, ví dụ 0912 345 678 hoặc 0216 3852 123; nhiều số thì cách nhau bằng dấu phẩy.`,
        );
      return [key, typed];
    }),
  ) as Record<FactKey, string>;
  return { facts, problems };
}
