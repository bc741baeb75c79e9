// Whether a sum or a day was reckoned from what was just typed: kept for one turn, for what is claimed next.
import { maskNumbers } from '../../language/phones.ts';
import type { Context, Draft } from '../context.ts';
import { claimAlone, lastReckoned } from '../understand/claimed-again.ts';
import { dayClaimed, termIn } from '../understand/day/term.ts';

export function reckonedNow({ state, heard, world }: Context, draft: Draft): string | undefined {
  if (heard.kind !== 'text' || draft.state.flow) return undefined;
  const { card } = draft.state.topic;
  const text = maskNumbers(heard.text);
  if (lastReckoned(world, card, text) || termIn(text, world.today)) return text;
  // Once it was put right it may be claimed anew.
  return claimAlone(heard.text) || dayClaimed(heard.text, world.today) ? state.reckoned : undefined;
}
