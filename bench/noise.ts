// Makes clean questions look typed: marks off, slips, joined syllables, shorthand. Seeded, so that every engine sees the same.
import { fold } from '../src/language/fold.ts';

export type Noise = 'nodia' | 'hard';

/** Numbers in [0, 1) from a seed. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

const beside: Record<string, string> = {
  a: 'sqz',
  b: 'vgn',
  c: 'xvd',
  d: 'sfe',
  e: 'wrd',
  f: 'dg',
  g: 'fht',
  h: 'gjn',
  i: 'uok',
  j: 'hku',
  k: 'jli',
  l: 'ko',
  m: 'nj',
  n: 'bmh',
  o: 'ipl',
  p: 'ol',
  q: 'wa',
  r: 'etf',
  s: 'adw',
  t: 'ryg',
  u: 'yij',
  v: 'cbg',
  w: 'qes',
  x: 'zcs',
  y: 'tuh',
  z: 'xa',
};
const short: [string, string][] = [
  ['không', 'ko'],
  ['được', 'dc'],
  ['bao nhiêu', 'bn'],
  ['như thế nào', 'ntn'],
  ['thế nào', 'ntn'],
  ['gì', 'j'],
  ['vậy', 'z'],
  ['rồi', 'r'],
  ['với', 'vs'],
  ['mình', 'mk'],
  ['người', 'ng'],
  ['em', 'e'],
  ['anh', 'a'],
  ['nhiều', 'nhìu'],
  ['trước', 'trc'],
  ['biết', 'bít'],
  ['cũng', 'cx'],
  ['nhưng', 'nhg'],
  ['làm', 'lm'],
  ['đăng ký', 'đk'],
  ['hồ sơ', 'hs'],
  ['sinh viên', 'sv'],
  ['học bổng', 'hb'],
  ['thủ tục', 'tt'],
  ['giấy tờ', 'gt'],
  ['thời gian', 'tg'],
  ['quyết định', 'qđ'],
  ['nghị định', 'nđ'],
  ['công ty', 'cty'],
  ['bây giờ', 'bgio'],
  ['trường', 'trg'],
  ['công nghệ thông tin', 'cntt'],
  ['điện thoại', 'đt'],
];
const tails = ['ạ', 'ad', 'vậy ạ', 'z', 'nhỉ', 'ad ơi', 'với'];

export function noisy(text: string, kind: Noise, random: () => number): string {
  if (kind === 'nodia') return fold(text);
  let out = ` ${text.toLowerCase()} `;
  for (const [long, brief] of short) if (random() < 0.5) out = out.replaceAll(` ${long} `, ` ${brief} `);
  out = fold(out.trim());
  const words = out.split(' ').filter(Boolean);
  for (let slips = 1 + Math.floor(random() * 2); slips > 0; slips--) {
    const i = Math.floor(random() * words.length);
    if (words[i]) words[i] = slip(words[i] as string, random);
  }
  out = words.join(' ');
  if (random() < 0.4) {
    const parts = out.split(' ');
    for (let joins = 1 + Math.floor(random() * 2); joins > 0 && parts.length > 1; joins--) {
      const i = Math.floor(random() * (parts.length - 1));
      parts.splice(i, 2, `${parts[i]}${parts[i + 1]}`);
    }
    out = parts.join(' ');
  }
  return random() < 0.4 ? `${out} ${fold(tails[Math.floor(random() * tails.length)] ?? '')}` : out;
}

function slip(word: string, random: () => number): string {
  if (word.length < 2) return word;
  const i = Math.floor(random() * word.length);
  const near = beside[word[i] ?? ''] ?? 'a';
  const other = near[Math.floor(random() * near.length)] ?? 'a';
  const kind = Math.floor(random() * 4);
  if (kind === 0) return word.slice(0, i) + word.slice(i + 1);
  if (kind === 1) return word.slice(0, i) + other + word.slice(i);
  if (kind === 2 && i + 1 < word.length) return word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2);
  return word.slice(0, i) + other + word.slice(i + 1);
}
