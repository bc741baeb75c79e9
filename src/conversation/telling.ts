// What a message only tells, with nothing asked: noted, shown so that it can be corrected, and told back as what it means for the last answer.
import type { Knowledge } from '../knowledge/knowledge.ts';
import { isAsking } from '../language/asking.ts';
import { fold, syllables } from '../language/fold.ts';
import type { Context, Draft } from './context.ts';
import { meantForLast, noteTold } from './flows/told.ts';
import type { Reply } from './message.ts';
import type { Told } from './state.ts';
import { bandOf } from './understand/bands.ts';
import { rankInTopic } from './understand/follow-up.ts';
import { namedIn } from './understand/named.ts';
import { tellsMore, tellsOf } from './understand/told.ts';
import { wishesToJoin } from './understand/wish.ts';

/** "Nhà em 4 hộ trồng chè": nothing is asked and no aspect named; where more is said, no card is surely meant either. */
export const onlyTells = (knowledge: Knowledge, text: string): boolean =>
  !isAsking(text) &&
  !weighs.test(fold(text)) &&
  !wishesToJoin(text) &&
  namedIn(knowledge, text).aspects.length === 0 &&
  ((syllables(text).length <= longestTelling && !tellsMore(text, knowledge)) ||
    bandOf(knowledge, knowledge.search.rank(text)).kind !== 'card');
const longestTelling = 12;

/** What is remembered already, told once more in a few words. */
export const tellsAgain = (knowledge: Knowledge, text: string): boolean =>
  !tellsMore(text, knowledge) && Object.keys(tellsOf(text, knowledge, {})).length > 0;
/** "Nên lập tổ hay lập HTX" asks, and who says what harm was done wants to know what now. */
const weighs = /\bhay\b|\b(?:cuon|ngap|chet|mat trang|bi (?:bao|lu|set|dich|chay|do|gay|mat|hong))\b/;

/** Undefined where what is told narrows the last answer and surely means one card: "ao cá nhà em vỡ bờ". */
export function noteOf(context: Context, before: Told, text: string): Draft | undefined {
  const { state, world } = context;
  const meant = meantForLast(context, before);
  if (meant) return meant;
  const sure =
    state.topic.card &&
    tellsMore(text, world.knowledge) &&
    bandOf(world.knowledge, rankInTopic(world.knowledge, text, state.topic));
  return sure && sure.kind === 'card' ? undefined : noteTold(context);
}

/** What was just told is shown under the answer, so that it can be corrected. */
export function withNote(draft: Draft, text: string | undefined): Draft {
  const last = draft.replies.at(-1);
  if (!text || !last) return draft;
  const blocks: Reply['blocks'] = [...last.blocks, { kind: 'note', text }];
  return { ...draft, replies: [...draft.replies.slice(0, -1), { ...last, blocks }] };
}
