// An answer to the step with a question behind it, "12 người, mà có phải nộp tiền không": the one is taken, the other answered.
import { say } from '../../../../knowledge/wording.ts';
import { isAsking } from '../../../../language/asking.ts';
import { isFullName, isTitledName } from '../../../../language/family-names.ts';
import { fold } from '../../../../language/fold.ts';
import { type Context, type Draft, line } from '../../../context.ts';
import type { RegisterFlow } from '../../../state.ts';
import type { World } from '../../../world.ts';
import { answersPlainly, takeAnswer } from '../answer/take-answer.ts';
import { takenLines } from '../ask/taken.ts';
import { noteAdded, noteOf } from '../change/note.ts';
import { ask, onward } from '../go-on.ts';
import { asksBack } from '../read/asks-back.ts';
import { introduces } from '../read/name.ts';
import { personal, type Step } from '../steps.ts';
import { sideQuestion } from './side-question.ts';

/** Consent and a number are taken on their own only. */
const steps: ReadonlySet<Step> = new Set(['place', 'product', 'members', 'name', 'time']);

export function answerThenAsk(context: Context, flow: RegisterFlow): Draft | undefined {
  const { heard, world } = context;
  if (heard.kind !== 'text' || !steps.has(flow.step)) return undefined;
  for (const cut of heard.text.matchAll(between)) {
    const answer = heard.text.slice(0, cut.index);
    const question = heard.text.slice(cut.index + cut[0].length);
    if (!isAsking(question) || asksBack(answer) || !answersSurely(flow.step, answer, world)) continue;
    const taken = takeAnswer(flow.step, { ...heard, text: answer }, world);
    if (taken.kind !== 'set') continue;
    const next = onward({ ...flow, draft: { ...flow.draft, ...taken.fields } });
    const noted = (hide: boolean) => [
      ...takenLines(context, taken.fields, hide),
      ...(taken.note ? [line(taken.note)] : []),
    ];
    const on = { ...context, state: { ...context.state, flow: next } };
    // Which ward it is now stands in what was noted.
    const answered = flow.step === 'place' && whichWard.test(fold(question));
    // At the last step it goes with the form, to whoever calls.
    const note = flow.step === 'time' ? noteOf(question) : undefined;
    const why = note
      ? say(world.knowledge.wording, 'note_sent', { note })
      : say(world.knowledge.wording, 'question_later');
    const later = (hide: boolean) => (answered ? noted(hide) : [...noted(hide), line(why)]);
    const aside = answered ? undefined : sideQuestion(on, question, { noted });
    const mask = personal[flow.step];
    const said = mask ? { said: mask } : {};
    if (aside) return { ...aside, masked: { ...aside.masked, ...said } };
    const sent = note ? { ...next, draft: { ...next.draft, note: noteAdded(next.draft.note, note) } } : next;
    const deferred = ask(on, sent, later(false));
    return { ...deferred, masked: { ...ask(on, sent, later(true)).masked, ...said } };
  }
  return undefined;
}
/** A name behind which something is asked must surely be one. */
const answersSurely = (step: Step, text: string, world: World): boolean =>
  step === 'name'
    ? isFullName(text) || isTitledName(text) || introduces(text)
    : answersPlainly(step, text, world);
const whichWard = /\b(?:phuong|xa)(?: moi)? (?:nao|gi|j)\b|\bten (?:moi )?(?:la )?(?:gi|j)\b/;
const between =
  /\s*[,;.]\s*(?:(?:mà|ma|nhưng|nhung|thế|the|vậy|vay)\s+)?|\s+(?:mà|ma|nhưng|nhung|thế|vậy|còn)\s+/giu;
