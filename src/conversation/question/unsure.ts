// What is said when no answer is sure: a few titles to choose from, or honestly none, a person and the question kept as a gap.
import { answerWith } from '../../knowledge/answer.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { linesOf } from '../../knowledge/said.ts';
import type { Card } from '../../knowledge/schema/card.ts';
import { say } from '../../knowledge/wording.ts';
import { isAsking } from '../../language/asking.ts';
import { maskNumbers } from '../../language/phones.ts';
import { type Context, type Draft, line, reply } from '../context.ts';
import type { Reply } from '../message.ts';
import { answerReply, gistBlock, relatedCards } from '../replies/answer.ts';
import { cardChoice, laterChoices, staffChoice } from '../replies/choices.ts';
import { linesInstead } from '../replies/detail.ts';
import { withMark } from '../replies/standing.ts';
import { type Unsure, unsureAbout } from '../state/unsure.ts';
import type { State } from '../state.ts';
import { linesAsked } from '../understand/line-asked/index.ts';
import { isAboutLoss, lossKept } from '../understand/loss/kept.ts';
import { namedIn, namesSubject } from '../understand/named.ts';
import { dayForCard, onDay } from './asked-day.ts';
import { linesPutAside } from './denied/put-aside.ts';

/** What only tells, where the last answer says nothing about it, gets that answer's own related titles and a person. A rephrase that leads to the same titles is told so, with a person to see; what is tapped next is answered for the day asked. */
export function offer(context: Context, message: string, cards: readonly Card[], day: string): Draft {
  const w = context.world.knowledge.wording;
  const before = context.state.unsure;
  const last = cards.find((c) => c.id === context.state.topic.card && c === cards[0]);
  const tells = last !== undefined && onlySays(context.world.knowledge, message);
  const shown = tells ? [last, ...relatedCards(context.world.knowledge, last)] : cards;
  const offered = shown.map((c) => c.id);
  const again = before?.answered !== true && before?.offered.includes(offered[0] ?? '') === true;
  const failures = (before?.failures ?? 0) + (again ? 1 : 0);
  const saidBefore = again ? before.offered.slice(0, nearest) : [];
  const gists = tells
    ? []
    : gistsOf(
        context,
        shown.filter((c) => !saidBefore.includes(c.id)),
        message,
        day,
      );
  const blocks: Reply['blocks'] = last
    ? [...beyondLast(context, last, message, tells, day), ...gists]
    : cards.length === 1 && !again
      ? [line(say(w, 'choose_one')), ...gists]
      : [
          line(say(w, again ? 'choose_again' : gists.length > 1 ? 'choose_said_some' : 'choose')),
          ...gists,
          ...(again
            ? []
            : [{ kind: 'note' as const, text: say(w, gists.length > 1 ? 'choose_whole' : 'choose_hint') }]),
        ];
  const choices = [
    ...shown.map((c) => (c === last ? { ...cardChoice(c), label: say(w, 'label_whole') } : cardChoice(c))),
    { id: 'no:these', label: say(w, 'label_none') },
    ...(again || last ? [staffChoice(context.world.knowledge)] : []),
  ];
  const unsure: Unsure = { ...unsureAbout(maskNumbers(message), before), failures, offered };
  return {
    state: {
      ...context.state,
      topic: onDay(context.state.topic, day, context.world.today),
      unsure,
      ...lossOf(context, cards),
    },
    replies: [reply(blocks, choices)],
    outcome: 'choose',
    cards: offered,
  };
}

/** What was lost is kept for the answer with the rates, if that is the one chosen, or where its crop is named. */
function lossOf(
  { state, heard, world: { knowledge } }: Context,
  cards: readonly Card[],
): Pick<State, 'loss'> {
  const [first] = cards;
  if (!first || heard.kind !== 'text') return {};
  const about =
    first.rates.length > 0
      ? first
      : (cards.find((c) => isAboutLoss(knowledge, c) && c.rates.length === 0) ?? first);
  const loss = lossKept(knowledge, state.loss, about, heard.text);
  return loss ? { loss } : {};
}

