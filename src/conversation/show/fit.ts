// Cuts a reply to what a channel can carry: split at sentence ends, choices last, as words or numbers where there are no buttons or too few.
import { type Block, type Choice, type Limits, plainBlock, plainText, type Reply } from '../message.ts';

/** One or more replies, each within `limits`, NFC, none splitting a character. Choices stand under the last. */
export function fitTo(reply: Reply, limits: Limits): Reply[] {
  const all = reply.choices.map((c) => ({ ...c, label: cut(c.label.normalize('NFC'), limits.maxLabel) }));
  const choices = all.slice(0, limits.maxChoices);
  const rest = all.slice(limits.maxChoices);
  const blocks = reply.blocks.map((b) => ({ ...b, text: b.text.normalize('NFC') }));
  const shown = limits.buttons
    ? [...blocks, ...inWords(rest, true)]
    : [...blocks, ...inWords(choices, reply.asks !== undefined), ...inWords(rest, true)];
  const parts = pack(shown, limits.maxText);
  const alone = limits.form === true && (reply.asks === 'contact' || reply.asks === 'person');
  const fitted: Reply[] = parts.map((part, i) => {
    const last = i === parts.length - 1;
    return {
      blocks: part,
      choices: last ? choices : [],
      ...(last && reply.asks && !alone ? { asks: reply.asks } : {}),
    };
  });
  return alone ? [...fitted, { blocks: [], choices: [], asks: reply.asks }] : fitted;
}

/** Where a typed answer is wanted a number would be one, so the choices are words to send; otherwise they are numbered. */
function inWords(choices: readonly Choice[], typed: boolean): Block[] {
  if (choices.length === 0) return [];
  if (typed)
    return [{ kind: 'note', text: `(hoặc nhắn: ${choices.map((c) => c.label.toLowerCase()).join(', ')})` }];
  const numbered = choices.map((c, i) => `${i + 1}. ${c.label}`).join('\n');
  return [{ kind: 'say', text: `${numbered}\nTrả lời bằng số hoặc chữ.` }];
}

function pack(blocks: readonly Block[], maxText: number): Block[][] {
  const parts: Block[][] = [[]];
  for (const block of blocks.flatMap((b) => splitBlock(b, maxText))) {
    const part = parts.at(-1) ?? [];
    const together = plainText({ blocks: [...part, block] });
    if (part.length > 0 && together.length > maxText) parts.push([block]);
    else part.push(block);
  }
  return parts.filter((p) => p.length > 0);
}

function splitBlock(block: Block, maxText: number): Block[] {
  if (plainBlock(block).length <= maxText) return [block];
  const room = Math.max(1, maxText - 4);
  const pieces: Block[] = [];
  for (let rest = block.text; rest.length > 0; ) {
    const end = rest.length <= room ? rest.length : goodEnd(rest, room);
    pieces.push({ ...block, text: rest.slice(0, end).trim() });
    rest = rest.slice(end).trimStart();
  }
  return pieces.filter((p) => p.text !== '');
}

/** The last end of a sentence or line within `room`, else the last blank, else any whole character. */
function goodEnd(text: string, room: number): number {
  const head = text.slice(0, room);
  const sentence = Math.max(
    ...['. ', '! ', '? ', '; ', '\n'].map((s) => head.lastIndexOf(s) + (s === '\n' ? 0 : 1)),
  );
  if (sentence > room / 3) return sentence;
  const blank = head.lastIndexOf(' ');
  if (blank > room / 3) return blank;
  return isHigh(text, room - 1) ? Math.max(1, room - 1) : room;
}

const isHigh = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xd800;

function cut(label: string, max: number): string {
  if (label.length <= max) return label;
  const end = isHigh(label, max - 2) ? max - 2 : max - 1;
  return `${label.slice(0, end).trimEnd()}…`;
}
