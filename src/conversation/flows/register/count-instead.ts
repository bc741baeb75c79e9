// "Sao lại 5, 6 cơ mà": the number of people that was written down is another, said at any later step, whatever is said beside it.
import { clean } from '../../../language/fold.ts';
import type { Members } from '../../../leads/lead.ts';
import type { RegisterFlow } from '../../state.ts';
import { unitNamed } from '../../understand/people-told.ts';

/** What is left of the message, and how many they are. */
export function countInstead(
  text: string,
  flow: RegisterFlow,
): { counted: Members; rest: string } | undefined {
  if (flow.kind !== 'group' || flow.step === 'members' || flow.draft.members === undefined) return undefined;
  const sentences = clean(text).split(/(?<=[.!?;])\s+/u);
  const at = sentences.findIndex((sentence) => instead.test(sentence));
  const [, count, unit = ''] = instead.exec(sentences[at] ?? '') ?? [];
  const members = Number(count);
  // "8 cơ mà" may be the hour.
  if (flow.step === 'time' && !/\d\s*\p{L}+\s+(?:cơ|co)/iu.test(sentences[at] ?? '')) return undefined;
  const memberUnit = unitNamed(unit) ?? flow.draft.memberUnit;
  if (!(members > 0) || (members === flow.draft.members && memberUnit === flow.draft.memberUnit))
    return undefined;
  return { counted: { members, memberUnit }, rest: sentences.filter((_, i) => i !== at).join(' ') };
}
const instead =
  /(?:^|[\s,])(\d{1,3})(?:\s*(người|nguoi|ng|nhà|nha|hộ|ho))?\s+(?:cơ(?:\s+mà)?|co\s+ma)(?:\s+(?:em|bạn|ạ))*[\s.!]*$/iu;
