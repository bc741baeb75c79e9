// A message while registering: an answer to the step, a side question answered on the way, another line put right, or the step asked again.

import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { onceFor } from '../../../knowledge/once.ts';
import { say } from '../../../knowledge/wording.ts';
import { goesOnFrom, isAsking } from '../../../language/asking.ts';
import { fold, syllables } from '../../../language/fold.ts';
import { runCommand } from '../../commands.ts';
import { type Context, type Draft, line } from '../../context.ts';
import type { State } from '../../state.ts';
import { likelyCommand } from '../../understand/commands.ts';
import type { World } from '../../world.ts';
import { asksBack } from './asks-back.ts';
import { ask, askAgain } from './go-on.ts';
import { isWrittenAsName } from './name.ts';
import { otherLine, putsRight } from './other-line.ts';
import { ownLine } from './own-line.ts';
import { privacyWords } from './privacy.ts';
import { sideQuestion } from './side-question.ts';
import { personal, type Step } from './steps.ts';
import { answersPlainly } from './take-answer.ts';
import { takeStep } from './take-step.ts';

/** Two words are a question only with one of these: "nộp đâu", "bao lâu"; a name may hold others. */
const askedInTwo =
  /\?|\b(?:dau|gi|nao|j)\b|\bbao (?:lau|gio|nhieu)\b|\b(?:khong|ko|k|kg)$|^(?:xong|duoc|roi) chua$/;
const hoursUntilReminded = 12;

export function insideRegister(context: Context): Draft | undefined {
  const { state, heard, world } = context;
  if (state.flow?.flow !== 'register') return undefined;
  const flow = state.flow;
  if (heard.kind === 'choice' && /^(?:card|quote|no|lead):/.test(heard.id)) return undefined;
  const own = privacyWords(context, flow) ?? ownLine(context, flow);
  if (own) return own;
  if (heard.kind === 'text' && wantsToStop(flow.step, heard.text, world)) return runCommand(context, 'stop');
  const righted = heard.kind === 'text' && putsRight(heard.text) ? otherLine(context, flow) : undefined;
  if (righted) return righted;
  const asks =
    heard.kind === 'text' &&
    looksLikeQuestion(heard.text, state) &&
    !answersPlainly(flow.step, heard.text, world);
  const aside = asks ? sideQuestion(context, heard.text) : undefined;
  if (aside) return aside;
  const passing = heard.kind === 'text' && inPassing(world.knowledge, heard.text);
  const taken = passing ? undefined : takeStep(context, flow);
  if (taken) return taken;
  const waited = state.lastAt ? (world.now.getTime() - Date.parse(state.lastAt)) / 3_600_000 : 0;
  if (waited > hoursUntilReminded)
    return ask(context, flow, [line(say(world.knowledge.wording, 'resume_days'))]);
  if (passing) return ask(context, flow, [line(say(world.knowledge.wording, 'back_to_form'))]);
  if (heard.kind === 'choice' && !state.offered.some((c) => c.id === heard.id))
    return ask(context, flow, [line(say(world.knowledge.wording, 'old_button'))]);
  const other = heard.kind === 'text' && asksBack(heard.text) ? undefined : otherLine(context, flow);
  if (other) return other;
  const story =
    heard.kind === 'text' && tellsStory(heard.text) ? sideQuestion(context, heard.text, true) : undefined;
  if (story) return story;
  const early = heard.kind === 'text' && flow.step === 'consent' && isWrittenAsName(heard.text);
  const mask = early ? personal.name : personal[flow.step];
  const again = asks
    ? ask(context, flow, [line(say(world.knowledge.wording, 'question_later'))])
    : askAgain(context, flow);
  return mask ? { ...again, masked: { ...again.masked, said: mask } } : again;
}

/** "Thôi để hôm khác": worded freely, and no answer to the step; where all is filled in, "thôi không sửa nữa" ends only the changing. */
const wantsToStop = (step: Step, text: string, world: World): boolean =>
  step !== 'summary' &&
  step !== 'edit-which' &&
  syllables(text).length > 2 &&
  !answersPlainly(step, text, world) &&
  likelyCommand(world.knowledge, text) === 'stop';

/** "chào em", "cảm ơn": in just the listed words, never an answer to a step; "ok" and "vâng" may be one. */
const inPassing = (knowledge: Knowledge, text: string): boolean =>
  passingWords(knowledge).has(syllables(text).join(' '));

const passingWords = onceFor(
  (knowledge: Knowledge) =>
    new Set(
      [...knowledge.talk.values()]
        .filter((t) => t.passing)
        .flatMap((t) => t.asks.map((a) => syllables(a).join(' '))),
    ),
);

/** "Thế còn tổ" goes on from what was answered on the way; "còn 4 người" counts. */
function looksLikeQuestion(text: string, { topic }: State): boolean {
  const words = syllables(text);
  if (topic.card && goesOnFrom(text) && !/\d/.test(text)) return true;
  if (words.length === 2) return askedInTwo.test(fold(text).trim());
  return isAsking(fold(text).replace(denial, ' ')) && isAsking(text.replace(politeEnd, ''));
}
/** "Tôi không nhớ số" tells: only at the end, or before an address, does a "không" ask. */
const denial = /\b(?:khong|ko|k|kg|chua) (?!(?:a|em|anh|chi|bac|co|chu|ad|can bo|vay|the|nhi|da)\b)(?=\S)/g;
/** "Trồng chè ạ" answers. */
const politeEnd = /[\s,]+[aạ][\s.!]*$/iu;

/** "Nhà tôi vừa bị …": a sentence that answers no step may still surely mean one thing. */
const tellsStory = (text: string): boolean => syllables(text).length >= 5;
