// An answer to the step with a question behind it, "12 người, mà có phải nộp tiền không": the one is taken, the other answered.
import { say } from '../../../knowledge/wording.ts';
import { isAsking } from '../../../language/asking.ts';
import { type Context, type Draft, line } from '../../context.ts';
import type { RegisterFlow } from '../../state.ts';
import { asksBack } from './asks-back.ts';
import { ask, onward } from './go-on.ts';
import { sideQuestion } from './side-question.ts';
import type { Step } from './steps.ts';
import { answersPlainly, takeAnswer } from './take-answer.ts';
import { takenLines } from './taken.ts';

/** Consent, a name and a number are taken on their own only. */
const steps: ReadonlySet<Step> = new Set(['place', 'product', 'members', 'time']);

export function answerThenAsk(context: Context, flow: RegisterFlow): Draft | undefined {
  const { heard, world } = context;
  if (heard.kind !== 'text' || !steps.has(flow.step)) return undefined;
  for (const cut of heard.text.matchAll(between)) {
    const answer = heard.text.slice(0, cut.index);
    const question = heard.text.slice(cut.index + cut[0].length);
    if (!isAsking(question) || asksBack(answer) || !answersPlainly(flow.step, answer, world)) continue;
    const taken = takeAnswer(flow.step, { ...heard, text: answer }, world);
    if (taken.kind !== 'set') continue;
    const next = onward({ ...flow, draft: { ...flow.draft, ...taken.fields } });
    const noted = [...takenLines(context, taken.fields), ...(taken.note ? [line(taken.note)] : [])];
    const on = { ...context, state: { ...context.state, flow: next } };
    return (
      sideQuestion(on, question, { noted }) ??
      ask(on, next, [...noted, line(say(world.knowledge.wording, 'question_later'))])
    );
  }
  return undefined;
}
const between =
  /\s*[,;.]\s*(?:(?:mà|ma|nhưng|nhung|thế|the|vậy|vay)\s+)?|\s+(?:mà|ma|nhưng|nhung|thế|vậy|còn)\s+/giu;
