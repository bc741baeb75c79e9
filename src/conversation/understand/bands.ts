// The bands: sure enough to answer, likely enough to answer with the other readings beside, close enough to offer titles, or unsure. The numbers are chosen by `npm run eval -- --tune`.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Card } from '../../knowledge/schema/card.ts';
import type { Cue } from '../../knowledge/schema/cue.ts';
import { cueOf } from '../../knowledge/search.ts';
import { thresholds } from './thresholds.ts';

export type Ranked = { id: string; score: number };

export type Band =
  | { kind: 'card'; card: Card; score: number }
  | { kind: 'cue'; cue: Cue; score: number }
  | { kind: 'likely'; card: Card; others: Card[] }
  | { kind: 'close'; cards: Card[] }
  | { kind: 'unsure'; nearest: string[] };

/** Distress is recognised before anything is banded (`distress/urgent.ts`); what was none then is none here. */
export function bandOf(knowledge: Knowledge, ranked: readonly Ranked[]): Band {
  const hits = ranked.filter((h) => cueOf(knowledge, h.id)?.outcome !== 'urgent');
  const cards = hits.flatMap((h) => {
    const card = knowledge.cards.get(h.id);
    return card ? [{ card, score: h.score }] : [];
  });
  const best = hits[0];
  const meant = best && cueOf(knowledge, best.id);
  // To do something is asked for plainly or not at all: a story is never "stop".
  const cue = meant?.does && best && best.score < thresholds.command ? undefined : meant;
  const first = cards[0];
  if (best && cue && best.score >= thresholds.cue) return { kind: 'cue', cue, score: best.score };
  const second = hits.find((h) => h.id !== best?.id);
  if (best && first && first.card.id === best.id) {
    const clear = best.score - (second?.score ?? 0) >= thresholds.margin;
    if (best.score >= thresholds.sure && clear) return { kind: 'card', card: first.card, score: best.score };
  }
  const near = cards.filter((c) => c.score >= thresholds.close).slice(0, 4);
  const only = near[0];
  const rivals = hits.filter((h) => h.score >= thresholds.close && h.id !== only?.card.id);
  if (rivals.length === 0 && only && only.card.id === best?.id && only.score >= thresholds.alone)
    return { kind: 'card', card: only.card, score: only.score };
  if (best && only && only.card.id === best.id && isLikely(best.score, second?.score ?? 0))
    return { kind: 'likely', card: only.card, others: near.slice(1, 3).map((c) => c.card) };
  if (near.length > 0 && !(best && cue && best.score >= (first?.score ?? 0) + thresholds.margin)) {
    // A list of one asks no more than whether it is that: it is answered as the likeliest.
    if (only && near.length === 1 && only.card.id === best?.id)
      return { kind: 'likely', card: only.card, others: [] };
    return { kind: 'close', cards: near.map((c) => c.card) };
  }
  return { kind: 'unsure', nearest: cards.slice(0, 3).map((c) => c.card.id) };
}

const isLikely = (best: number, second: number): boolean =>
  best >= thresholds.likely && best - second >= thresholds.lead;
