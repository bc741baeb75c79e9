// Recognises distress (poison, snake bite, thoughts of death, violence) before anything else is tried.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Talk } from '../../knowledge/schema.ts';
import { talkId } from '../../knowledge/search.ts';
import { clean, fold } from '../../language/fold.ts';
import { thresholds } from './thresholds.ts';

/** By the listed signs first, since missing distress costs most; else by likeness. */
export function urgentIn(knowledge: Knowledge, message: string): Talk | undefined {
  const bySign = signed(knowledge, message);
  if (bySign) return bySign;
  const best = knowledge.search.rank(message, 1)[0];
  if (!best || best.score < thresholds.urgent || !best.id.startsWith(talkId(''))) return undefined;
  const entry = knowledge.talk.get(best.id.slice(talkId('').length));
  return entry?.outcome === 'urgent' ? entry : undefined;
}

/** Marks that were typed must be the sign's own: "hoc" may be "hóc", but "học" never is. */
function signed(knowledge: Knowledge, message: string): Talk | undefined {
  const typed = spaced(clean(message).toLowerCase());
  const bare = spaced(fold(message));
  const marked = typed !== bare;
  for (const talk of knowledge.talk.values()) {
    if (talk.outcome !== 'urgent') continue;
    for (const sign of talk.signs) {
      if (
        marked
          ? typed.includes(spaced(sign))
          : !ambiguous(knowledge, sign) && bare.includes(spaced(fold(sign)))
      )
        return talk;
    }
  }
  return undefined;
}

const spaced = (text: string): string => ` ${text.replace(/[^\p{L}\d]+/gu, ' ').trim()} `;
/** Without marks one short syllable could be anything, and "tu van" is far oftener "tư vấn" than "tự vẫn". */
function ambiguous(knowledge: Knowledge, sign: string): boolean {
  return !sign.includes(' ') || cardWords(knowledge).includes(spaced(fold(sign)));
}

const made = new WeakMap<Knowledge, string>();
/** Every way of asking a card, in one row of bare words. */
function cardWords(knowledge: Knowledge): string {
  const ready = made.get(knowledge);
  if (ready) return ready;
  const all = [...knowledge.cards.values()].flatMap((c) => [c.title, ...c.asks]);
  const words = all.map((a) => spaced(fold(a))).join('|');
  made.set(knowledge, words);
  return words;
}
