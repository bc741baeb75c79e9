// "Sao lại ghi câu ấy, nội dung là …", "tối, nhắn kèm là …": what shall go with the form, in the place of what was noted or beside it.
import { say } from '../../../../knowledge/wording.ts';
import { foldInPlace, plainWords } from '../../../../language/fold.ts';
import { type Context, type Draft, line, saying } from '../../../context.ts';
import type { Block } from '../../../message.ts';
import type { RegisterFlow } from '../../../state.ts';
import { answersPlainly } from '../answer/take-answer.ts';
import { takeStep } from '../answer/take-step.ts';
import { askStill } from '../go-on.ts';
import { lineNamed } from '../read/typed.ts';
import { noteAdded, noteOf } from './note.ts';

/** Where one is noted already, or the time is asked for; what stands before it may answer the step. */
export function noteTold(context: Context, flow: RegisterFlow): Draft | undefined {
  const { heard, world } = context;
  const noted = withNoteTold(context, flow);
  if (heard.kind !== 'text' || !noted) return undefined;
  const { flow: next, said, before } = noted;
  const answered =
    flow.step !== 'summary' && answersPlainly(flow.step, before, world)
      ? takeStep({ ...context, heard: { ...heard, text: before } }, next)
      : undefined;
  return answered ? saying(said, answered) : askStill(context, next, [said]);
}

/** The form with the note in it, the words that say so, and what was said before it. */
export function withNoteTold(
  { heard, world }: Context,
  flow: RegisterFlow,
): { flow: RegisterFlow; said: Block; before: string } | undefined {
  if (heard.kind !== 'text' || (flow.draft.note === undefined && flow.step !== 'time')) return undefined;
  const told = noteIn(heard.text);
  if (!told) return undefined;
  const { value, adds, before } = told;
  const note = adds ? noteAdded(flow.draft.note, noteOf(value)) : noteOf(value);
  const step: RegisterFlow['step'] = flow.step === 'edit-which' ? 'summary' : flow.step;
  const said = line(
    say(world.knowledge.wording, adds ? 'note_sent' : 'line_changed', {
      note: noteOf(value),
      lines: noteOf(value),
    }),
  );
  return { flow: { ...flow, step, draft: { ...flow.draft, note } }, said, before };
}

type Note = { value: string; adds: boolean; before: string };

/** All that stands behind the line's own name; "nhắn kèm", "ghi thêm" say more, "lời nhắn là", "nội dung là" say it anew. */
function noteIn(text: string): Note | undefined {
  for (const cut of text.matchAll(/(?:^|[.,;!?\n])\s*(?:(?:mà|ma|và|va|với|voi)\s+)?/giu)) {
    const rest = text.slice(cut.index + cut[0].length);
    const before = text.slice(0, cut.index).trim();
    const led = named.exec(foldInPlace(rest));
    const typed = lineNamed(rest);
    const value = led ? rest.slice(led[0].length) : typed?.step === 'note' ? typed.value : undefined;
    if (value === undefined || value.trim() === '') continue;
    const kept = value
      .replace(/[\s.]+$/u, '')
      .replace(notThat, '')
      .replace(/[\s,;]+$/u, '');
    const anew = kept.length < value.replace(/[\s.,;]+$/u, '').length || !more.test(plainWords(rest));
    return { value: kept, adds: !anew, before };
  }
  return undefined;
}
/** "Lời nhắn phải ghi là …", "lời nhắn thì ghi …". */
const named =
  /^(?:(?:de nghi|xin|nho|hay|lam on|anh|chi|em|ban|dong chi|can bo|ad|bot|cho|giup|ghi|sua|doi|thay|viet|lai|toi|cai) )*(?:noi dung(?: loi nhan)?|loi nhan|nhan kem|nhan them|ghi kem|ghi them)(?: (?:thi|phai|nen|cu|chi))*(?: (?:ghi|viet|la|rang|cho|giup|toi|em|minh))+[\s:]+(?=\S)/;
const more = /^(?:nhan kem|nhan them|ghi kem|ghi them)\b/;
/** "… chứ đừng ghi câu kia". */
const notThat =
  /[\s,]+(?:(?:chứ|chu|mà|ma)\s+)?(?:đừng|dung|không|khong|ko|k|bỏ|bo)\s+(?:(?:phải|phai|ghi|viết|viet|để|de|lấy|lay)\s+)*(?:cái\s+|cai\s+)?(?:câu|cau|lời|loi|cái|cai|dòng|dong)\s[^.;]*$/iu;
