// "Nói rồi mà", "ghi rồi đấy": taken from what was told; where nothing was, the person is asked kindly once more, then the line is passed over.
import { say } from '../../../../knowledge/wording.ts';
import { clean, plainWords } from '../../../../language/fold.ts';
import { type Context, type Draft, line } from '../../../context.ts';
import type { RegisterFlow } from '../../../state.ts';
import { takenLines } from '../ask/taken.ts';
import { advance, askStill } from '../go-on.ts';
import { saidBeforeWords } from '../read/said-before.ts';
import { linesTold } from '../start.ts';
import { skipStep } from '../steer.ts';
import { type FieldStep, isDone, lineOfStep, personal } from '../steps.ts';
import { answersPlainly } from './take-answer.ts';

export function saidBefore(context: Context, flow: RegisterFlow): Draft | undefined {
  const { heard, state, world } = context;
  const step = lineOfStep(flow.step);
  if (step === 'summary' || step === 'edit-which' || step === 'consent') return undefined;
  const pointed = heard.kind === 'text' && pointing.test(plainWords(heard.text));
  if (pointed && isDone[step as FieldStep](flow)) return advance(context, flow, []);
  if (pointed && flow.early && personal[step])
    return askStill(context, flow, [line(say(world.knowledge.wording, 'early_not_kept'))]);
  if (heard.kind !== 'text' || clean(heard.text).replace(saidBeforeWords, '') !== '') return undefined;
  // "Đã nói là chiều rồi mà" says it again.
  if (flow.step === 'time' && answersPlainly('time', heard.text, world)) return undefined;
  if (flow.early && personal[step] && !isDone[step as FieldStep](flow))
    return askStill(context, flow, [line(say(world.knowledge.wording, 'early_not_kept'))]);
  const told = flow.kind === 'group' ? linesTold(state.told, world) : {};
  const filled = { ...flow, draft: { ...told, ...flow.draft } };
  if (isDone[step as FieldStep](filled)) return advance(context, filled, takenLines(context, told));
  if (flow.tries > 0) {
    const skipped = skipStep(context);
    if (skipped) return skipped;
  }
  return askStill(context, { ...flow, tries: flow.tries + 1 }, [
    line(say(world.knowledge.wording, 'not_noted')),
  ]);
}

/** "Số lúc nãy ấy", "vẫn như cũ": what was given before, by nothing but where it stands. */
const lineWord = '(?:so|ten|so dien thoai|sdt|dt|cai|gio|cho|noi|cay|nghe)';
const pointing = new RegExp(
  `^(?:(?:thi|van|cu|la|lay|ghi|dung|theo|toi|em|e|minh|chau|bac) )*(?:${lineWord} )?(?:(?:luc|hoi|khi|ban|moi) (?:nay|truoc|dau)|vua (?:nay|roi|xong)|o tren|tren kia|tren do|truoc do|nhu (?:cu|tren|the|vay|truoc)|${lineWord} (?:cu|do|ay|day|tren)|giu nguyen|de nguyen|khong doi)(?: (?:ay|do|day|thoi|nhe|nha|a|em|ma|roi|luon|di|vay|cho|gui|nhan|da|toi|em|e))*$`,
);
