// How fast one person may write, on any channel: counted in the talk itself, so that every process counts the same.
import { z } from 'zod';

/** `left` messages may come at once; `told` once the person was asked to slow down. */
export const Pace = z.object({ left: z.number(), at: z.string(), told: z.boolean() });
export type Pace = z.infer<typeof Pace>;
export type Step = { pace: Pace; may: 'go' | 'ask-to-slow' | 'drop' };

/** Nobody types sixty messages in a row, or more than one a second for long. */
const most = 60;
const everyMs = 1000;
/** After being asked to slow down, this many must be free again: else every second message would be answered. */
const enough = 5;

export function paceStep(before: Pace | undefined, now: Date): Step {
  const at = now.toISOString();
  const passed = before ? Math.max(0, now.getTime() - Date.parse(before.at)) : 0;
  const left = Math.min(most, (before?.left ?? most) + passed / everyMs);
  const told = before?.told === true && left < enough;
  if (left >= 1 && !told) return { pace: { left: left - 1, at, told: false }, may: 'go' };
  return { pace: { left, at, told: true }, may: told ? 'drop' : 'ask-to-slow' };
}
