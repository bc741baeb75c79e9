// What a message only tells, with nothing asked: noted, shown so that it can be corrected, and told back as what it means for the last answer.

import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Card } from '../../knowledge/schema/card.ts';
import { say } from '../../knowledge/wording.ts';
import { isAsking } from '../../language/asking.ts';
import { clean, fold, syllables } from '../../language/fold.ts';
import { namesIn } from '../../language/places.ts';
import { type Context, changing, type Draft, line, reply } from '../context.ts';
import { meantForLast, noteTold } from '../flows/told.ts';
import { laterChoices, staffChoice } from '../replies/choices.ts';

import { menuReply } from '../replies/menu.ts';
import { behind, type Told } from '../state.ts';
import { type Band, bandOf } from '../understand/bands.ts';
import { rankInTopic } from '../understand/follow-up/index.ts';
import { tellsHarm } from '../understand/loss/only-told.ts';
import { namedIn } from '../understand/named.ts';
import { placeNames } from '../understand/names.ts';
import { tellsMore, tellsOf } from '../understand/told/index.ts';
import { wishesToJoin } from '../understand/wish.ts';
import { unsure } from './unsure.ts';

/** "Nhà em 4 hộ trồng chè": nothing is asked and no aspect named; where more is said, no card is surely meant either. */
export const onlyTells = (knowledge: Knowledge, text: string): boolean =>
  !isAsking(text) &&
  !weighs.test(fold(text)) &&
  !tellsHarm(knowledge, text) &&
  !wants.test(fold(text)) &&
  !wishesToJoin(text) &&
  namedIn(knowledge, text).aspects.length === 0 &&
  ((syllables(text).length <= longestTelling && !tellsMore(text, knowledge)) ||
    bandOf(knowledge, knowledge.search.rank(text)).kind !== 'card');
const longestTelling = 12;

/** What is remembered already, told once more in a few words. */
export const tellsAgain = (knowledge: Knowledge, text: string): boolean =>
  !tellsMore(text, knowledge) && Object.keys(tellsOf(text, knowledge, {})).length > 0;
/** "Muốn mua máy cày", "cần vay 100 triệu": who tells what they want asks how they get it. */
const wants =
  /\b(?:muon|can|dinh|tinh|xin)(?: (?:duoc|xin|di))? (?:mua|sam|vay|ban|ho tro|xay|thue|hoc|rut|doi|dau tu)\b/;
/** "Nên lập tổ hay lập HTX" asks, who says what harm was done wants to know what now, and who tells what they heard wants to know whether it is so. */
const weighs =
  /\bhay\b|\bnghe (?:noi|bao|don|ke|dau|loang thoang|nguoi ta)\b|\bma (?:chi|moi) (?:co|duoc)\b|\b(?:cuon|ngap|chet|mat trang|bi (?:bao|lu|set|dich|chay|do|gay|mat|hong))\b/;

/** "Nuôi đà điểu", "nhà tôi có 3 sào rau" to begin with: what somebody grows or keeps, of whatever trade, and not a word on what is wanted. */
export function asksWhatOfWork({ state, world }: Context, text: string): Draft | undefined {
  const { knowledge } = world;
  const folded = fold(text);
  const inside = folded !== clean(text).toLowerCase() && /^trong\s/i.test(clean(text));
  if (state.topic.card || !work.test(folded) || inside || !onlyTells(knowledge, text)) return undefined;
  const what = reply([line(say(knowledge.wording, 'told_work'))], menuReply(world).choices);
  return { state, replies: [what], outcome: 'small_talk' };
}
const whose = '(?:(?:toi|em|minh|tui|nha (?:toi|em|minh)) )?';
const work = new RegExp(
  `^${whose}(?:(?:(?:dang|co) )?(?:nuoi|trong)(?: \\S+){1,2}|(?:co|lam) \\S+ (?:sao|mau|ha|con|goc) \\S+)$`,
);

/** Undefined where what is told narrows the last answer and surely means one card: "ao cá nhà em vỡ bờ". */
export function noteOf(context: Context, before: Told, text: string): Draft | undefined {
  const { state, world } = context;
  const meant = meantForLast(context, before);
  if (meant) return meant;
  const sure =
    state.topic.card &&
    tellsMore(text, world.knowledge) &&
    bandOf(world.knowledge, rankInTopic(world.knowledge, text, behind(state)));
  return sure && sure.kind === 'card' ? undefined : noteTold(context);
}

