// An answer to the step with a question behind it, "12 người, mà có phải nộp tiền không": the one is taken, the other answered.
import { say } from '../../../../knowledge/wording.ts';
import { isAsking } from '../../../../language/asking.ts';
import { fold } from '../../../../language/fold.ts';
import { noWord } from '../../../../language/negation.ts';
import { asTyped, type Context, type Draft, line, type Typed } from '../../../context.ts';
import type { RegisterFlow } from '../../../state.ts';
import { toldBesides } from '../answer/settle.ts';
import { takeAnswer } from '../answer/take-answer.ts';
import { chosenPlace, takeStep } from '../answer/take-step.ts';
import { takenLines } from '../ask/taken.ts';
import { noteAdded, noteOf } from '../change/note.ts';
import { ask, askStill, onward } from '../go-on.ts';
import { asksBack, forbids } from '../read/asks-back.ts';
import { toldOn } from '../read/told-on.ts';
import { groupSteps, personal, type Step } from '../steps.ts';
import { answersSurely } from './answers-surely.ts';
import { sideQuestion } from './side-question.ts';

const steps: ReadonlySet<Step> = new Set(groupSteps.filter((step) => step !== 'note'));
/** What is asked there goes with the form where nothing here answers it; with a message to staff also where it is only guessed at. */
const notesAt: ReadonlySet<Step> = new Set(['name', 'phone', 'time']);

/** `asks`: the message as a whole is taken to ask; else what stands behind the answer must plainly do so. */
export function answerThenAsk(context: Typed, flow: RegisterFlow, asks: boolean): Draft | undefined {
  const { heard, world } = context;
  if (!steps.has(flow.step)) return undefined;
  const isQuestion = asks ? isAsking : asksBack;
  const cuts = [...heard.text.matchAll(between)];
  // Behind consent name, number and time may be told before anything is asked.
  for (const cut of flow.step === 'consent' ? cuts.toReversed() : cuts) {
    const answer = heard.text.slice(0, cut.index);
    const on = toldOn(heard.text.slice(cut.index + cut[0].length), world);
    const question = withoutLead(on.rest);
    if (
      !isQuestion(question) ||
      forbids(question) ||
      asksBack(answer) ||
      // "5 nhà, mà mỗi nhà 2 người thì 10 người à" counts as a whole.
      (flow.step === 'members' && !asks && countsPeople.test(fold(question))) ||
      !answersSurely(flow.step, answer, world)
    )
      continue;
    if (flow.step === 'consent') {
      const agreed = agreesThenAsks(context, flow, answer, question);
      if (agreed) return agreed;
      continue;
    }
    const typed = { ...heard, text: answer };
    const taken = takeAnswer(flow.step, chosenPlace({ ...context, heard: typed }, flow) ?? typed, world);
    if (taken.kind !== 'set') continue;
    const fields = { ...toldBesides(flow, [answer, ...on.told].join(', '), world), ...taken.fields };
    const next = onward({ ...flow, draft: { ...flow.draft, ...fields } });
    const noted = [...takenLines(context, fields), ...(taken.note ? [line(taken.note)] : [])];
    const at = (form: RegisterFlow): Context => ({ ...context, state: { ...context.state, flow: form } });
    const mask = personal[flow.step];
    const kept = mask ? { keptSaid: `${mask}, ${question}` } : {};
    // Which ward it is now stands in what was noted.
    const answered = flow.step === 'place' && whichWard.test(fold(question));
    const aside = answered ? undefined : sideQuestion(at(next), question, { noted });
    const guessed = aside?.outcome === 'off_topic' || aside?.outcome === 'choose';
    const callers = flow.kind === 'callback' && guessed;
    if (aside && !callers) return { ...aside, ...kept };
    const note = notesAt.has(flow.step) ? noteOf(question) : undefined;
    const why = note
      ? say(world.knowledge.wording, 'note_sent', { note })
      : say(world.knowledge.wording, 'question_later');
    const later = answered ? noted : [...noted, line(why)];
    const sent = note ? { ...next, draft: { ...next.draft, note: noteAdded(next.draft.note, note) } } : next;
    const near = aside?.outcome === 'choose' ? sideQuestion(at(sent), question, { noted: later }) : undefined;
    if (near) return { ...near, ...kept };
    return { ...ask(at(sent), sent, later), ...kept };
  }
  return undefined;
}
const countsPeople = /\d+ ?(?:nguoi|ng|nha|ho)\b/;

/** "À mà này, cho hỏi luôn là …": what only leads up to the question. */
const withoutLead = (text: string): string => text.replace(leads, '');
const leads =
  /^(?:(?:à|ừ|ờ|ơ|ủa|mà|nhưng|nhung|này|nay|ma|quên|quen|nhân tiện|nhan tien|tiện thể|tien the|tiện|(?:em|tôi|toi|mình|minh|cháu|chau|bác|bac|chị|chi|anh)(?=\s+(?:hỏi|hoi|quên|quen|muốn hỏi|muon hoi))|muốn(?=\s+hỏi)|muon(?=\s+hoi)|cho(?:\s+(?:em|tôi|toi|mình|minh|cháu|chau|bác|bac|chị|chi|anh))?\s+(?:hỏi|hoi)|hỏi|hoi)(?:\s+(?:luôn|luon|thêm|them|tí|ti|chút|chut|tý|cái|cai|là|la|xem|nữa|nua|rằng|rang))*[\s,:]+)+(?=\S)/iu;

/** "Đồng ý, con 16 tuổi có sao không": agreed to by the word itself, unless what is asked behind it is a condition. */
function agreesThenAsks(
  context: Context,
  flow: RegisterFlow,
  answer: string,
  question: string,
): Draft | undefined {
  if (waits.test(fold(question))) return undefined;
  const agreed = takeStep({ ...context, heard: asTyped(answer) }, flow);
  const next = agreed?.state.flow;
  if (!agreed || next?.flow !== 'register' || next.consent === undefined) return undefined;
  const on = { ...context, state: agreed.state };
  const aside =
    sideQuestion(on, question) ??
    askStill(on, next, [line(say(context.world.knowledge.wording, 'question_later'))]);
  // That consent was given stays to be read; name and number are taken out of it as of anything said.
  return { ...aside, keptSaid: undefined };
}
/** The word is taken back by it, or hangs on what is asked. */
const waits = new RegExp(
  `\\b(?:khoan|dieu kien|nghi lai|doi y|chua|thoi)\\b|\\b(?:${noWord}|dung) (?:cho|luu|ghi|giu|dong y)\\b|\\bneu\\b.*\\b(?:goi|so|ten|thong tin|luu|lo)\\b|\\bda\\W*$|\\btruoc da\\b|\\bmoi dong y\\b`,
);

const whichWard = /\b(?:phuong|xa)(?: moi)? (?:nao|gi|j)\b|\bten (?:moi )?(?:la )?(?:gi|j)\b/;
const between =
  /\s*[,;.]\s*(?:(?:mà|ma|nhưng|nhung|thế|the|vậy|vay)\s+)?|\s+(?:mà|ma|nhưng|nhung|thế|vậy|còn|à mà|quên|tiện thể)\s+|\s+(?=(?:cho|xin)\s+(?:(?:em|tôi|toi|mình|minh|cháu|chau|chị|chi|anh|bác|bac)\s+)?(?:hỏi|hoi)\s)/giu;
