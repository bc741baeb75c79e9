// "Cho xin nguyên văn", "nguyên văn điều 18": the clauses of the last answer, or the article that is named, and no other in its place.
import { answerWith } from '../../knowledge/answer.ts';
import { citationsOf } from '../../knowledge/citations.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Provision } from '../../knowledge/schema.ts';
import { say } from '../../knowledge/wording.ts';
import { asksForWords } from '../../language/asking.ts';
import { fold, syllables } from '../../language/fold.ts';
import { type Context, type Draft, line, reply } from '../context.ts';
import { quoteReply } from '../replies/answer.ts';
import { laterChoices } from '../replies/choices.ts';
import { namedIn } from '../understand/named.ts';
import { dayOfTalk } from './asked-day.ts';
import { quoted } from './tapped.ts';
import { withGap } from './unsure.ts';

/** Undefined where no very words are asked for, or a whole text is. */
export function articleAsked(context: Context, message: string): Draft | undefined {
  const { state, world } = context;
  const text = message.split(/[.!?\n]+(?=\s|$)/u).find(asksForWords);
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
  return shown
    ? { state, replies: [shown], outcome: 'answered', cards: [] }
    : unknownArticle(context, text, article);
}
const longest = 14;

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

const namesText = (knowledge: Knowledge, text: string): boolean =>
  namedIn(knowledge, text).documents.length > 0 || law.test(fold(text));
const law = /\bluat\b/;

/** The texts named; those that the last answer stands on; where there is none, or "luật" is said, every law here. */
function textsMeant({ state, world: { knowledge, today } }: Context, text: string): ReadonlySet<string> {
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
