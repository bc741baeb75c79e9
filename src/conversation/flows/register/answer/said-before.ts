// "Nói rồi mà", "ghi rồi đấy": taken from what was told; where nothing was, the person is asked kindly once more, then the line is passed over.
import { say } from '../../../../knowledge/wording.ts';
import { clean } from '../../../../language/fold.ts';
import { type Context, type Draft, line } from '../../../context.ts';
import type { RegisterFlow } from '../../../state.ts';
import { takenLines } from '../ask/taken.ts';
import { advance, askStill } from '../go-on.ts';
import { linesTold } from '../start.ts';
import { skipStep } from '../steer.ts';
import { isDone, lineOfStep } from '../steps.ts';
import { answersPlainly } from './take-answer.ts';

/** Alone, or behind what was said before. */
export const saidBeforeWords =
  /[\s,]*(?:(?:e|em|tôi|toi|mình|minh|nãy|nay|đã|da|thì|thi|lúc|luc|ban|bạn) )*(?:nói|noi|bảo|bao|kể|ke|ghi|khai|nhắn|nhan|gửi|gui|trả lời|tra loi)(?: (?!lại|lai)\S+){0,3} (?:rồi|roi|r)(?: (?:mà|ma|đấy|day|đó|do|ạ|a|còn|con|thôi|thoi|sao|hỏi|hoi|nữa|nua|em|bạn|ban|kia|cơ|co))*[\s.!?]*$/iu;

export function saidBefore(context: Context, flow: RegisterFlow): Draft | undefined {
  const { heard, state, world } = context;
  if (heard.kind !== 'text' || clean(heard.text).replace(saidBeforeWords, '') !== '') return undefined;
  // "Đã nói là chiều rồi mà" says it again.
  if (flow.step === 'time' && answersPlainly('time', heard.text, world)) return undefined;
  const step = lineOfStep(flow.step);
  if (step === 'summary' || step === 'edit-which' || step === 'consent') return undefined;
  const told = flow.kind === 'group' ? linesTold(state.told, world) : {};
  const filled = { ...flow, draft: { ...told, ...flow.draft } };
  if (isDone[step as keyof typeof isDone](filled)) return advance(context, filled, takenLines(context, told));
  if (flow.tries > 0) {
    const skipped = skipStep(context);
    if (skipped) return skipped;
  }
  return askStill(context, { ...flow, tries: flow.tries + 1 }, [
    line(say(world.knowledge.wording, 'not_noted')),
  ]);
}
