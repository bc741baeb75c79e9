// "Đau lưng nên khám ở đâu" behind an answer: a whole question that by itself is surely none of the bot's business, and leans on nothing that was said.
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { cueOf } from '../../../knowledge/search.ts';
import { isAsking } from '../../../language/asking.ts';
import { fold, syllables } from '../../../language/fold.ts';
import type { Band } from '../bands.ts';
import { leansOnTalk, namedIn } from '../named.ts';

/** Undefined where it may go on with the talk. */
export function surelyOffTopic(knowledge: Knowledge, text: string): Band | undefined {
  if (syllables(text).length < shortest || !isAsking(text) || pointsBack.test(fold(text))) return undefined;
  const [best, second] = knowledge.search.rank(text, 2);
  if (!best || best.score < sure || (second?.score ?? 0) > rival || leansOnTalk(namedIn(knowledge, text)))
    return undefined;
  const cue = cueOf(knowledge, best.id);
  return cue?.outcome === 'off_topic' ? { kind: 'cue', cue, score: best.score } : undefined;
}
/** In words. */
const shortest = 6;
const sure = 0.85;
const rival = 0.35;
const pointsBack = /\b(?:thi sao|the(?! nao)|vay|no|do|ay|(?<!hom )nay)\b/;
