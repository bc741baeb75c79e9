// What one slip of the finger or of the ear costs: how surprising it is that this word was meant and that one typed.

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const keys = new Map<string, { row: number; at: number }>(
  rows.flatMap((letters, row) => [...letters].map((c, at) => [c, { row, at: at + row * 0.4 }] as const)),
);

function besideOnKeyboard(a: string, b: string): boolean {
  const one = keys.get(a);
  const other = keys.get(b);
  if (!one || !other) return false;
  return Math.abs(one.row - other.row) <= 1 && Math.abs(one.at - other.at) <= 1.1;
}

export const cost = { swapped: 1.6, beside: 3.2, other: 6, missing: 2.4, extra: 4.5, first: 0.3, ear: 2.2 };

/** In nats; undefined where the two words are not one slip apart. `typed` and `meant` are bare lower-case letters. */
export function slipCost(typed: string, meant: string): number | undefined {
  if (typed === meant) return undefined;
  const [short, long] = typed.length <= meant.length ? [typed, meant] : [meant, typed];
  if (long.length - short.length > 1) return undefined;
  let i = 0;
  while (i < short.length && short[i] === long[i]) i++;
  const first = i === 0 ? cost.first : 0;
  if (short.length < long.length) {
    if (short.slice(i) !== long.slice(i + 1)) return undefined;
    const doubled = i > 0 && long[i] === long[i - 1];
    return (typed.length < meant.length ? cost.missing : cost.extra) + first - (doubled ? 1 : 0);
  }
  if (short.slice(i + 1) === long.slice(i + 1))
    return (besideOnKeyboard(short[i] ?? '', long[i] ?? '') ? cost.beside : cost.other) + first;
  const crossed =
    short[i] === long[i + 1] && short[i + 1] === long[i] && short.slice(i + 2) === long.slice(i + 2);
  return crossed ? cost.swapped + first : undefined;
}

/** Words heard alike in some region: tr/ch, s/x, l/n, r/d/gi/v, final n/ng, t/c. Equal sounds differ by one slip of the ear. */
export function soundOf(word: string): string {
  return word
    .replace(/^(?:tr|ch)/, 'c-')
    .replace(/^[sx]/, 's-')
    .replace(/^(?:gi|d|r|v)(?=[aeiouy])/, 'z-')
    .replace(/^[ln](?![gh])/, 'l-')
    .replace(/^qu(?=y)/, 'q')
    .replace(/y$/, 'i')
    .replace(/(?:ng|nh)$/, 'n')
    .replace(/(?:ch|c)$/, 't');
}
