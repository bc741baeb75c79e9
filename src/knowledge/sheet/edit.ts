// Edits one card's YAML: only the lines of what changed are written anew; comments and the layout of all else stay, byte for byte.
import {
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Key, Value } from './columns.ts';
import { fileOrder, itemText, pairText, scalarText } from './yaml-text.ts';

type Patch = { from: number; to: number; put: string };
type Entry = Pair<Scalar, Scalar | YAMLSeq>;

/** An empty value takes the field out. Throws when the file is no mapping, which the checker has refused before. */
export function editCard(source: string, changes: ReadonlyMap<Key, Value>): string {
  const text = source === '' || source.endsWith('\n') ? source : `${source}\n`;
  const map = parseDocument(text, { schema: 'failsafe' }).contents;
  if (!isMap(map)) throw new Error('the card file is no mapping');
  const patches = fileOrder
    .filter((key) => changes.has(key))
    .flatMap((key) => patchesOf(text, map as YAMLMap, key, changes.get(key) ?? ''));
  return applied(text, patches);
}

function patchesOf(text: string, map: YAMLMap, key: Key, value: Value): Patch[] {
  const entry = entryOf(map, key);
  if (!entry) return value.length === 0 ? [] : [{ ...spotFor(text, map, key), put: pairText(key, value) }];
  const from = startOf(entry.key);
  const to = endOf(text, entry.value);
  if (value.length === 0) return [{ from, to: lineEnd(text, to), put: '' }];
  if (Array.isArray(value) && isSeq(entry.value) && !entry.value.flow && entry.value.items.every(isScalar))
    return itemPatches(text, key, entry.value.items as Scalar[], value);
  return [
    { from, to, put: pairText(key, value, isScalar(entry.value) ? entry.value.type : undefined).trimEnd() },
  ];
}

/** Aligns the old and the new list; where they differ, items are replaced in turn, and what is left is taken out or put in. */
function itemPatches(text: string, key: Key, items: readonly Scalar[], wanted: readonly string[]): Patch[] {
  const patches: Patch[] = [];
  const first = items[0] as Scalar;
  const indent = text.slice(lineStart(text, startOf(first)), startOf(first)).replace(/-.*$/s, '');
  let at = lineStart(text, startOf(first));
  const had = items.map((item) => String(item.value));
  for (const { olds, news } of gaps(had, wanted)) {
    const before = items[olds[0] - 1];
    at = before ? lineEnd(text, endOf(text, before)) : at;
    items.slice(...olds).forEach((item, i) => {
      const value = wanted[news[0] + i];
      const end = endOf(text, item);
      if (news[0] + i < news[1] && value !== undefined)
        patches.push({ from: startOf(item), to: end, put: scalarText(value, item.type) });
      else patches.push({ from: lineStart(text, startOf(item)), to: lineEnd(text, end), put: '' });
      at = lineEnd(text, end);
    });
    const extra = wanted.slice(news[0] + (olds[1] - olds[0]), news[1]);
    if (extra.length > 0)
      patches.push({ from: at, to: at, put: extra.map((v) => `${indent}${itemText(key, v)}\n`).join('') });
  }
  return patches;
}

type Gap = { olds: [number, number]; news: [number, number] };

/** The stretches between the longest common subsequence of two lists. */
function gaps(olds: readonly string[], news: readonly string[]): Gap[] {
  const best = Array.from({ length: olds.length + 1 }, () => new Array<number>(news.length + 1).fill(0));
  const len = (i: number, j: number): number => best[i]?.[j] ?? 0;
  for (let i = olds.length - 1; i >= 0; i--)
    for (let j = news.length - 1; j >= 0; j--)
      (best[i] as number[])[j] =
        olds[i] === news[j] ? len(i + 1, j + 1) + 1 : Math.max(len(i + 1, j), len(i, j + 1));
  const found: Gap[] = [];
  let [i, j, oldFrom, newFrom] = [0, 0, 0, 0];
  const close = (): void => {
    if (i > oldFrom || j > newFrom) found.push({ olds: [oldFrom, i], news: [newFrom, j] });
  };
  while (i < olds.length || j < news.length) {
    if (i < olds.length && j < news.length && olds[i] === news[j]) {
      close();
      [i, j] = [i + 1, j + 1];
      [oldFrom, newFrom] = [i, j];
    } else if (j >= news.length || (i < olds.length && len(i + 1, j) >= len(i, j + 1))) i++;
    else j++;
  }
  close();
  return found;
}

const entryOf = (map: YAMLMap, key: string): Entry | undefined =>
  map.items.find((pair) => isScalar(pair.key) && pair.key.value === key) as Entry | undefined;

/** Behind the nearest field that comes earlier in a card file. */
function spotFor(text: string, map: YAMLMap, key: Key): { from: number; to: number } {
  const before = fileOrder.slice(0, fileOrder.indexOf(key)).toReversed();
  const entry = before.flatMap((k) => entryOf(map, k) ?? [])[0];
  const at = entry ? lineEnd(text, endOf(text, entry.value)) : startOf(map);
  return { from: at, to: at };
}

const startOf = (node: { range?: readonly number[] | null }): number => node.range?.[0] ?? 0;

/** Where the words of a value end, without the line end, blank lines and comments behind it. */
function endOf(text: string, node: Scalar | YAMLSeq | null): number {
  const last = isSeq(node) && !node.flow ? (node.items.at(-1) as Scalar | undefined) : undefined;
  let end = (last ?? node)?.range?.[1] ?? 0;
  while (/\s/.test(text[end - 1] ?? '')) end--;
  return end;
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
};

function applied(text: string, patches: readonly Patch[]): string {
  let result = '';
  let done = 0;
  for (const { from, to, put } of patches.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    result += text.slice(done, from) + put;
    done = to;
  }
  return result + text.slice(done);
}
