// "Không đồng ý đâu, thôi" where no form is open: nothing is written down, which is all that is said.
import { fold } from '../../language/fold.ts';
import type { Draft, Typed } from '../context.ts';
import { runCommand } from './commands.ts';
import { wishIn } from './register/read/wishes.ts';

/** Disagreeing with what was answered is something else: only where it is let be. */
export function refusedLate(context: Typed): Draft | undefined {
  const { heard, state } = context;
  if (state.flow || wishIn(heard.text) !== 'refuse') return undefined;
  return letsBe.test(fold(heard.text)) ? runCommand(context, 'stop') : undefined;
}
const letsBe =
  /\b(?:khong|ko|k|kg|chang|cha) dong y\b.*\b(?:dau|thoi|nua)\b|\bthoi\b.*\b(?:khong|ko|k|kg) dong y\b/;
