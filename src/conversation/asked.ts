// What was asked last outside a form, kept for whoever calls the person back or answers later.
import { asksForPerson } from '../language/asking.ts';
import { fold, syllables } from '../language/fold.ts';
import { maskNumbers } from '../language/phones.ts';
import type { Context, Draft } from './context.ts';
import type { Outcome } from './outcome.ts';

/** Kept where a question or a story was heard outside a form; a short one stands beside what it goes on from. */
export function askedNow({ state, heard }: Context, draft: Draft): string[] | undefined {
  const before = draft.state.asked;
  if (heard.kind !== 'text' || state.flow || draft.state.flow || !heardOut.includes(draft.outcome))
    return before;
  if (ofTheForm.test(fold(heard.text)) || asksForPerson(heard.text)) return before;
  const said = maskNumbers(heard.text).slice(0, longestAsked);
  return syllables(said).length < ofItsOwn && before?.[0] !== undefined ? [before[0], said] : [said];
}
/** "Ơ sao dừng, tên em là Hà mà", "gọi lại cho tôi": about the form or the call, not what they are about. */
const ofTheForm =
  /\bten (?:em|e|toi|minh|chau|bac|co|chu|anh|chi) la\b|\bsao (?:lai )?dung\b|\bgoi lai\b|\bghi lai\b|\bphieu\b/;
const heardOut: readonly Outcome[] = ['answered', 'out_of_date', 'choose', 'no_answer', 'urgent'];
const ofItsOwn = 7;
const longestAsked = 180;
