// Two questions in one message: cut where both sides ask, and each is answered surely by another card.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { isAsking } from '../../language/asking.ts';
import { syllables } from '../../language/fold.ts';
import type { Topic } from '../state.ts';
import { type Band, bandOf } from './bands.ts';
import { rankInTopic } from './follow-up.ts';

/** Words that join two questions. */
const joints =
  'với lại|voi lai|vs lại|vs lai|với|vs|và|va|thêm nữa|cho hỏi thêm|hay là|tiện thể|tien the|sẵn|mà|ma|thế|the|còn|con|rồi|roi|xong';
const places = new RegExp(`[?!;\\n]+|[.,](?=\\s)|\\s(?=(?:${joints})\\s)`, 'giu');
const leading = new RegExp(`^(?:${joints})\\s+`, 'iu');
const mostCuts = 10;
/** In words; what is longer is a story with one question, unless it marks two. */
const longest = 32;
/** In words; what is shorter asks nothing of its own. */
const shortest = 3;

const legalText =
  /(?:nghị định|nghị quyết|quyết định|thông tư|kế hoạch|nghi dinh|nghi quyet|quyet dinh|thong tu|ke hoach|nđ|nq|qđ|tt|nd|qd)\.?\s*(?:số\s*)?\d+(?:\/\d{4})?/iu;

/** The text of law that only the first question names is meant in the second as well. */
function withText(right: string, left: string): string {
  const named = legalText.exec(left)?.[0];
  return named && !legalText.test(right) ? `${right} ${named}` : right;
}

export type Part = { text: string; card: string };
type Sure = Extract<Band, { kind: 'card' }>;

/** The two questions of a message; of several places to cut, where the less sure side is surest. */
export function splitQuestions(
  knowledge: Knowledge,
  text: string,
  topic: Topic,
): readonly [Part, Part] | undefined {
  if (syllables(text).length > longest && text.split('?').length < 3) return undefined;
  const cuts = [...text.matchAll(places)]
    .map((m) => m.index + (m[0].trim() ? m[0].length : 0))
    .slice(0, mostCuts);
  let best: { parts: [Part, Part]; score: number } | undefined;
  for (const cut of cuts) {
    const left = text.slice(0, cut).trim();
    const right = withText(text.slice(cut).trim().replace(leading, '').trim(), left);
    if (!asks(left) || !asks(right)) continue;
    const first = surely(knowledge, left, topic);
    if (!first) continue;
    const form = first.card.forms.length === 1 ? first.card.forms[0] : undefined;
    const second = surely(knowledge, right, { card: first.card.id, ...(form ? { form } : {}) });
    if (!second || second.card.id === first.card.id) continue;
    const score = Math.min(first.score, second.score);
    const parts: [Part, Part] = [
      { text: left, card: first.card.id },
      { text: right, card: second.card.id },
    ];
    if (!best || score > best.score) best = { parts, score };
  }
  return best?.parts;
}

const asks = (part: string): boolean => syllables(part).length >= shortest && isAsking(part);

/** A part is read in the talk first; one that only makes sense alone is taken alone. */
function surely(knowledge: Knowledge, part: string, topic: Topic): Sure | undefined {
  const inTalk = bandOf(knowledge, rankInTopic(knowledge, part, topic));
  if (inTalk.kind === 'card') return inTalk;
  const alone = bandOf(knowledge, knowledge.search.rank(part));
  return alone.kind === 'card' ? alone : undefined;
}
