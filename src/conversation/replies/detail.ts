// What is said of an answer once more, with its standing and sources: only the lines that tell a detail, or what it means for what was told since.
import type { Block, Reply } from '../message.ts';

const isLine = ({ kind }: Block): boolean => kind === 'strong' || kind === 'detail' || kind === 'say';

/**
 * The reply with those lines alone, and with them every line that has a figure of the same unit: of a table of cases
 * one row said alone would be taken for everybody's. Undefined where none tells it, or most do. What is `always` said stays.
 */
export function onlyLines(
  reply: Reply,
  tells: (line: string) => boolean,
  unitsIn: (line: string) => readonly string[],
  always: (block: Block) => boolean = () => false,
): Reply | undefined {
  const lines = reply.blocks.filter(isLine);
  const units = new Set(lines.flatMap((b) => (tells(b.text) ? unitsIn(b.text) : [])));
  const telling = lines.filter((b) => tells(b.text) || unitsIn(b.text).some((u) => units.has(u)));
  if (telling.length === 0 || telling.length * 2 > lines.length) return undefined;
  return { ...reply, blocks: reply.blocks.filter((b) => !isLine(b) || telling.includes(b) || always(b)) };
}

/** The reply with these lines where its own stood. */
export function linesInstead({ blocks }: Reply, lines: readonly Block[]): Block[] {
  const at = blocks.findIndex(isLine);
  return blocks.flatMap((b, i) => (i === at ? [...lines] : isLine(b) ? [] : [b]));
}