/** What was just told is shown under the answer, so that it can be corrected. */
export function withNote(draft: Draft, text: string | undefined): Draft {
  if (!text) return draft;
  return changing(draft, (replies) =>
    replies.map((r, i) =>
      i === replies.length - 1 ? { ...r, blocks: [...r.blocks, { kind: 'note', text }] } : r,
    ),
  );
}

/** "Ba năm nay rồi", "nó không họp gì cả": told, nothing asked; `band` is what it was taken for. */
export function onlyHeard(knowledge: Knowledge, text: string, band: Band, last: Card | undefined): boolean {
  const { aspects, documents, form, length, own } = namedIn(knowledge, text);
  if (band.kind === 'cue' || length < shortestStory || aspects.length > 0 || documents.length > 0)
    return false;
  const bare = form !== undefined && length <= shortestStory;
  if (bare || namesIn(text, placeNames(knowledge)).length > 0 || goesOnAsking.test(fold(text))) return false;
  const said = fold(text.replace(politeEnd, '').replace(broken, ' '));
  if (isAsking(said.replace(denial, ' ')) || !narrates.test(said) || requests.test(said)) return false;
  return (
    band.kind === 'unsure' ||
    (band.kind === 'close' && (band.cards[0] !== last || form !== undefined)) ||
    own.every((w) => howLong.test(w))
  );
}
const shortestStory = 4;
/** "Vậy để mẹ em vào", "em gái tôi nữa", "luật ghi miễn mà": the question before it, of another case, or a doubt of the answer. */
const goesOnAsking = /^(?:vay|the|a khong|con|nhung)\b|\bnua$|\bluat\b|\b(?:to|htx) (?:toi|em|minh)\b/;
/** "Không" before what is denied asks nothing, nor does the "gì" of "không … gì cả". */
const denial =
  /\b(?:khong|ko|k|kg|chua|chang) (?!(?:a|em|anh|chi|bac|co|chu|ad|vay|the|nhi|da|ha)\b)(?=\S)(?:[^,.?!]*?\b(?:gi|ai|dau|nao) (?:ca|het)\b)?/g;
/** Spelt so it is no "hông". */
const broken = /hỏng/giu;
const politeEnd = /[\s,]+ạ[\s.!]*$/iu;
/** Who did or does something, or that it is over, too much, or never: a bare subject ("mức hỗ trợ mới") is a question. */
const narrates =
  /\b(?:toi|em|e|minh|tao|tui|nha|chung|bon|no|ho|ong|ba|chong|vo|nguoi ta|may ong)\b|\b(?:khong|ko|chua|chang) .*\bca$|\b(?:roi|qua|lam|thoi|mai|nua)(?: (?:anh|chi|em|bac|co|chu))?$/;
const requests =
  /\b(?:hay|xin|muon|can|nho|giup|hoi|tim|gui|goi|huong dan|cho (?:toi|em|e|minh|tui|con|chau|bac|anh|chi))\b/;
const howLong = /^(?:\d+|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|thang|tuan|ngay|nay|roi|hom|gio|lau)$/;

/** A kind word, what can be asked here, and a person; the first time and again. */
export function heardOut(context: Context, message: string, nearest: readonly string[]): Draft {
  const { wording } = context.world.knowledge;
  const draft = unsure(context, message, nearest);
  const again = (draft.state.unsure?.failures ?? 1) > 1;
  const said = line(say(wording, again ? 'heard_again' : 'heard'));
  return { ...draft, replies: [reply([said], laterChoices(context.world.knowledge))] };
}

/** "Tức lắm": a caring word and a person, and the talk stays where it was. */
export const feltWith = ({ state, world: { knowledge } }: Context): Draft => ({
  state,
  replies: [reply([line(say(knowledge.wording, 'vents'))], [staffChoice(knowledge)])],
  outcome: 'small_talk',
});

/** "Máy chán quá, ra phường hỏi": sorry, and the right door. */
export const letGo = ({ state, world: { knowledge } }: Context): Draft => ({
  state,
  replies: [reply([line(say(knowledge.wording, 'leaves_upset'))], [staffChoice(knowledge)])],
  outcome: 'small_talk',
});
