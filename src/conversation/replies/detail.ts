// What is said of an answer once more, with its standing and sources: only the lines that tell a detail, or what it means for what was told since.
import type { Block, Reply } from '../message.ts';

const isLine = ({ kind }: Block): boolean => kind === 'strong' || kind === 'detail' || kind === 'say';

/**
 * The reply with these lines alone, the first of them said first, and with them every line that has a figure of the same
 * unit: of a table of cases one row said alone would be taken for everybody's. What is `always` said stays.
 */
export function onlyLines(
  reply: Reply,
  wanted: readonly string[],
  unitsIn: (line: string) => readonly string[],
  always: (block: Block) => boolean = () => false,
): Block[] {
  const units = new Set(wanted.flatMap(unitsIn));
  const kept = reply.blocks.filter(
    (b) => isLine(b) && (wanted.includes(b.text) || always(b) || unitsIn(b.text).some((u) => units.has(u))),
  );
  const [first] = kept.filter((b) => b.text === wanted[0]);
  const rest = kept
    .filter((b) => b !== first)
    .map((b) => (b.kind === 'strong' ? { ...b, kind: 'detail' as const } : b));
  return first ? [{ ...first, kind: 'strong' }, ...rest] : rest;
}

/** The reply with these lines where its own stood. */
export function linesInstead({ blocks }: Reply, lines: readonly Block[]): Block[] {
  const at = blocks.findIndex(isLine);
  return blocks.flatMap((b, i) => (i === at ? [...lines] : isLine(b) ? [] : [b]));
}
