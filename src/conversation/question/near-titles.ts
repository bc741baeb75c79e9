// What else is near, where a correction or "none of these" leaves nothing sure: its titles, each with a line, before anyone is left with nothing but a person.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Card } from '../../knowledge/schema/card.ts';
import { say } from '../../knowledge/wording.ts';
import { maskNumbers } from '../../language/phones.ts';
import { type Context, type Draft, line, reply } from '../context.ts';
import { cardChoice, staffChoice } from '../replies/choices.ts';
import { unsureAbout } from '../state/unsure.ts';
import { behind } from '../state.ts';
import { rankInTopic } from '../understand/follow-up/index.ts';
import { leansOnTalk, namedIn } from '../understand/named.ts';
import { onDay } from './asked-day.ts';
import { gistsOf, withGap } from './unsure.ts';

/** `texts`: what was asked, as it may be read. Undefined where nothing is near, or what was near was refused too often. */
export function offerNear(
  context: Context,
  message: string,
  texts: readonly string[],
  day: string,
): Draft | undefined {
  const { state, world } = context;
  const { knowledge } = world;
  const failures = state.unsure?.failures ?? 0;
  const cards = failures > mostFailures ? [] : nearTo(context, texts);
  if (cards.length === 0) return undefined;
  const offered = cards.map((c) => c.id);
  const question = maskNumbers(message);
  const draft: Draft = {
    state: {
      ...state,
      topic: onDay(state.topic, day, world.today),
      unsure: { ...unsureAbout(question, state.unsure), failures: failures + 1, offered },
    },
    replies: [
      reply(
        [
          line(say(knowledge.wording, 'choose_near')),
          ...gistsOf(context, cards, texts.at(0) ?? message, day),
        ],
        [
          ...cards.map(cardChoice),
          { id: 'no:these', label: say(knowledge.wording, 'label_none') },
          staffChoice(knowledge),
        ],
      ),
    ],
    outcome: 'choose',
    cards: offered,
  };
  return withGap(context, draft, message, offered);
}
const mostFailures = 2;

/** The likeliest cards of all readings that were not refused; what says enough by itself is not read behind an earlier matter. */
function nearTo({ state, world: { knowledge } }: Context, texts: readonly string[]): Card[] {
  const refused = state.unsure?.refused ?? [];
  const best = new Map<string, number>();
  for (const text of texts)
    for (const hits of [
      knowledge.search.rank(text, 40),
      ...(leansOnTalk(namedIn(knowledge, text))
        ? [rankInTopic(knowledge, text, behind(state), refused)]
        : []),
    ])
      for (const { id, score } of hits)
        if (isNear(knowledge, id, text, score)) best.set(id, Math.max(score, best.get(id) ?? 0));
  return [...best]
    .filter(([id]) => !refused.includes(id))
    .sort((a, b) => b[1] - a[1])
    .flatMap(([id]) => knowledge.cards.get(id) ?? [])
    .slice(0, most);
}
const most = 3;

/** Less likely where its title names what is asked: what was refused had taken nearly all of the likelihood. */
function isNear(knowledge: Knowledge, id: string, text: string, score: number): boolean {
  if (score >= likely) return true;
  if (score < least) return false;
  const own = new Set(namedIn(knowledge, text).own);
  const title = knowledge.cards.get(id)?.title ?? '';
  return namedIn(knowledge, title).own.filter((word) => own.has(word)).length >= shared;
}
const likely = 0.1;
const least = 0.01;
const shared = 2;
