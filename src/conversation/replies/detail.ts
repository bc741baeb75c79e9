// A detail asked for behind an answer: of the same answer only the lines that tell it, with its standing and sources.
import type { Block, Reply } from '../message.ts';

const isLine = ({ kind }: Block): boolean => kind === 'strong' || kind === 'detail' || kind === 'say';

/** The reply with those lines alone; undefined where none tells it, or most do. */
export function onlyLines(reply: Reply, tells: (line: string) => boolean): Reply | undefined {
  const lines = reply.blocks.filter(isLine);
  const telling = lines.filter((b) => 'text' in b && tells(b.text));
  if (telling.length === 0 || telling.length * 2 > lines.length) return undefined;
  return { ...reply, blocks: reply.blocks.filter((b) => !isLine(b) || telling.includes(b)) };
}
