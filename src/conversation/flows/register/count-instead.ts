// "Sao lại 5, 6 cơ mà": the number of people that was written down is another, said at any later step, whatever is said beside it.
import { clean } from '../../../language/fold.ts';
import type { RegisterFlow } from '../../state.ts';

/** What is left of the message, and how many they are. */
export function countInstead(
  text: string,
  flow: RegisterFlow,
): { members: number; rest: string } | undefined {
  if (flow.kind !== 'group' || flow.step === 'members' || flow.draft.members === undefined) return undefined;
  const sentences = clean(text).split(/(?<=[.!?;])\s+/u);
  const at = sentences.findIndex((sentence) => instead.test(sentence));
  const members = Number(instead.exec(sentences[at] ?? '')?.[1]);
  // "8 cơ mà" may be the hour.
  if (flow.step === 'time' && !/\d\s*\p{L}+\s+(?:cơ|co)/iu.test(sentences[at] ?? '')) return undefined;
  if (!(members > 0) || members === flow.draft.members) return undefined;
  return { members, rest: sentences.filter((_, i) => i !== at).join(' ') };
}
const instead =
  /(?:^|[\s,])(\d{1,3})(?:\s*(?:người|nguoi|ng|nhà|nha|hộ|ho))?\s+(?:cơ(?:\s+mà)?|co\s+ma)(?:\s+(?:em|bạn|ạ))*[\s.!]*$/iu;
