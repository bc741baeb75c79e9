// Of two answers in one reply: the notice that holds for both stands once before them, and what closes both once behind.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { say } from '../../knowledge/wording.ts';
import { line } from '../context.ts';
import type { Reply } from '../message.ts';

/** With what leads in; the choices are those of the last. */
export function saidOnce({ wording }: Knowledge, replies: readonly Reply[]): Reply[] {
  const warned = (r: Reply): string[] => r.blocks.filter((b) => b.kind === 'warn').map((b) => b.text);
  const [one, ...others] = replies;
  if (!one) return [];
  const shared = warned(one).filter(
    (text) => others.length > 0 && others.every((r) => warned(r).includes(text)),
  );
  const lead = line(say(wording, shared.length > 0 ? 'two_questions_shared' : 'two_questions'));
  const closing = say(wording, 'interest_open');
  return replies.map((r, i) => {
    const closesLater = replies.slice(i + 1).some((later) => later.blocks.some((b) => b.text === closing));
    const own = r.blocks.filter((b) => !shared.includes(b.text) && !(closesLater && b.text === closing));
    return i === 0
      ? {
          ...r,
          blocks: [lead, ...shared.map((text) => ({ kind: 'warn' as const, text })), ...own],
          choices: [],
        }
      : { ...r, blocks: own };
  });
}
