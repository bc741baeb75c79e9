// Whether what an answer sets is of the form of organisation that a message names or that was told.
import type { Answer } from '../../knowledge/answer.ts';
import { formIn } from '../../knowledge/forms.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Told } from '../state.ts';

/** A rule of one form is no rule of another. */
export function isOfForm({ words }: Knowledge, { card }: Answer, told: Told, message: string): boolean {
  const form = formIn(message, words) ?? told.form;
  return !form || form === 'unsure' || card.forms.length === 0 || card.forms.includes(form);
}
