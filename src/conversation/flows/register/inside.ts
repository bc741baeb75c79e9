// A message while registering: an answer to the step, a side question answered on the way, another line put right, or the step asked again.

import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { onceFor } from '../../../knowledge/once.ts';
import { say } from '../../../knowledge/wording.ts';
import { goesOnFrom, isAsking } from '../../../language/asking.ts';
import { isFullName, isWrittenAsName } from '../../../language/family-names.ts';
import { fold, syllables } from '../../../language/fold.ts';
import { digitsOfBrokenPhone } from '../../../language/phones.ts';
import { runCommand } from '../../commands.ts';
import { type Context, type Draft, line, saying } from '../../context.ts';
import type { RegisterFlow, State } from '../../state.ts';
import { likelyCommand } from '../../understand/commands.ts';
import { isVagueCount } from '../../understand/count-answered.ts';
import type { World } from '../../world.ts';
import { answerThenAsk } from './answer-then-ask.ts';
import { asksBack, withoutLookalikes } from './asks-back.ts';
import { withoutTakenBack } from './corrected.ts';
import { countInstead } from './count-instead.ts';
import { ask, askAgain, askStill } from './go-on.ts';
import { kindOf } from './kinds.ts';
import { introducesName, nameIn } from './name.ts';
import { otherLine, putsRight } from './other-line.ts';
import { ownLine } from './own-line.ts';
import { privacyWords } from './privacy.ts';
import { rightedBeside } from './righted-beside.ts';
import { saidBefore } from './said-before.ts';
import { sendWithRemark } from './send-remark.ts';
import { sideQuestion } from './side-question.ts';
import { skipStep } from './steer.ts';
import { personal, type Step } from './steps.ts';
import { answersPlainly } from './take-answer.ts';
import { takeStep } from './take-step.ts';
import { saysUnsure } from './typed.ts';
import { wished } from './wished.ts';

/** Two words are a question only with one of these: "nộp đâu", "bao lâu"; a name may hold others. */
const askedInTwo =
  /\?|\b(?:dau|gi|nao|j)\b|\bbao (?:lau|gio|nhieu)\b|\b(?:khong|ko|k|kg)$|^(?:xong|duoc|roi) chua$/;
const hoursUntilReminded = 12;

export function insideRegister(heardAs: Context): Draft | undefined {
  const { state, world } = heardAs;
  if (state.flow?.flow !== 'register') return undefined;
  const flow = state.flow;
  const context = meant(heardAs, flow.step);
  const { heard } = context;
  if (heard.kind === 'choice' && /^(?:card|quote|no|lead):/.test(heard.id)) return undefined;
  const count = heard.kind === 'text' ? countInstead(heard.text, flow) : undefined;
  if (count && heard.kind === 'text') {
    const { members, rest } = count;
    const on: RegisterFlow = { ...flow, draft: { ...flow.draft, members } };
    const told = line(say(world.knowledge.wording, 'line_changed', { lines: `${members} người` }));
    const next: Context = { ...context, state: { ...state, flow: on }, heard: { ...heard, text: rest } };
    const answered = syllables(rest).length > 1 ? insideRegister(next) : undefined;
    return answered ? saying(told, answered) : askStill(context, on, [told]);
  }
  const own = wished(context, flow) ?? privacyWords(context, flow) ?? ownLine(context, flow);
  if (own) return own;
  if (heard.kind === 'text' && wantsToStop(flow.step, heard.text, world)) return runCommand(context, 'stop');
  const righted = heard.kind === 'text' && putsRight(heard.text) ? otherLine(context, flow) : undefined;
  if (righted) return righted;
  const beside = sendWithRemark(context, flow) ?? saidBefore(context, flow) ?? rightedBeside(context, flow);
  if (beside) return beside;
  const skipped = heard.kind === 'text' && saysUnsure(heard.text) ? skipStep(context) : undefined;
  if (skipped) return skipped;
  const asks =
    heard.kind === 'text' &&
    asksAt(flow.step, heard.text, state) &&
    !answersPlainly(flow.step, heard.text, world);
  const aside = asks ? (answerThenAsk(context, flow) ?? sideQuestion(context, heard.text)) : undefined;
  if (aside) return aside;
  const passing = heard.kind === 'text' && inPassing(world.knowledge, heard.text);
  const taken = passing ? undefined : takeStep(context, flow);
  if (taken) return taken;
  const waited = state.lastAt ? (world.now.getTime() - Date.parse(state.lastAt)) / 3_600_000 : 0;
  if (waited > hoursUntilReminded)
    return ask(context, flow, [line(say(world.knowledge.wording, 'resume_days'))]);
  if (passing) return askStill(context, flow, [line(say(world.knowledge.wording, 'back_to_form'))]);
  if (heard.kind === 'choice' && !state.offered.some((c) => c.id === heard.id))
    return ask(context, flow, [line(say(world.knowledge.wording, 'old_button'))]);
  const other = heard.kind === 'text' && asksBack(heard.text) ? undefined : otherLine(context, flow);
  if (other) return other;
  const story =
    heard.kind === 'text' && tellsStory(heard.text)
      ? sideQuestion(context, heard.text, { tells: true })
      : undefined;
  if (story) return story;
  const early = heard.kind === 'text' && earlyName(flow, heard.text, world);
  const mask = early ? personal.name : personal[flow.step];
  const again = asks
    ? askStill(context, flow, [line(say(world.knowledge.wording, 'question_later'))])
    : early
      ? askStill(context, flow, [line(say(world.knowledge.wording, 'name_early'))])
      : (brokenPhone(context, flow) ?? askAgain(context, flow));
  return mask ? { ...again, masked: { ...again.masked, said: mask } } : again;
}

