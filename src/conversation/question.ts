// A question outside any flow: which day, one question or two, what it is about, and how sure we are.
import { formIn } from '../knowledge/forms.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Card, Form } from '../knowledge/schema.ts';
import { goesOnFrom, isAsking } from '../language/asking.ts';
import { isEnglish } from '../language/english.ts';
import { fold, syllables } from '../language/fold.ts';
import { answerBoth, answerCard, answerLikely } from './answer-card.ts';
import { askedDay } from './asked-day.ts';
import type { Context, Draft } from './context.ts';
import { meantForLast, noteTold } from './flows/told.ts';
import type { Reply } from './message.ts';
import { toldLine } from './replies/told.ts';
import { inEnglish, talk } from './small-talk.ts';
import type { State, Told } from './state.ts';
import { isAmountAgain } from './understand/amount-again.ts';
import { type Band, bandOf, type Ranked } from './understand/bands.ts';
import { asksOfLast, rankInTopic } from './understand/follow-up.ts';
import { leansOnTalk, namedIn, namesSubject } from './understand/named.ts';
import { openingOf } from './understand/opening.ts';
import { wardOfToldPlace, withOwnPlace } from './understand/own-place.ts';
import { splitQuestions } from './understand/split.ts';
import { tellsWhat } from './understand/tells.ts';
import { tellsMore, tellsOf } from './understand/told.ts';
import { unknownText } from './understand/unknown-text.ts';
import { wishesToJoin } from './understand/wish.ts';
import { wordForWord } from './understand/word-for-word.ts';
import { offer, unknownDocument, unsure } from './unsure.ts';

/** Always gives a draft: every message ends in one of the outcomes. */
export function askQuestion(context: Context, message: string): Draft {
  const { state, world } = context;
  const { knowledge } = world;
  if (isEnglish(message)) return inEnglish(context, message);
  const opening = openingOf(message);
  const { day, text, again } = askedDay(context, opening.rest);
  const told = tellsOf(message, knowledge, state.told);
  const asked = { ...context, state: { ...state, told } };
  const news = JSON.stringify(told) !== JSON.stringify(state.told);
  const goesOn = state.topic.card !== undefined && goesOnFrom(text);
  const last = knowledge.cards.get(state.topic.card ?? '');
  const telling = news && !goesOn && onlyTells(knowledge, text);
  const placed =
    telling && last?.aspect === 'place' ? wardOfToldPlace(knowledge, state.told, told) : undefined;
  const noted = telling && !placed ? noteOf(asked, state.told, text) : undefined;
  if (noted) return noted;
  if (again && state.topic.card) return answerCard(asked, state.topic.card, day);
  const draft = answerText(asked, message, { text: placed ?? text, corrects: opening.corrects, day });
  return news ? withNote(draft, toldLine(knowledge, told, world.today, 'told_now')) : draft;
}

type Asked = { text: string; corrects: boolean; day: string };

function answerText(context: Context, message: string, { text, corrects, day }: Asked): Draft {
  const { state, world } = context;
  const { knowledge } = world;
  const passing = wordForWord(knowledge, text);
  if (passing) return talk(context, passing);
  const parts = splitQuestions(knowledge, text, state.topic);
  if (parts) return answerBoth(context, parts, day);
  const asked = withOwnPlace(knowledge, text, state.told);
  const last = knowledge.cards.get(state.topic.card ?? '');
  const hits = without(readInTalk(state, knowledge, asked, corrects), state);
  const told = last !== undefined && tellsIt(knowledge, last, text);
  const band = halfAsked(knowledge, text, staying(bandOf(knowledge, hits), told ? last : undefined), last);
  const strange = band.kind === 'talk' ? undefined : unknownText(knowledge, text);
  if (strange) return unknownDocument(context, message, strange);
  const again = (band.kind === 'card' || band.kind === 'likely') && band.card.id === state.topic.card;
  const unsaid = !last || band.kind === 'likely' || again;
  const vague = unsaid && !(last && (told || isAmountAgain(last, text))) && isBare(knowledge, text, band);
  return answerBand(context, message, (vague && widened(knowledge, hits)) || band, day);
}

/** Undefined where what is told narrows the last answer and surely means one card: "ao cá nhà em vỡ bờ". */
function noteOf(context: Context, before: Told, text: string): Draft | undefined {
  const { state, world } = context;
  const meant = meantForLast(context, before);
  if (meant) return meant;
  const sure = state.topic.card && bandOf(world.knowledge, rankInTopic(world.knowledge, text, state.topic));
  return sure && sure.kind === 'card' ? undefined : noteTold(context);
}

/** "Báo ai", with nothing before it that it could lean on, is no small talk: what it is about has still to be said. */
function halfAsked(knowledge: Knowledge, text: string, band: Band, last: Card | undefined): Band {
  const named = namedIn(knowledge, text);
  const half = !last && band.kind === 'talk' && named.leans === 1 && asksOfLast(named, text);
  return half ? { kind: 'unsure', nearest: [] } : band;
}

