// What was asked last outside a form, kept for whoever calls the person back or answers later.
import { asksForPerson } from '../../language/asking.ts';
import { fold, syllables } from '../../language/fold.ts';
import { maskNumbers } from '../../language/phones.ts';
import type { Context, Draft } from '../context.ts';
import type { Outcome } from '../outcome.ts';
import { denialIn } from '../understand/follow-up/denial/index.ts';
import { complaintIn } from '../understand/phrasing/complaint.ts';

/** Kept where a question or a story was heard outside a form; a short one stands beside what it goes on from. */
export function askedNow(context: Context, draft: Draft): string[] | undefined {
  const { heard, world } = context;
  const before = draft.state.asked;
  if (heard.kind !== 'text' || !isHeardOut(context, draft)) return before;
  // A complaint is not what the talk is about; what is asked beside it is.
  const complaint = before && complaintIn(world.knowledge, heard.text);
  if (complaint && complaint.rest === '') return before;
  // Nor is what was said not to be meant.
  const meant = before && denialIn(heard.text)?.rest;
  const said = maskNumbers(complaint?.rest || meant || heard.text).slice(0, longestAsked);
  return syllables(said).length < ofItsOwn && before?.[0] !== undefined ? [before[0], said] : [said];
}
/** A question or a story, outside a form and not about one, that is more than a wish for a person. */
export const isHeardOut = ({ state, heard }: Context, draft: Draft): boolean =>
  heard.kind === 'text' &&
  !state.flow &&
  !draft.state.flow &&
  heardOut.includes(draft.outcome) &&
  !(ofTheForm.test(fold(heard.text)) || asksForPerson(heard.text) || saysNothing(heard.text));
/** "Ơ sao dừng, tên em là Hà mà", "gọi lại cho tôi": about the form or the call, not what they are about. */
const ofTheForm =
  /\bten (?:em|e|toi|minh|chau|bac|co|chu|anh|chi) la\b|\bsao (?:lai )?dung\b|\bgoi lai\b|\bghi lai\b|\bphieu\b/;
/** "K cho tôi gặp người thật đi", "bot ngu vc", "2": made of nothing but a wish for a person, venting, a number of a choice. */
export const saysNothing = (text: string): boolean =>
  syllables(text).every((word) => empty.has(word) || /^\d$/.test(word));
const empty = new Set(
  `gap noi chuyen may ket voi nguoi ng ngui that can bo nhan vien tu van phu trach tong dai ai goi lai lien he de loi tin
  bot ngu dot kem vc vl vai ngo do te chan buc met uc dien roi qua ti linh tinh vo van lung tung sai dung tra hoi mai
  hoai chang cha hieu gi j ca the thoi vay thi ma co cho t toi em e minh tui tao chau bac anh chi co chu ong ba ad a di
  nhe nha luon giup ho k ko kg khong dc duoc muon xin cau nao phai o u ok sorry xin loi kia nua het mot day`.split(
    /\s+/,
  ),
);
const heardOut: readonly Outcome[] = ['answered', 'out_of_date', 'choose', 'no_answer', 'urgent'];
const ofItsOwn = 7;
const longestAsked = 180;
