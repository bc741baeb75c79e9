// "Tiêu chí: rau sạch", "ghi thêm là cần vay vốn": what the form has no line for, typed where all is shown, goes with it as the remark.
import { say } from '../../../../knowledge/wording.ts';
import { foldInPlace, plainWords, syllables } from '../../../../language/fold.ts';
import { type Context, type Draft, line, type Typed } from '../../../context.ts';
import type { RegisterFlow } from '../../../state.ts';
import { askStill } from '../go-on.ts';
import { addedTo } from '../read/added.ts';
import { asksBack } from '../read/asks-back.ts';
import { lineNamed } from '../read/typed.ts';
import { noteAdded, noteOf } from './note.ts';

export function freeLine(context: Typed, flow: RegisterFlow): Draft | undefined {
  const { heard } = context;
  if (flow.step !== 'summary' && flow.step !== 'edit-which') return undefined;
  if (Object.keys(addedTo(heard.text, flow.draft)).length > 0) return undefined;
  const remark = tellsWhoAnswers(heard.text) ? heard.text : remarkIn(heard.text);
  if (remark !== undefined) return remarked(context, { ...flow, step: 'summary', editing: false }, remark);
  if (!ownLabel.test(heard.text) || lineNamed(heard.text) !== undefined || asksBack(heard.text))
    return undefined;
  return remarked(context, { ...flow, step: 'summary', editing: false }, heard.text);
}
const ownLabel = /^\p{L}[\p{L}\s]{1,30}:\s*\S/u;

/** The step again, with one more remark in the form, which is said. */
export function remarked(context: Context, flow: RegisterFlow, remark: string): Draft {
  const note = noteOf(remark);
  const draft = { ...flow.draft, note: noteAdded(flow.draft.note, note) };
  const said = line(say(context.world.knowledge.wording, 'note_sent', { note }));
  return askStill(context, { ...flow, draft }, [said]);
}

/** "À khoan lưu ý giúp mình …": for whoever calls. */
export function remarkIn(text: string): string | undefined {
  const clauses = text.split(/(?<=[,.;])\s+/);
  for (const [i, clause] of clauses.entries()) {
    const marked = remarking.exec(foldInPlace(clause));
    const remark = marked && [clause.slice(marked[0].length), ...clauses.slice(i + 1)].join(' ').trim();
    if (remark && syllables(remark).length >= fewestOfRemark && !asksBack(remark)) return remark;
  }
  return undefined;
}
/** "Tên người nhận điện thoại là Đức cháu tôi": whoever answers need not be who signs up. */
export const tellsWhoAnswers = (text: string): boolean =>
  whoAnswers.test(plainWords(text)) && !asksBack(text);
const whoAnswers =
  /^(?:(?:sua|la|ghi|them|a|ma|con|ten) )*(?:nguoi|chau|con|vo|chong|em|anh|chi)(?: (?:toi|em|minh|gai|trai|dau|re|se|la nguoi))* (?:nhan|nghe|cam|bat) (?:dien thoai|may|dt)\b(?: \S+){1,8}$/;
const remarking =
  /^(?:(?:a|u|o|khoan|da|quen|nho|cho|xin|em|toi|minh|voi lai) )*(?:luu y|ghi chu|ghi them|ghi kem|nhan them|nhan kem|dan them|(?:noi|bao|nhan|dan)(?: giup| ho)? (?:voi )?can bo)(?: (?:giup|ho|cho|voi|la|rang|minh|em|toi|can bo|nguoi goi|nhe|them))*[\s:,]+(?=\S)/;
const fewestOfRemark = 3;
