// Follow-ups without a language model: a short message is read with what the last answer was about, every sign weighed by what it was worth in talks of people.
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { Card } from '../../../knowledge/schema/card.ts';
import type { Form } from '../../../knowledge/schema/form.ts';
import { oddsFrom } from '../../../knowledge/search/odds.ts';
import { cueOf } from '../../../knowledge/search.ts';
import { tellsAge } from '../../../language/ages.ts';
import { isAsking, isCourtesy } from '../../../language/asking.ts';
import type { Behind } from '../../state.ts';
import { bandOf, type Ranked } from '../bands.ts';
import { leansOnTalk, type Named, namedIn, namesSubject } from '../named.ts';
import { isAmountAgain } from './amount-again.ts';
import { type Candidate, candidatesOf, noneOfAll, sayForm, spoken } from './candidates.ts';
import { pointsAtFigure } from './figure-pointed.ts';
import { behindTold } from './of-other.ts';
import { cardOfOtherForm } from './other-form.ts';
import { worthOf } from './worth.ts';

/** Words up to which a message is as short as can be, from which it is a sentence of its own, and from which it is a story that the talk before says nothing about. */
const length = { brief: 4, sentence: 14, story: 22 };

/** Hits for a message, read with the topic of the talk as far as the message is short, and with what was told. `denied`: cards that were said not to be meant, which take no share of the odds. */
export const rankInTopic = (
  knowledge: Knowledge,
  message: string,
  topic: Behind,
  denied: readonly string[] = [],
): Ranked[] => behindTold(knowledge, message, topic.subjects, rankBehind(knowledge, message, topic, denied));

function rankBehind(
  knowledge: Knowledge,
  message: string,
  topic: Behind,
  denied: readonly string[],
): Ranked[] {
  const last = topic.card ? knowledge.cards.get(topic.card) : undefined;
  const named = namedIn(knowledge, message);
  if (!last) return inFormTold(knowledge, message, named, topic.form);
  // How old somebody is asks whether they may join, whatever was spoken of.
  if (tellsAge(message)) return knowledge.search.rank(message);
  if (named.documents.length === 0 && pointsAtFigure(last, message)) return [{ id: last.id, score: 1 }];
  if (named.length > length.story) return knowledge.search.rank(message);
  const whole = namesSubject(named) || !leansOnTalk(named);
  if (whole && knowledge.search.written(message)) return knowledge.search.rank(message);
  if (asksOfOther(last, named) || saysItAll(named)) {
    const alone = knowledge.search.rank(message);
    if (bandOf(knowledge, alone).kind === 'card') return alone;
  }
  const same = isAmountAgain(last, message) ? last : cardOfOtherForm(knowledge, last, named);
  if (same) return [{ id: same.id, score: 1 }];
  const candidates = candidatesOf(knowledge, message, named, last, topic).filter(
    (c) => !denied.includes(c.id),
  );
  const ofLast = asksOfLast(named, message);
  return oddsOf(candidates, shortness(named.length))
    .map((odds, i) => ({ id: candidates[i]?.id ?? noneOfAll, score: Math.sqrt(odds) }))
    .filter((h) => h.id !== noneOfAll && !(ofLast && cueOf(knowledge, h.id)))
    .sort((a, b) => b.score - a.score);
}

/** Another organisation than the last answer's, and what is asked of it. */
const asksOfOther = (last: Card, { form, aspects }: Named): boolean =>
  form !== undefined && last.forms.length === 1 && last.forms[0] !== form && aspects.length > 0;

/** It names an organisation or a text and what is asked of it, and points at nothing that was said. */
const saysItAll = (named: Named): boolean => namesSubject(named) && named.aspects.length > 0 && !named.points;

/** Nothing is answered yet, but the form was told: it is meant by what leans, and decides between near cards. */
function inFormTold(knowledge: Knowledge, message: string, named: Named, form: Form | undefined): Ranked[] {
  const alone = knowledge.search.rank(message);
  if (!form || named.form) return alone;
  if (leansOnTalk(named)) return knowledge.search.rank(spoken(named, form));
  return isAsking(message) && bandOf(knowledge, alone).kind === 'close'
    ? knowledge.search.rank(`${message} ${sayForm[form]}`)
    : alone;
}

/** "Ai cho", "rồi sao nữa", "bước đầu là gì": so short a question is about the last answer or nothing; cues in their very words came before this. */
export const asksOfLast = (named: Named, message: string): boolean =>
  named.length <= 6 &&
  named.leans >= 0.5 &&
  !namesSubject(named) &&
  isAsking(message) &&
  !isCourtesy(message);

/** 1 for a few words, 0 for a sentence. */
export const shortness = (words: number): number =>
  Math.min(1, Math.max(0, (length.sentence - words) / (length.sentence - length.brief)));

/** How likely each candidate is what the message means; together 1. */
const oddsOf = (candidates: readonly Candidate[], short: number): number[] =>
  oddsFrom(candidates.map(({ signs }) => doubt * worthOf(signs, short)));

/**
 * The signs are learned from talks about cards whose ways of asking were mended with those very talks. On cards set
 * aside they are wrong and sure more often, so their sums are believed by this share.
 */
const doubt = 0.85;