/** The line of the last answer that is nearest to what is asked, with that answer's warnings and sources; or that it says no more. */
function beyondLast(
  context: Context,
  last: Card,
  message: string,
  tells: boolean,
  day: string,
): Reply['blocks'] {
  const { knowledge, today } = context.world;
  const w = knowledge.wording;
  const answer = answerWith(knowledge, last.id, day);
  const asked = linesAsked(knowledge, last, message, undefined, linesPutAside(context, last));
  const told = !tells && answer?.card === last && asked.sure;
  const said = told ? linesOf(answer)[asked.one] : undefined;
  if (!said || !answer)
    return [line(say(w, tells ? 'heard_beyond' : 'choose_beyond', { title: last.title }))];
  const values = { title: last.title, line: withMark(answer, said) };
  return linesInstead(answerReply(knowledge, answer, today), [line(say(w, 'choose_said', values))]);
}

/** What the nearest titles say to it in a sentence, so that whoever meant one of them need not ask again: the line that is surely asked for, else the first; of the talk's last answer only such a line. */
export function gistsOf(
  context: Context,
  cards: readonly Card[],
  message: string,
  day: string,
): Reply['blocks'] {
  const { state, world } = context;
  const { knowledge, today } = world;
  const gist = (card: Card): Reply['blocks'][number] | undefined => {
    const isLast = card.id === state.topic.card;
    const aside = linesPutAside(context, card);
    const asked =
      isLast || card.known !== false ? linesAsked(knowledge, card, message, undefined, aside) : undefined;
    if (isLast && !asked?.sure) return undefined;
    const said = asked?.sure ? asked.one : undefined;
    return gistBlock(knowledge, card.id, dayForCard({ state, world }, card, day), today, said);
  };
  const shown = cards.filter((c) => c.id !== state.topic.card || c !== cards[0]).slice(0, nearest);
  return shown.flatMap((c) => gist(c) ?? []).slice(0, mostGists);
}
const nearest = 3;
const mostGists = 3;

/** "1 mẫu", "bực quá": nothing is asked, nor is anything named that could be. */
function onlySays(knowledge: Knowledge, message: string): boolean {
  const named = namedIn(knowledge, message);
  return !isAsking(message) && named.aspects.length === 0 && !namesSubject(named);
}

/** First time: ask to say it another way. After that: a person. Each time the question is kept as a gap. */
export function unsure(context: Context, message: string, nearest: readonly string[]): Draft {
  const { state, world } = context;
  const w = world.knowledge.wording;
  const failures = (state.unsure?.failures ?? 0) + 1;
  const text: Reply['blocks'] =
    failures === 1
      ? [line(say(w, 'no_answer')), line(say(w, 'rephrase'))]
      : [line(say(w, 'no_answer_again'))];
  const draft: Draft = {
    state: { ...state, unsure: { ...unsureAbout(maskNumbers(message), state.unsure), failures } },
    replies: [reply(text, laterChoices(world.knowledge))],
    outcome: 'no_answer',
  };
  return withGap(context, draft, message, nearest);
}

/** A legal text that is not in the register: said to be unknown, and kept for staff. */
export function unknownDocument(context: Context, message: string, text: string): Draft {
  const { state, world } = context;
  const { wording } = world.knowledge;
  const draft: Draft = {
    state: { ...state, unsure: undefined },
    replies: [reply([line(say(wording, 'unknown_text', { text }))], laterChoices(world.knowledge))],
    outcome: 'no_answer',
  };
  return withGap(context, draft, message, []);
}

export function withGap(context: Context, draft: Draft, message: string, nearest: readonly string[]): Draft {
  const id = context.world.newId();
  const question = maskNumbers(message);
  const before = draft.state.unsure ?? { ...unsureAbout(question), failures: 1 };
  return {
    ...draft,
    state: { ...draft.state, unsure: { ...before, question, gapId: id } },
    happened: [
      { kind: 'gap', id, question, nearest: [...nearest], wantsReply: false, reason: draft.outcome },
    ],
  };
}
