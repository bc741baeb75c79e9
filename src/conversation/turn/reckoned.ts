// Whether a sum or a day was reckoned from what was just typed: kept for one turn, for what is claimed next.
import { answerWith } from '../../knowledge/answer.ts';
import { maskNumbers } from '../../language/phones.ts';
import type { Context, Draft } from '../context.ts';
import { claimAlone, lastReckoned } from '../understand/claimed-again.ts';
import { asksOnlyPassed } from '../understand/day/passed.ts';
import type { Period } from '../understand/day/period.ts';
import { dayClaimed, termHeld, termIn } from '../understand/day/term.ts';
import { usualTerm } from '../understand/day/usual-term.ts';

export function reckonedNow({ state, heard, world }: Context, draft: Draft): string | undefined {
  if (heard.kind !== 'text' || draft.state.flow) return undefined;
  const { card } = draft.state.topic;
  const text = maskNumbers(heard.text);
  const answer = card ? answerWith(world.knowledge, card, world.today) : undefined;
  const usual = answer && usualTerm(world.knowledge, answer);
  if (lastReckoned(world, card, text) || daysReckoned(text, world.today, usual)) return text;
  // Once it was put right it may be claimed anew, or held against today.
  const goesOn = claimAlone(heard.text) || dayClaimed(heard.text, world.today) || asksOnlyPassed(heard.text);
  return goesOn ? state.reckoned : undefined;
}

const daysReckoned = (text: string, today: string, usual: Period | undefined): boolean =>
  (termIn(text, today, { usual }) ?? (usual && termHeld(text, today, usual))) !== undefined;
