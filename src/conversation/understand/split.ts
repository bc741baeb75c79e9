// Two questions in one message: cut where both sides find a different sure answer.

import type { Knowledge } from '../../knowledge/knowledge.ts';
import { isAsking } from '../../language/asking.ts';
import { syllables } from '../../language/fold.ts';
import type { Topic } from '../state.ts';
import { type Band, bandOf } from './bands.ts';
import { rankInTopic } from './follow-up.ts';

const joint =
  /[?!;\n]+|[.,](?=\s)|\s(?=(?:và|với lại|còn|rồi|hay là|thêm nữa|cho hỏi thêm|va|voi lai|con|roi|với)\s)/giu;
const mostCuts = 8;
/** In words; what is longer is a story with one question, unless it marks two. */
const longest = 32;

const legalText =
  /(?:nghị định|nghị quyết|quyết định|thông tư|kế hoạch|nghi dinh|nghi quyet|quyet dinh|thong tu|ke hoach|nđ|nq|qđ|tt|nd|qd)\.?\s*(?:số\s*)?\d+(?:\/\d{4})?/iu;

/** The text of law that only the first question names is meant in the second as well. */
function withText(right: string, left: string): string {
  const named = legalText.exec(left)?.[0];
  return named && !legalText.test(right) ? `${right} ${named}` : right;
}

export type Part = { text: string; card: string };
type Sure = Extract<Band, { kind: 'card' }>;

/** The two questions of a message, only when each is answered surely, by different cards. */
export function splitQuestions(
  knowledge: Knowledge,
  text: string,
  topic: Topic,
): readonly [Part, Part] | undefined {
  if (syllables(text).length > longest && text.split('?').length < 3) return undefined;
  const cuts = [...text.matchAll(joint)]
    .map((m) => m.index + (m[0].trim() ? m[0].length : 0))
    .slice(0, mostCuts);
  let best: { parts: [Part, Part]; score: number } | undefined;
  for (const cut of cuts) {
    const left = text.slice(0, cut).trim();
    const right = withText(
      text
        .slice(cut)
        .replace(/^(?:và|với lại|còn|rồi|va|voi lai|con|roi|với)\s+/iu, '')
        .trim(),
      left,
    );
    if (!isAsking(left) || !isAsking(right)) continue;
    const first = surely(knowledge, left, topic);
    if (!first) continue;
    const form = first.card.forms.length === 1 ? first.card.forms[0] : undefined;
    const second = surely(knowledge, right, { card: first.card.id, ...(form ? { form } : {}) });
    if (!second || second.card.id === first.card.id) continue;
    const score = Math.min(first.score, second.score);
    if (!best || score > best.score)
      best = {
        parts: [
          { text: left, card: first.card.id },
          { text: right, card: second.card.id },
        ],
        score,
      };
  }
  if (!best) return undefined;
  const whole = bandOf(knowledge, rankInTopic(knowledge, text, topic));
  return whole.kind === 'card' && whole.score > best.score + 0.25 ? undefined : best.parts;
}

/** A part is read in the talk first; one that only makes sense alone is taken alone. */
function surely(knowledge: Knowledge, part: string, topic: Topic): Sure | undefined {
  const inTalk = bandOf(knowledge, rankInTopic(knowledge, part, topic));
  if (inTalk.kind === 'card') return inTalk;
  const alone = bandOf(knowledge, knowledge.search.rank(part));
  return alone.kind === 'card' ? alone : undefined;
}
