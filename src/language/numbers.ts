// Finds numbers in Vietnamese prose: digits as written here (1.000 · 1,5 · 05 · 1/3), multipliers and number words.
import { aTurn, remembered } from './remembered.ts';

export type NumberFound = {
  value: number;
  start: number;
  /** One past the last character of the number and its multiplier ("20 triệu"). */
  end: number;
  /** Written in words only: counts as a figure only before a known unit ("năm người", not "năm nay"). */
  inWords: boolean;
};

const digits: Record<string, number> = {
  không: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  nhăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
};
const multipliers: Record<string, number> = {
  chục: 10,
  trăm: 100,
  nghìn: 1e3,
  ngàn: 1e3,
  triệu: 1e6,
  tỷ: 1e9,
  tỉ: 1e9,
};

type Token = { word: string; start: number; end: number };

const digitToken = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$|^\d+(?:,\d+)?$/;

/** Every number in `text` (NFC, marks kept), left to right, none overlapping. */
export const numbersIn = remembered((text): readonly NumberFound[] => {
  const tokens = tokensOf(text);
  const found: NumberFound[] = [];
  for (let at = 0; at < tokens.length; ) {
    const read = digitNumber(tokens, at) ?? fractionInWords(tokens, at) ?? wordNumber(tokens, at);
    if (!read) {
      at++;
      continue;
    }
    const first = tokens[at] as Token;
    const last = tokens[read.next - 1] as Token;
    found.push({ value: read.value, start: first.start, end: last.end, inWords: read.inWords });
    at = read.next;
  }
  return found;
}, aTurn);

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.toLowerCase().matchAll(/\d{1,2}\/\d{1,2}(?![\d/])|\d+(?:[.,]\d+)*|\p{L}+/gu)) {
    tokens.push({ word: match[0], start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}

type Part = { value: number; next: number; inWords: boolean };

function digitNumber(tokens: readonly Token[], at: number): Part | undefined {
  const token = tokens[at];
  const fraction = /^(\d+)\/(\d+)$/.exec(token?.word ?? '');
  if (fraction) return { value: Number(fraction[1]) / Number(fraction[2]), next: at + 1, inWords: false };
  if (!token || !digitToken.test(token.word)) return undefined;
  let value = Number(token.word.replaceAll('.', '').replace(',', '.'));
  let next = at + 1;
  for (let by = multipliers[tokens[next]?.word ?? '']; by; by = multipliers[tokens[next]?.word ?? '']) {
    value *= by;
    next++;
    if (tokens[next]?.word === 'rưỡi') {
      value += by / 2;
      next++;
    }
  }
  if (tokens[next]?.word === 'rưỡi') {
    value += 0.5;
    next++;
  }
  return { value, next, inWords: false };
}

/** "ba phần tư", "một phần ba", "nửa": a figure whatever stands behind it. "năm phần trăm" is five percent. */
function fractionInWords(tokens: readonly Token[], at: number): Part | undefined {
  const word = (i: number): string => tokens[i]?.word ?? '';
  if (word(at) === 'nửa') return { value: 0.5, next: at + 1, inWords: false };
  if (word(at) === 'một' && word(at + 1) === 'nửa') return { value: 0.5, next: at + 2, inWords: false };
  const over = underThousand(tokens, at);
  if (!over || word(over.next) !== 'phần') return undefined;
  const under = underThousand(tokens, over.next + 1);
  return under && under.value > 1
    ? { value: over.value / under.value, next: under.next, inWords: false }
    : undefined;
}

function wordNumber(tokens: readonly Token[], at: number): Part | undefined {
  let total = 0;
  let hundred: number | undefined;
  let next = at;
  for (;;) {
    const group = underThousand(tokens, next);
    if (!group) break;
    next = group.next;
    hundred = group.value;
    const by = multipliers[tokens[next]?.word ?? ''];
    if (!by || by < 1000) break;
    next++;
    const half = tokens[next]?.word === 'rưỡi';
    if (half) next++;
    total += hundred * by + (half ? by / 2 : 0);
    hundred = undefined;
  }
  if (next === at) return undefined;
  let value = total + (hundred ?? 0);
  if (hundred !== undefined && tokens[next]?.word === 'rưỡi') {
    value += 0.5;
    next++;
  }
  return { value, next, inWords: true };
}

/** "hai mươi lăm", "một trăm linh năm", "mười", "bảy". */
function underThousand(tokens: readonly Token[], at: number): { value: number; next: number } | undefined {
  const word = (i: number): string => tokens[i]?.word ?? '';
  let value: number;
  let next = at + 1;
  if (word(at) === 'mười') value = 10 + tail(word(next), () => next++);
  else if (digits[word(at)] === undefined) return undefined;
  else {
    value = digits[word(at)] as number;
    if (word(next) === 'trăm') {
      value *= 100;
      next++;
      if (word(next) === 'linh' || word(next) === 'lẻ') {
        const unit = digits[word(next + 1)];
        return unit === undefined ? { value, next } : { value: value + unit, next: next + 2 };
      }
      const rest = underThousand(tokens, next);
      if (rest && rest.value < 100) return { value: value + rest.value, next: rest.next };
    } else if (word(next) === 'mươi' || word(next) === 'chục') {
      value *= 10;
      next++;
      value += tail(word(next), () => next++);
    }
  }
  return { value, next };
}

/** The unit digit after a ten. "năm" stays out: "mười năm" is ten years, fifteen is "mười lăm". */
function tail(word: string, take: () => void): number {
  const digit = word === 'năm' || word === 'không' ? undefined : digits[word];
  if (digit === undefined) return 0;
  take();
  return digit;
}
