// "Gửi đi, mà tôi xin vào tổ có sẵn": sent as asked, with the remark for whoever calls; a remark that changes a line changes it first.
import { say } from '../../../../knowledge/wording.ts';
import { isThanks } from '../../../../language/asking.ts';
import { fold, foldInPlace, plainWords, syllables } from '../../../../language/fold.ts';
import { asTyped, type Context, type Draft, line, saying, type Typed } from '../../../context.ts';
import { askQuestion } from '../../../question/index.ts';
import type { RegisterFlow } from '../../../state.ts';
import { takeStep } from '../answer/take-step.ts';
import { noteAdded, noteOf } from '../change/note.ts';
import { otherLine } from '../change/other-line.ts';
import { asksBack } from '../read/asks-back.ts';
import { lineNamed, saysSend, withoutNoteDropped } from '../read/typed.ts';
import { saveLead } from './save.ts';

/** A question behind it is left to be answered, and nothing is sent where it holds back: "gửi, khoan đã". */
export function sendWithRemark(context: Typed, flow: RegisterFlow): Draft | undefined {
  const { heard, world } = context;
  if (flow.step !== 'summary' && !(flow.step === 'note' && flow.editing)) return undefined;
  // What is to be dropped, or only sent, is no remark.
  if (saysSend(heard.text) || withoutNoteDropped(heard.text) !== undefined) return takeStep(context, flow);
  const remark = remarkBehind(heard.text);
  if (remark === undefined) return undefined;
  if (flow.step === 'note') return sendWithNote(context, flow, remark);
  if (isThanks(remark)) return saveLead(context, flow);
  const rest = { ...context, heard: { ...heard, text: remark } };
  const changed = lineNamed(remark)?.value === undefined ? otherLine(rest, flow) : takeStep(rest, flow);
  if (changed) return changed;
  if (onlyLeadsUp.test(plainWords(remark))) return saveLead(context, flow);
  if (holdsBack.test(plainWords(remark))) return undefined;
  if (asksBack(remark.replace(saysNot, '')))
    return sentence.test(heard.text) ? sendThenAnswer(context, flow, remark) : undefined;
  const sent = saveLead(context, {
    ...flow,
    draft: { ...flow.draft, note: noteAdded(flow.draft.note, noteOf(remark)) },
  });
  const told = line(say(world.knowledge.wording, 'note_sent', { note: noteOf(remark) }));
  return saying(told, sent);
}

/** "Gửi đi ạ. Lập tổ có mất tiền không": two things, each in its own sentence; a comma leaves the one hanging on the other. */
function sendThenAnswer(context: Context, flow: RegisterFlow, question: string): Draft {
  const sent = saveLead(context, flow);
  const answer = askQuestion({ ...context, state: sent.state, heard: asTyped(question) }, question);
  const first = sent.replies.map((r) => ({ ...r, choices: [] }));
  return {
    ...answer,
    replies: [...first, ...answer.replies],
    outcome: sent.outcome,
    happened: [...(sent.happened ?? []), ...(answer.happened ?? [])],
  };
}
const sentence = /^[^,.;!?]*(?<!\p{L})(?:gửi|gui)(?!\p{L})[^,.;!?]*[.!]\s/iu;

/** Asked what shall go with it: "bực thật, gửi đi" adds nothing. */
function sendWithNote(context: Context, flow: RegisterFlow, remark: string): Draft {
  const note = syllables(remark).length < fewestOfNote ? flow.draft.note : noteOf(remark);
  return saveLead(context, { ...flow, draft: { ...flow.draft, ...(note === undefined ? {} : { note }) } });
}
const fewestOfNote = 4;

/** "Thôi kệ vậy, gửi đi": nothing but words that lead up to it. */
const onlyLeadsUp =
  /^(?:thoi|ke|duoc|dc|dung|phai|roi|r|u|uh|um|ok|oke|vang|da|the|vay|cung|no|xong|chuan|nhe|a|luon)(?: (?:thoi|ke|duoc|dc|dung|phai|roi|r|u|ok|vang|da|the|vay|cung|no|xong|chuan|nhe|a|luon|di))*$/;

function remarkBehind(text: string): string | undefined {
  for (const cut of foldInPlace(text).matchAll(between)) {
    const before = text.slice(0, cut.index);
    const behind = text.slice(cut.index + cut[0].length).trim();
    const sends = saysSend(before) && /\bgui\b/.test(fold(before));
    // "Bực thật. Gửi đi"
    const last = saysSend(behind) && /\bgui\b/.test(fold(behind)) && !asksBack(before);
    if (last && lineNamed(before) === undefined) return before;
    if (sends && !saysSend(behind) && syllables(behind).length > 1) return behind;
  }
  return undefined;
}
const between = /\s*[,.;]\s*(?:(?:ma|nhung(?: ma)?)\s+)?|\s+(?:ma|nhung(?: ma)?)\s+/gu;
const holdsBack =
  /\b(?:khoan|chua|tu tu|doi|thoi|huy|xoa|nghi lai|phan van|(?:dung|khong|ko|k) (?:gui|dang ky|lam|luu))\b|\bda$/;
/** "Chứ không lập mới đâu" asks nothing. */
const saysNot =
  /(?:chứ |chu )?(?<!\p{L})(?:không|khong|ko|k)\s.*(?:đâu|dau)(?:\s(?:ạ|a|nhé|nhe|em))*[\s.!]*$/iu;