/** A line of the last answer tells what is asked now. */
function tellsIt(knowledge: Knowledge, { answer, details, next = '' }: Card, text: string): boolean {
  return [answer, ...details, next].some(tellsWhat(knowledge, text));
}

/** Of several near cards the last answer is the likeliest, and it tells what is asked: it is about that. */
const staying = (band: Band, last: Card | undefined): Band =>
  last && band.kind === 'close' && band.cards[0] === last
    ? { kind: 'likely', card: last, others: band.cards.slice(1, 3) }
    : band;

/** "Nhà em 4 hộ trồng chè": nothing is asked and no aspect named; where more is said, no card is surely meant either. */
const onlyTells = (knowledge: Knowledge, text: string): boolean =>
  !isAsking(text) &&
  !weighs.test(fold(text)) &&
  !wishesToJoin(text) &&
  namedIn(knowledge, text).aspects.length === 0 &&
  ((syllables(text).length <= longestTelling && !tellsMore(text, knowledge)) ||
    bandOf(knowledge, knowledge.search.rank(text)).kind !== 'card');
const longestTelling = 12;
/** "Nên lập tổ hay lập HTX" asks, and who says what harm was done wants to know what now. */
const weighs = /\bhay\b|\b(?:cuon|ngap|chet|mat trang|bi (?:bao|lu|set|dich|chay|do|gay|mat|hong))\b/;

/** What was just told is shown under the answer, so that it can be corrected. */
function withNote(draft: Draft, text: string | undefined): Draft {
  const last = draft.replies.at(-1);
  if (!text || !last) return draft;
  const blocks: Reply['blocks'] = [...last.blocks, { kind: 'note', text }];
  return { ...draft, replies: [...draft.replies.slice(0, -1), { ...last, blocks }] };
}

/**
 * A correction is about the question before it, and never about the answer that was wrong. While titles are on the
 * table, words that only lean ("còn hiệu lực không") go on with the question that led to them.
 */
function readInTalk(state: State, knowledge: Knowledge, text: string, corrects: boolean): Ranked[] {
  const { unsure } = state;
  const topic = { ...state.topic, form: state.topic.form ?? formTold(state) };
  if (corrects && unsure && !unsure.answered) return knowledge.search.rank(`${unsure.question} ${text}`);
  const goesOn = unsure && !unsure.answered && unsure.offered.length > 0 && !asksAnew(knowledge, text);
  const hits = rankInTopic(knowledge, goesOn ? `${unsure.question} ${text}` : text, topic);
  return corrects ? hits.filter((h) => h.id !== topic.card) : hits;
}

/** It says enough by itself, is written so on a card, is surely talk, or names what it is about and surely means one card. */
function asksAnew(knowledge: Knowledge, text: string): boolean {
  const named = namedIn(knowledge, text);
  if (!leansOnTalk(named) || knowledge.search.written(text)) return true;
  const { kind } = bandOf(knowledge, knowledge.search.rank(text));
  return (kind === 'talk' && !asksOfLast(named, text)) || (kind === 'card' && namesSubject(named));
}

const formTold = ({ told }: State): Form | undefined => (told.form === 'unsure' ? undefined : told.form);

/** One or two syllables ("hỗ trợ") that no card is asked by: what they mean is the person's to say. */
function isBare(knowledge: Knowledge, text: string, band: Band): boolean {
  const said = syllables(text).join(' ');
  if (band.kind === 'talk' || band.kind === 'unsure') return false;
  if (syllables(text).length > 2 || formIn(text, knowledge.words)) return false;
  if (band.kind === 'close') return true;
  return ![band.card.title, ...band.card.asks].some((a) => syllables(a).join(' ') === said);
}

function widened(knowledge: Knowledge, hits: readonly { id: string }[]): Band | undefined {
  const cards = hits.flatMap((h) => knowledge.cards.get(h.id) ?? []).filter((c) => c.known !== false);
  return cards.length > 0 ? { kind: 'close', cards: cards.slice(0, 4) } : undefined;
}

/** Cards the person has just said they did not mean are not offered again for a rephrase. */
function without<T extends { id: string }>(hits: T[], state: State): T[] {
  const refused = new Set(state.unsure?.refused ?? []);
  return refused.size === 0 ? hits : hits.filter((h) => !refused.has(h.id));
}

function answerBand(context: Context, message: string, band: Band, day: string): Draft {
  switch (band.kind) {
    case 'card': {
      const draft = answerCard(context, band.card.id, day);
      const form = formIn(message, context.world.knowledge.words);
      return form ? { ...draft, state: { ...draft.state, topic: { ...draft.state.topic, form } } } : draft;
    }
    case 'talk':
      return talk(context, band.talk);
    case 'likely':
      return answerLikely(context, message, band, day);
    case 'close':
      return offer(context, message, band.cards, day);
    case 'unsure':
      return unsure(context, message, band.nearest);
  }
}
