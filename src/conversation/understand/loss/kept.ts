// What is told of a loss before the answer with the rates, or behind another answer about losses: kept for the card that counts it.
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { Card } from '../../../knowledge/schema/card.ts';
import type { Loss } from '../../state/loss.ts';
import { tellsLoss } from './measures.ts';
import { isOfOther, ratesNamed } from './of-other.ts';
import { isCountedBy, lossBehind, tellsLossBehind } from './told.ts';

/** "5 sào lúa gieo 60 ngày ngập hết, khai ở đâu", answered by `card`: the area and the days are not asked for again. */
export function lossKept(
  knowledge: Knowledge,
  before: Loss | undefined,
  card: Card,
  message: string,
): Loss | undefined {
  if (card.rates.length > 0) return lossBehind(before, card, message);
  if (!isAboutLoss(knowledge, card) || !tellsLoss(message)) return before;
  const counts = countsIt(knowledge, before, message);
  return counts && isCountedBy(counts, message) ? lossBehind(before, counts, message) : before;
}

/** What was told before with what is told now, where no card answers it: "gieo 50 ngày rồi" behind a list of titles. */
export function lossHeard(knowledge: Knowledge, before: Loss | undefined, message: string): Loss | undefined {
  const card = knowledge.cards.get(before?.card ?? '');
  const told = card && tellsLossBehind(before, card, message) && isCountedBy(card, message);
  return told && !isOfOther(knowledge, card, message) ? lossBehind(before, card, message) : before;
}

export const isAboutLoss = ({ topics }: Knowledge, { topic }: Card): boolean =>
  topic !== undefined && topics.get(topic)?.loss === true;

/** The card that counts what is named, else what was told of before where nothing else is named. */
function countsIt(knowledge: Knowledge, before: Loss | undefined, message: string): Card | undefined {
  const named = ratesNamed(knowledge, message);
  if (named) return named;
  const last = knowledge.cards.get(before?.card ?? '');
  return last && !isOfOther(knowledge, last, message) ? last : undefined;
}
