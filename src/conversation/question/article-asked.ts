// "Cho xin nguyên văn", "điều 18 luật htx nói gì": the clauses of the last answer, or the article that is named, and no other in its place.
import { answerWith } from '../../knowledge/answer.ts';
import { citationsOf } from '../../knowledge/citations.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Card } from '../../knowledge/schema/card.ts';
import type { Provision } from '../../knowledge/schema/provision.ts';
import { say } from '../../knowledge/wording.ts';
import { asksForWords } from '../../language/asking.ts';
import { fold, plainWords, syllables } from '../../language/fold.ts';
import { type Context, type Draft, line, reply } from '../context.ts';
import { quoteReply } from '../replies/answer.ts';
import { cardChoice, laterChoices, staffChoice } from '../replies/choices.ts';
import { namedIn } from '../understand/named.ts';
import { dayOfTalk } from './asked-day.ts';
import { quoted } from './tapped.ts';
import { withGap } from './unsure.ts';

/** Undefined where neither very words nor what an article says are asked for, or a whole text is. */
export function articleAsked(context: Context, message: string): Draft | undefined {
  const { state, world } = context;
  const sentences = message.split(/[.!?\n]+(?=\s|$)/u);
  const text = sentences.find(asksForWords) ?? sentences.find((s) => asksWhatItSays(world.knowledge, s));
  if (state.flow || !text || syllables(text).length > longest) return undefined;
  const article = articleIn(text);
  const besides = text.replace(numbered, ' ');
  if (!article)
    return state.topic.card && !namesText(world.knowledge, besides)
      ? quoted(context, state.topic.card)
      : undefined;
  const texts = textsMeant(context, besides);
  const day = dayOfTalk(context);
  const ids = [...world.knowledge.provisions.values()]
    .filter((p) => texts.has(p.document) && isOf(p, article))
    .map((p) => p.id);
  const shown = quoteReply(world.knowledge, citationsOf(world.knowledge, ids, day), day, world.today);
  const choices = [...cardsOn(world.knowledge, ids).map(cardChoice), staffChoice(world.knowledge)];
  return shown
    ? { state, replies: [{ ...shown, choices }], outcome: 'answered', cards: [] }
    : unknownArticle(context, text, article);
}
const longest = 14;

/** "Điều 62 luật htx nói gì": an article of a text that is named, and what it says. */
function asksWhatItSays(knowledge: Knowledge, text: string): boolean {
  const said = ` ${plainWords(text)} `;
  const asks = knowledge.words.asks_source.of_text.some((w) => said.includes(` ${plainWords(w)} `));
  return asks && articleIn(text) !== undefined && namesText(knowledge, text.replace(numbered, ' '));
}

/** The cards whose answer stands on these clauses, those that stand on little besides first. */
function cardsOn(knowledge: Knowledge, ids: readonly string[]): Card[] {
  const on = [...knowledge.cards.values()].filter((c) => c.cites.some((id) => ids.includes(id)));
  const besides = (c: Card): number => c.cites.filter((id) => !ids.includes(id)).length;
  return on.sort((a, b) => besides(a) - besides(b)).slice(0, mostCards);
}
const mostCards = 3;

/** The number of an article is none of a text. */
const numbered = /(?:điều|dieu|khoản|khoan)\s+\d+/giu;

type Article = { dieu: string; khoan?: string };

function articleIn(text: string): Article | undefined {
  const folded = fold(text);
  const dieu = /\bdieu (\d{1,3})\b/.exec(folded)?.[1];
  const khoan = /\bkhoan (\d{1,2})\b/.exec(folded)?.[1];
  return dieu ? { dieu, ...(khoan ? { khoan } : {}) } : undefined;
}

const isOf = (p: Provision, { dieu, khoan }: Article): boolean =>
  p.dieu === dieu && (khoan === undefined || p.khoan === undefined || p.khoan === khoan);

export const namesText = (knowledge: Knowledge, text: string): boolean =>
  namedIn(knowledge, text).documents.length > 0 || law.test(fold(text));
const law = /\bluat\b/;

/** The texts named; those that the last answer stands on; where there is none, or "luật" is said, every law here. */
export function textsMeant(
  { state, world: { knowledge, today } }: Context,
  text: string,
): ReadonlySet<string> {
  const { documents } = namedIn(knowledge, text);
  if (documents.length > 0) return new Set(documents);
  const last = answerWith(knowledge, state.topic.card ?? '', state.topic.asOf ?? today);
  if (last && !law.test(fold(text))) return new Set(last.citations.map((c) => c.document.id));
  const laws = [...knowledge.documents.values()].filter((d) => d.short.startsWith('Luật'));
  return new Set(laws.map((d) => d.id));
}

function unknownArticle(context: Context, text: string, { dieu, khoan }: Article): Draft {
  const { knowledge } = context.world;
  const article = khoan ? `Điều ${dieu} khoản ${khoan}` : `Điều ${dieu}`;
  const said = line(say(knowledge.wording, 'unknown_article', { article }));
  const draft: Draft = {
    state: context.state,
    replies: [reply([said], laterChoices(knowledge))],
    outcome: 'no_answer',
  };
  return withGap(context, draft, text, []);
}
