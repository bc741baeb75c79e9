// Reads a message where it stands in its talk: behind the last answer, while titles are on the table, or as a correction; and how sure that is.
import { formIn } from '../../../knowledge/forms.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { Card } from '../../../knowledge/schema/card.ts';
import type { Form } from '../../../knowledge/schema/form.ts';
import { plainWords, syllables } from '../../../language/fold.ts';
import { behind, type State } from '../../state.ts';
import { type Band, bandOf, type Ranked } from '../bands.ts';
import { isOfOther, namesOwn } from '../loss/of-other.ts';
import { leansOnTalk, namedIn, namesSubject } from '../named.ts';
import { isAmountAgain } from './amount-again.ts';
import { alsoBehindOffered } from './behind-offered.ts';
import { asksOfLast, rankInTopic } from './index.ts';
import { notRefused } from './not-refused.ts';
import { isForYounger } from './of-age.ts';
import { behindTold } from './of-other.ts';
import { someLineTells } from './tells.ts';

/** Without the cards the person has just said they did not mean, and without rates for what was not named: maize is not counted by those for rice. */
export function hitsInTalk(state: State, knowledge: Knowledge, text: string, corrects: boolean): Ranked[] {
  const refused = new Set([...(state.unsure?.refused ?? []), ...deniedBefore(state, knowledge, text)]);
  const meant = (id: string): boolean => {
    const card = id === state.topic.card ? undefined : knowledge.cards.get(id);
    const other = card && isOfOther(knowledge, card, text) && !namesOwn(knowledge, card, text);
    return !refused.has(id) && !other && !(card && isForYounger(card, text));
  };
  return readInTalk(state, knowledge, text, corrects).filter(({ id }) => meant(id));
}

/** What was denied some turns ago, unless it was chosen since or is surely asked for now. */
function deniedBefore({ denied, topic, subjects }: State, knowledge: Knowledge, text: string): string[] {
  if (!denied) return [];
  const band = bandOf(knowledge, behindTold(knowledge, text, subjects, knowledge.search.rank(text)));
  const anew = band.kind === 'card' ? band.card.id : undefined;
  return denied.cards.filter((id) => id !== topic.card && id !== anew);
}

/** `last`: the card that answered last. */
export function bandInTalk(
  knowledge: Knowledge,
  text: string,
  hits: readonly Ranked[],
  last: Card | undefined,
): Band {
  const told = last !== undefined && someLineTells(knowledge, last, text);
  const plain = staying(bandOf(knowledge, hits), told ? last : undefined);
  const band = notRefused(knowledge, text, halfAsked(knowledge, text, plain, last), hits, last);
  const again = (band.kind === 'card' || band.kind === 'likely') && band.card === last;
  const unsaid = !last || band.kind === 'likely' || again;
  const vague = unsaid && !(last && (told || isAmountAgain(last, text))) && isBare(knowledge, text, band);
  return (vague && widened(knowledge, hits)) || band;
}

/**
 * A correction is about the question before it, and never about the answer that was wrong. While titles are on the
 * table, words that only lean ("còn hiệu lực không") go on with the question that led to them.
 */
function readInTalk(state: State, knowledge: Knowledge, text: string, corrects: boolean): Ranked[] {
  const { unsure } = state;
  const wrong = corrects && !isSurely(knowledge, text, state.topic.card) ? state.topic.card : undefined;
  const denied = [...(unsure?.refused ?? []), ...(wrong ? [wrong] : [])];
  const topic = { ...behind(state), form: state.topic.form ?? formTold(state) };
  if (corrects && unsure && !unsure.answered) {
    const ofOther = saidUnknown(knowledge, state) ? rankInTopic(knowledge, text, topic) : [];
    const hits = ofOther.filter((h) => h.id !== topic.card);
    if (bandOf(knowledge, hits).kind !== 'unsure') return hits;
    const rank = (words: string): Ranked[] =>
      behindTold(knowledge, words, state.subjects, knowledge.search.rank(words));
    const alone = rank(text);
    const whole = isSure(knowledge, alone) ? alone : rank(`${unsure.question} ${text}`);
    return alsoBehindOffered(knowledge, state, text, whole, denied);
  }
  const goesOn = unsure && !unsure.answered && unsure.offered.length > 0 && !asksAnew(knowledge, text);
  const alone = rankInTopic(knowledge, text, topic, denied);
  const inQuestion = goesOn ? rankInTopic(knowledge, `${unsure.question} ${text}`, topic, denied) : alone;
  const plain = isSure(knowledge, alone) && !isSure(knowledge, inQuestion) ? alone : inQuestion;
  const hits = alsoBehindOffered(knowledge, state, text, plain, denied);
  return wrong ? hits.filter((h) => h.id !== wrong) : hits;
}

/** By itself it means this card: what was wrong is the line of it that was said. */
function isSurely(knowledge: Knowledge, text: string, id: string | undefined): boolean {
  const band = bandOf(knowledge, knowledge.search.rank(text));
  return band.kind === 'card' && band.card.id === id;
}

const isSure = (knowledge: Knowledge, hits: readonly Ranked[]): boolean =>
  bandOf(knowledge, hits).kind === 'card';

/** The last answer was that nothing is known of what was asked: what is put right may be what was taken for it. */
const saidUnknown = (knowledge: Knowledge, { topic, unsure }: State): boolean =>
  unsure?.offered.length === 0 && knowledge.cards.get(topic.card ?? '')?.known === false;

/** It says enough by itself, is written so on a card, is surely talk, or names what it is about and surely means one card. */
function asksAnew(knowledge: Knowledge, text: string): boolean {
  const named = namedIn(knowledge, text);
  if (!leansOnTalk(named) || knowledge.search.written(text)) return true;
  const { kind } = bandOf(knowledge, knowledge.search.rank(text));
  return (kind === 'cue' && !asksOfLast(named, text)) || (kind === 'card' && namesSubject(named));
}

const formTold = ({ told }: State): Form | undefined => (told.form === 'unsure' ? undefined : told.form);

/** One or two syllables ("hỗ trợ") that no card is asked by: what they mean is the person's to say. */
function isBare(knowledge: Knowledge, text: string, band: Band): boolean {
  const said = plainWords(text);
  if (band.kind === 'cue' || band.kind === 'unsure') return false;
  if (syllables(text).length > 2 || formIn(text, knowledge.words)) return false;
  if (band.kind === 'close') return true;
  return ![band.card.title, ...band.card.asks].some((a) => plainWords(a) === said);
}

function widened(knowledge: Knowledge, hits: readonly { id: string }[]): Band | undefined {
  const cards = hits.flatMap((h) => knowledge.cards.get(h.id) ?? []).filter((c) => c.known !== false);
  return cards.length > 0 ? { kind: 'close', cards: cards.slice(0, 4) } : undefined;
}

/** "Báo ai", with nothing before it that it could lean on, is no small talk: what it is about has still to be said. */
function halfAsked(knowledge: Knowledge, text: string, band: Band, last: Card | undefined): Band {
  if (last || band.kind !== 'cue') return band;
  const named = namedIn(knowledge, text);
  return named.leans === 1 && asksOfLast(named, text) ? { kind: 'unsure', nearest: [] } : band;
}

/** Of several near cards the last answer is the likeliest, and it tells what is asked: it is about that. */
const staying = (band: Band, last: Card | undefined): Band =>
  last && band.kind === 'close' && band.cards[0] === last
    ? { kind: 'likely', card: last, others: band.cards.slice(1, 3) }
    : band;
