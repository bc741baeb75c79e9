// Recognises distress (poison, snake bite, thoughts of death, fraud in progress) before anything else is tried.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Talk } from '../../knowledge/schema.ts';
import { talkId } from '../../knowledge/search.ts';
import { thresholds } from './thresholds.ts';

export function urgentIn(knowledge: Knowledge, message: string): Talk | undefined {
  const best = knowledge.search.rank(message, 1)[0];
  if (!best || best.score < thresholds.talk || !best.id.startsWith(talkId(''))) return undefined;
  const entry = knowledge.talk.get(best.id.slice(talkId('').length));
  return entry?.outcome === 'urgent' ? entry : undefined;
}
