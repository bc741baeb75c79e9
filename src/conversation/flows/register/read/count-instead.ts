// "Sao lại 5, 6 cơ mà": the number of people that was written down is another, said at any later step, whatever is said beside it.
import { clean } from '../../../../language/fold.ts';
import type { Members } from '../../../../leads/lead.ts';
import type { RegisterFlow } from '../../../state.ts';
import { unitNamed } from '../../../understand/told/people.ts';

/** What is left of the message, and how many they are. */
export function countInstead(
  text: string,
  flow: RegisterFlow,
): { counted: Members; rest: string } | undefined {
  if (flow.kind !== 'group' || flow.step === 'members' || flow.draft.members === undefined) return undefined;
  const swapped = swappedIn(clean(text), flow);
  if (swapped) return swapped;
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

/** "Sửa 9 thành 8", "5 mà vẫn ghi 4": the one that is written down is named besides. */
function swappedIn(text: string, flow: RegisterFlow): { counted: Members; rest: string } | undefined {
  const clauses = text.split(/(?<=[.,!?;])\s+/u);
  for (const [at, clause] of clauses.entries()) {
    const { before, after, unit } = (changed.exec(clause) ?? still.exec(clause))?.groups ?? {};
    if (Number(before) !== flow.draft.members || !(Number(after) > 0)) continue;
    const memberUnit = unitNamed(unit ?? '') ?? flow.draft.memberUnit;
    return {
      counted: { members: Number(after), memberUnit },
      rest: clauses.filter((_, i) => i !== at).join(' '),
    };
  }
  return undefined;
}
const unit = '(?:\\s*(?<unit>người|nguoi|ng|nhà|nha|hộ|ho)(?!\\p{L}))?';
const changed = new RegExp(
  `(?<!\\p{L})(?:sửa|sua|đổi|doi|chữa|chua|thay)(?:\\s+(?:lại|lai|từ|tu|số|so|giúp|giup|cho|người|nguoi))*\\s+(?<before>\\d{1,3})(?:\\s*\\p{L}+)?\\s+(?:thành|thanh|sang|là|la|xuống|xuong|lên|len)\\s+(?<after>\\d{1,3})(?!\\d)${unit}`,
  'iu',
);
const still = new RegExp(
  `(?<!\\d)(?<after>\\d{1,3})${unit}\\s+(?:mà|ma|sao)\\s+(?:\\p{L}+\\s+){0,2}(?:ghi|viết|viet|để|de)\\s+(?:là\\s+|la\\s+)?(?<before>\\d{1,3})(?!\\d)`,
  'iu',
);