/** What was said without what it takes back itself. */
const meant = (context: Context, step: Step): Context =>
  context.heard.kind === 'text'
    ? {
        ...context,
        heard: { ...context.heard, text: withoutTakenBack(context.heard.text, step, context.world) },
      }
    : context;

/** A name before there is consent to write one down. */
const earlyName = (flow: RegisterFlow, text: string, world: World): boolean =>
  flow.consent === undefined &&
  !flow.updates &&
  (kindOf(text, world) === 'name' ||
    (flow.step === 'consent' && (isWrittenAsName(text) || introducesName(text))));

/** How many digits there are, where they make no number. */
function brokenPhone(context: Context, flow: RegisterFlow): Draft | undefined {
  const { heard, world } = context;
  const count = flow.step === 'phone' && heard.kind === 'text' ? digitsOfBrokenPhone(heard.text) : undefined;
  if (count === undefined) return undefined;
  const asked = ask(context, flow, []);
  const blocks = [line(say(world.knowledge.wording, 'phone_digits', { count }))];
  return { ...asked, replies: asked.replies.map((r) => ({ ...r, blocks })), masked: undefined };
}

/** "Thôi để hôm khác": worded freely, and no answer to the step; where all is filled in, "thôi không sửa nữa" ends only the changing. */
const wantsToStop = (step: Step, text: string, world: World): boolean =>
  step !== 'summary' &&
  step !== 'edit-which' &&
  syllables(text).length > 2 &&
  !answersPlainly(step, text, world) &&
  !(step === 'name' && nameIn(text) !== undefined) &&
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

/** Where any words may be the answer, only what plainly asks does; digits are a number that was meant. */
function asksAt(step: Step, text: string, state: State): boolean {
  if (isFullName(text) || (step === 'phone' && digitsOfBrokenPhone(text) !== undefined)) return false;
  if (step === 'members' && isVagueCount(text)) return false;
  return step === 'product' ? asksBack(text) : looksLikeQuestion(withoutLookalikes(text), state);
}

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
const tellsStory = (text: string): boolean =>
  syllables(text).length >= 5 && !lacksLine.test(syllables(text).join(' '));
/** "Tôi không nhớ số điện thoại" is about the line asked for. */
const lacksLine = /\b(?:khong|ko|k|kg|chua) (?:nho|co|thuoc|biet) (?:so|dien thoai|ten)\b/;
