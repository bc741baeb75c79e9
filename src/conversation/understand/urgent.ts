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
      if (marked ? typed.includes(spaced(sign)) : !ambiguous(sign) && bare.includes(spaced(fold(sign))))
        return talk;
    }
  }
  return undefined;
}

const spaced = (text: string): string => ` ${text.replace(/[^\p{L}\d]+/gu, ' ').trim()} `;
/** One short syllable without marks could be anything. */
const ambiguous = (sign: string): boolean => !sign.includes(' ');
