// Where a message may be cut into two questions, and what speaks for each cut: how likely both sides are answered, and how the second hangs on the first.
import { formIn } from '../../../knowledge/forms.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { Card } from '../../../knowledge/schema/card.ts';
import { isAsking } from '../../../language/asking.ts';
import { fold, syllables } from '../../../language/fold.ts';
import type { Behind, Topic } from '../../state.ts';
import type { Ranked } from '../bands.ts';
import { onlyDenies } from '../follow-up/denial/index.ts';
import { rankInTopic } from '../follow-up/index.ts';
import { behindTold } from '../follow-up/of-other.ts';
import { namedIn } from '../named.ts';
import { asksItself } from './asks-itself.ts';

/** Scores and shares lie in [0, 1], all else is 0 or 1. */
export const cutSigns = [
  // How likely each side is answered by its card, and the less likely of them; the second side in the talk, or only by itself.
  'first',
  'second',
  'lesser',
  'inTalk',
  // How likely the second side by itself means each card, and in the talk the first card again.
  'secondAlone',
  'firstAlone',
  'firstStays',
  // How likely the whole message means each card, or its likeliest, which may be one of them.
  'wholeFirst',
  'wholeSecond',
  'whole',
  'wholeIsFirst',
  'wholeIsSecond',
  // How much the second side leans on the talk, whether it points back, names an aspect, and that of its card.
  'leans',
  'points',
  'aspect',
  'ownAspect',
  'otherForm',
  'words',
  'wordsBefore',
  // What stands between: a question mark, a comma, a joining word alone or behind one of them; which side is marked as a question.
  'mark',
  'comma',
  'word',
  'joined',
  'marked',
  'markedBefore',
  'asksAtEnd',
  // How the two cards stand to each other.
  'sameTopic',
  'sameAspect',
  'related',
  // No cut at all.
  'none',
] as const;
export type CutSigns = Partial<Record<(typeof cutSigns)[number], number>>;
/** `tells`: nothing of its own is asked in it. */
export type Part = { text: string; card: string; tells?: boolean };
export type Cut = { parts: readonly [Part, Part]; signs: CutSigns };
export const noCut: CutSigns = { none: 1 };

/** Words that join two questions. */
const joints =
  'với lại|voi lai|vs lại|vs lai|với|vs|và|va|thêm nữa|cho hỏi thêm|hay là|tiện thể|tien the|sẵn|mà|ma|thế|the|còn|con|rồi|roi|xong';
/** Behind these the word is no joint: "thế chấp", "còn hiệu lực", "với nhau". */
const compound =
  '(?:thế|the)\\s(?:chấp|chap|nào|nao|giới|gioi)|(?:còn|con)\\s(?:hiệu|hieu|hạn|han|lại|lai|thiếu|thieu)|(?:với|voi)\\s(?:nhau|ai)|(?:rồi|roi)\\s(?:ạ|à)';
const places = new RegExp(`[?!;\\n]+|[.,](?=\\s)|\\s(?!${compound})(?=(?:${joints})\\s)`, 'giu');
const leading = new RegExp(`^(?:${joints})\\s+`, 'iu');
const mostCuts = 10;
/** In words; what is longer is a story with one question, unless it marks two. */
const longest = 32;
/** In words; what is shorter asks nothing of its own. */
const shortest = 3;
/** In words; what is longer counts as this long. */
const long = 14;

const legalText =
  /(?:nghị định|nghị quyết|quyết định|thông tư|kế hoạch|nghi dinh|nghi quyet|quyet dinh|thong tu|ke hoach|nđ|nq|qđ|tt|nd|qd)\.?\s*(?:số\s*)?\d+(?:\/\d{4})?/iu;

/** The text of law that only the first question names may be meant in the second as well. */
function withText(right: string, left: string): string {
  const named = legalText.exec(left)?.[0];
  return named && !legalText.test(right) ? `${right} ${named}` : right;
}

/** The cuts of which both sides ask, and are likely answered by different cards. */
export function cutsOf(knowledge: Knowledge, text: string, topic: Behind): Cut[] {
  if (syllables(text).length > longest && text.split('?').length < 3) return [];
  return [...text.matchAll(places)].slice(0, mostCuts).flatMap((found) => {
    const between = found[0].trim();
    const at = found.index + (between ? found[0].length : 0);
    return cutAt(knowledge, text, topic, { at, between }) ?? [];
  });
}

type Place = { at: number; between: string };
/** `behind`: the second side as typed, its joint included. */
type Sides = { left: string; right: string; behind: string; between: string };

function cutAt(knowledge: Knowledge, text: string, topic: Behind, { at, between }: Place): Cut | undefined {
  const left = text.slice(0, at).trim();
  const behind = text.slice(at).trim();
  const bare = behind.replace(leading, '').trim();
  if (!asks(left) || !asks(bare)) return undefined;
  const first = likely(knowledge, left, topic);
  if (!first) return undefined;
  const talk = {
    ...topicBehind(first.card),
    asked: left,
    ...(topic.subjects ? { subjects: topic.subjects } : {}),
  };
  const { right, second } = secondAsked(knowledge, { bare, left }, talk, first.card) ?? {};
  if (!second || !right) return undefined;
  return {
    parts: [
      { text: left, card: first.card.id, tells: !asksItself(left) },
      { text: right, card: second.card.id, tells: !asksItself(bare) },
    ],
    signs: {
      ...scoresOf(knowledge, text, right, first, second),
      ...standingOf(first.card, second.card),
      ...wordingOf(knowledge, { left, right, behind, between }, first.card, second.card),
    },
  };
}

