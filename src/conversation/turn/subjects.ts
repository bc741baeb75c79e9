// What was told that the talk is about from now on; what is named anew takes the place of what was named of its kind.
import type { Context, Draft } from '../context.ts';
import { type Subjects, subjectKinds } from '../state.ts';
import { denialIn } from '../understand/follow-up/denial/index.ts';
import { keptOf, subjectsIn, subjectsOf } from '../understand/told/subjects.ts';

export function subjectsNow({ state, heard, world }: Context, draft: Draft): Subjects | undefined {
  const { knowledge } = world;
  const since = state.lastAt ? world.now.getTime() - Date.parse(state.lastAt) : 0;
  const before = since < hoursOfTalk * 3_600_000 ? (draft.state.subjects ?? {}) : {};
  const card = heard.kind === 'choice' ? knowledge.cards.get(draft.cards?.[0] ?? '') : undefined;
  const named = keptOf(
    knowledge,
    heard.kind === 'text'
      ? subjectsIn(knowledge, denialIn(heard.text)?.rest || heard.text)
      : card
        ? subjectsOf(knowledge)(card)
        : {},
  );
  const now = Object.fromEntries(
    subjectKinds.flatMap((kind) => {
      const names = named[kind] ?? before[kind];
      return names ? [[kind, names]] : [];
    }),
  );
  return Object.keys(now).length > 0 ? now : undefined;
}
const hoursOfTalk = 12;
