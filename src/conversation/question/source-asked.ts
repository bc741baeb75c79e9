// Behind an answer, where it came from and whether that is in force: its clauses with their words, or what the register knows of its texts.
import { type Answer, answerWith } from '../../knowledge/answer.ts';
import { type Citation, sayCitations, sayStanding } from '../../knowledge/citations.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Document } from '../../knowledge/schema/document.ts';
import { type Standing, standingOf } from '../../knowledge/validity.ts';
import { say } from '../../knowledge/wording.ts';
import { sayDate } from '../../language/dates.ts';
import { fold } from '../../language/fold.ts';
import { type Context, type Draft, line, reply } from '../context.ts';
import type { Block } from '../message.ts';
import { answerReply, outcomeOf, quoteReply } from '../replies/answer.ts';
import { staffChoice, wholeChoice } from '../replies/choices.ts';
import { linesInstead } from '../replies/detail.ts';
import { asksAfterAnswer } from '../understand/follow-up/source-asked.ts';
import { namedIn } from '../understand/named.ts';
import { dayOfTalk } from './asked-day.ts';

export function sourceAsked(context: Context, text: string): Draft | undefined {
  const { state, world } = context;
  const { knowledge } = world;
  const answer = state.topic.card && answerWith(knowledge, state.topic.card, dayOfTalk(context));
  if (!answer) return undefined;
  const named = namedIn(knowledge, answer.card.title).documents;
  const texts = new Set([...answer.citations.map((c) => c.document.id), ...named]);
  const asks = asksAfterAnswer(knowledge, answer.card, texts, text);
  if (!asks || (asks === 'term' && named.length === 0)) return undefined;
  const blocks = asks === 'source' ? sourcesOf(context, answer, text) : forceOf(context, answer, text);
  if (!blocks) return undefined;
  const choices = [wholeChoice(knowledge, answer.card), staffChoice(knowledge)];
  return { state, replies: [reply(blocks, choices)], outcome: outcomeOf(answer), cards: [answer.card.id] };
}

/** The clauses by name, and the words of those that hold the figure asked after, or of the first few. */
function sourcesOf({ world }: Context, answer: Answer, text: string): Block[] {
  const { knowledge, today } = world;
  const { citations } = answer;
  if (citations.length === 0) return [line(say(knowledge.wording, 'source_none'))];
  const figures = fold(text).match(/\d+/g) ?? [];
  const holding = citations.filter((c) => figures.length > 0 && figures.every((f) => holds(c, f)));
  const shown = (holding.length > 0 ? holding : citations).slice(0, mostShown);
  const list = sayCitations(holding.length > 0 ? holding : citations).join('; ');
  const words = quoteReply(knowledge, shown, answer.day, today)?.blocks ?? [];
  return [{ kind: 'strong', text: say(knowledge.wording, 'source_of', { list }) }, ...words];
}
const mostShown = 3;

const holds = ({ provision }: Citation, figure: string): boolean =>
  new RegExp(`(?<!\\d)0?${figure}(?!\\d)`).test(provision.words.replace(/(?<=\d)[.](?=\d{3})/g, ''));

/** Of each text it stands on, or that is named, since when and until when it holds; the answer's own warnings stay before that. */
function forceOf({ world }: Context, answer: Answer, text: string): Block[] | undefined {
  const { knowledge, today } = world;
  const named = namedIn(knowledge, text).documents.flatMap((id) => knowledge.documents.get(id) ?? []);
  const texts =
    named.length > 0
      ? named.map((document) => ({ document, standing: standingOf({}, document, answer.day) }))
      : answer.citations;
  const said = new Set(texts.map((t) => sayForce(knowledge, t.document, t.standing)));
  if (said.size === 0) return undefined;
  return linesInstead(
    answerReply(knowledge, answer, today),
    [...said].map((t): Block => ({ kind: 'strong', text: t })),
  );
}

function sayForce(knowledge: Knowledge, document: Document, standing: Standing): string {
  const w = knowledge.wording;
  const values = { document: document.short };
  switch (standing.validity) {
    case 'ended':
      return say(w, 'force_over', { ...values, standing: sayStanding(standing) });
    case 'not_yet':
      return say(w, 'force_later', { ...values, standing: sayStanding(standing) });
    case 'in_force':
      if (standing.period) return say(w, 'force_period', { ...values, period: standing.period });
      return standing.from
        ? say(w, 'force_from', { ...values, from: sayDate(standing.from) })
        : say(w, 'force_unknown', values);
    case 'unknown':
      return say(w, 'force_unknown', values);
  }
}