/** The second side of the text of law the first one names, where it names none and is not led back to the first answer by it; else by itself. */
function secondAsked(
  knowledge: Knowledge,
  { bare, left }: { bare: string; left: string },
  talk: Behind,
  first: Card,
): { right: string; second: Likely } | undefined {
  for (const right of new Set([withText(bare, left), bare])) {
    const second = likely(knowledge, right, talk);
    if (second && second.card !== first) return { right, second };
  }
  return undefined;
}

/** What a talk is about behind an answer. */
export const topicBehind = ({ id, forms: [form, ...others] }: Card): Topic => ({
  card: id,
  ...(form && others.length === 0 ? { form } : {}),
});

const is = (yes: boolean): number => (yes ? 1 : 0);

function scoresOf(
  knowledge: Knowledge,
  text: string,
  right: string,
  first: Likely,
  second: Likely,
): CutSigns {
  const whole = knowledge.search.rank(text, 40);
  const alone = knowledge.search.rank(right, 40);
  return {
    first: first.score,
    second: second.score,
    lesser: Math.min(first.score, second.score),
    inTalk: is(second.inTalk),
    secondAlone: scoreOf(alone, second.card),
    firstAlone: scoreOf(alone, first.card),
    firstStays: scoreOf(second.hits, first.card),
    wholeFirst: scoreOf(whole, first.card),
    wholeSecond: scoreOf(whole, second.card),
    whole: whole[0]?.score ?? 0,
    wholeIsFirst: is(whole[0]?.id === first.card.id),
    wholeIsSecond: is(whole[0]?.id === second.card.id),
  };
}

const standingOf = (first: Card, second: Card): CutSigns => ({
  sameTopic: is(first.topic === second.topic),
  sameAspect: is(first.aspect === second.aspect),
  related: is(first.related.includes(second.id) || second.related.includes(first.id)),
});

function wordingOf(
  knowledge: Knowledge,
  { left, right, behind, between }: Sides,
  first: Card,
  second: Card,
): CutSigns {
  const named = namedIn(knowledge, right);
  const { form } = topicBehind(first);
  return {
    leans: named.leans,
    points: is(named.points),
    aspect: is(named.aspects.length > 0),
    ownAspect: is(named.aspects.includes(second.aspect)),
    otherForm: is(form !== undefined && second.forms.length > 0 && !second.forms.includes(form)),
    words: Math.min(named.length, long) / long,
    wordsBefore: Math.min(syllables(left).length, long) / long,
    mark: is(between.includes('?')),
    comma: is(between.startsWith(',')),
    word: is(between === ''),
    joined: is(leading.test(behind)),
    marked: is(right.includes('?')),
    markedBefore: is(left.includes('?')),
    asksAtEnd: is(isAsking(left.split(' ').slice(-4).join(' '))),
  };
}

const asks = (part: string): boolean =>
  syllables(part).length >= shortest && isAsking(part) && !presses.test(fold(part)) && !onlyDenies(part);
/** "Các ông trả lời sao", "giờ làm thế nào", "thôi bỏ đi ạ", "căn cứ điều nào": it only presses for an answer, leaves off, or asks for the source that every answer names. */
const presses =
  /^(?:thoi )?bo (?:di|qua)\b|^(?:va |the )?(?:can cu|theo)(?: vao)? (?:dieu|khoan|van ban|quy dinh|luat)(?: \S+){0,3} nao(?: a| the| vay| day)*\W*$|^(?:\S+ ){0,3}(?:tra loi|giai thich)(?: \S+)? (?:sao|the nao|di|xem|giup)(?: \S+){0,2}$|^(?:(?:the|vay|gio|bay gio|thi|toi|em|e|minh|chau|nha|phai|biet|nen|co) )*lam (?:sao|the nao|nhu the nao|ntn|gi)(?: (?:bay gio|gio|day|a|ha|nhi|duoc|dc|tiep|nua))*\W*$/;

const scoreOf = (hits: readonly Ranked[], { id }: Card): number => hits.find((h) => h.id === id)?.score ?? 0;

type Likely = { card: Card; score: number; hits: readonly Ranked[]; inTalk: boolean };
/** The least score of a side's card; whether both are sure enough is for the signs to say. */
const least = 0.5;

/** A part is read in the talk first; one that only makes sense alone is taken alone. What names no form is never about the other one than the talk. */
function likely(knowledge: Knowledge, part: string, topic: Behind): Likely | undefined {
  const form = formIn(part, knowledge.words) ? undefined : topic.form;
  for (const inTalk of [true, false]) {
    const hits = inTalk
      ? rankInTopic(knowledge, part, topic)
      : behindTold(knowledge, part, topic.subjects, knowledge.search.rank(part));
    const best = hits[0];
    const card = best && best.score >= least ? knowledge.cards.get(best.id) : undefined;
    const ofOther = card && form && card.forms.length > 0 && !card.forms.includes(form);
    if (best && card && !ofOther) return { card, score: best.score, hits, inTalk };
  }
  return undefined;
}
