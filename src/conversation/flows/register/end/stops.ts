// Who says, in whatever words, that they stop filling in the form: it is put aside, and what is asked behind it is answered.
import { syllables } from '../../../../language/fold.ts';
import type { Draft, Typed } from '../../../context.ts';
import type { RegisterFlow } from '../../../state.ts';
import { exactCommand, likelyCommand } from '../../../understand/commands.ts';
import type { World } from '../../../world.ts';
import { runCommand } from '../../commands.ts';
import { answersPlainly } from '../answer/take-answer.ts';
import { leaveThenAnswer } from '../aside/leave-then-answer.ts';
import { nameIn } from '../read/name.ts';
import { saysStop } from '../read/says-stop.ts';
import type { Step } from '../steps.ts';

export function stops(context: Typed, flow: RegisterFlow): Draft | undefined {
  const { heard, world } = context;
  const rest = behindStop(heard.text, world);
  if (rest !== undefined) return leaveThenAnswer(context, runCommand(context, 'stop'), rest);
  return wantsToStop(flow.step, heard.text, world) ? runCommand(context, 'stop') : undefined;
}

/** "Thôi để hôm khác": worded freely, and no answer to the step; where all is filled in, "thôi không sửa nữa" ends only the changing. */
const wantsToStop = (step: Step, text: string, world: World): boolean =>
  saysStop(text, world) ||
  (step !== 'summary' &&
    step !== 'edit-which' &&
    syllables(text).length > 2 &&
    !answersPlainly(step, text, world) &&
    !(step === 'name' && nameIn(text) !== undefined) &&
    likelyCommand(world.knowledge, text) === 'stop');

/** "Dừng. Cho hỏi …": said first, in its own marks; what comes behind it. */
function behindStop(text: string, { knowledge }: World): string | undefined {
  const [, first = '', rest = ''] = /^([^.,;:!?\n]+)[.,;:!\n]+\s*(.+)$/su.exec(text) ?? [];
  const stops = /dừng|^\s*thoi dung/iu.test(first) && exactCommand(knowledge, first) === 'stop';
  return stops ? rest : undefined;
}
