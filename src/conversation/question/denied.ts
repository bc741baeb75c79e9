// Behind an answer, "ai hỏi vay, hỏi cái máy cơ": that answer is no longer what the talk is about, and what is left is asked by itself.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Card } from '../../knowledge/schema.ts';
import { say } from '../../knowledge/wording.ts';
import { plainWords, syllables } from '../../language/fold.ts';
import { type Context, type Draft, line, reply } from '../context.ts';
import { laterChoices } from '../replies/choices.ts';
import { type State, type Topic, type Unsure, unsureAbout } from '../state.ts';
import { bandOf } from '../understand/bands.ts';
import { denialIn } from '../understand/follow-up/denial.ts';
import { leansOnTalk, namedIn } from '../understand/named.ts';
import { writtenOut } from '../understand/phrasing/shorthand.ts';

/** `context`: the talk without what was denied. `rest`: what is asked, empty where nothing is. */
export type Denied = { context: Context; rest: string; leans: boolean };

/** Undefined where no answer stands before, or nothing of it is denied. */
export function deniedBehind(context: Context, message: string): Denied | undefined {
  const { state, world } = context;
  const said = saidBefore(context);
  const denial = said.length > 0 ? denialIn(message) : undefined;
  if (!denial) return undefined;
  const what = writtenOut(world.knowledge, denial.denied);
  if (denial.plain && !(denial.deed && denial.rest !== '') && !speaksOf(said, what)) return undefined;
  const band = bandOf(world.knowledge, world.knowledge.search.rank(denial.denied));
  const meant = [
    ...(band.kind === 'card' ? [band.card.id] : []),
    ...(denial.deed ? titlesWith(world.knowledge, what) : []),
  ];
  const anew = denial.all ? asked(world.knowledge, denial.rest) : undefined;
  const last = denial.all
    ? said.map((c) => c.id).filter((id) => id !== anew)
    : state.topic.card && !isOffering(state)
      ? [state.topic.card]
      : [];
  const leaning =
    anew === undefined && denial.rest !== '' && leansOnTalk(namedIn(world.knowledge, denial.rest));
  const { card: _, aspect: __, before, ...bare } = state.topic;
  const about = leaning && !denial.all ? topicOf(world.knowledge, before, [...last, ...meant]) : {};
  const leans = leaning && about.card === undefined;
  const open = unsureAbout(state.unsure?.question ?? '', state.unsure);
  const unsure: Unsure = {
    ...open,
    offered: state.unsure?.offered ?? [],
    refused: [...new Set([...open.refused, ...last, ...meant])],
  };
  const next: State = leans ? state : { ...state, topic: { ...bare, ...about }, unsure };
  return { context: { ...context, state: next }, rest: denial.rest, leans };
}

/** The answer before the one that was denied; nothing where that was denied too. */
function topicOf(knowledge: Knowledge, before: string | undefined, denied: readonly string[]): Topic {
  const card = before && !denied.includes(before) ? knowledge.cards.get(before) : undefined;
  return card ? { card: card.id, aspect: card.aspect } : {};
}

/** What the rest surely asks is answered although its title was not taken for that: "không phải câu nào, tôi hỏi …". */
function asked(knowledge: Knowledge, rest: string): string | undefined {
  const band = rest === '' ? undefined : bandOf(knowledge, knowledge.search.rank(rest));
  return band?.kind === 'card' ? band.card.id : undefined;
}

/** The cards that were answered or offered last. */
function saidBefore({ state, world }: Context): Card[] {
  const ids = isOffering(state) ? (state.unsure?.offered ?? []) : [state.topic.card ?? ''];
  return ids.flatMap((id) => world.knowledge.cards.get(id) ?? []);
}
const isOffering = ({ unsure }: State): boolean =>
  unsure !== undefined && !unsure.answered && unsure.offered.length > 0;

/** "Bác không vay" puts aside whatever has that in its title. */
function titlesWith({ cards }: Knowledge, denied: string): string[] {
  const words = ` ${plainWords(denied)} `;
  return [...cards.values()]
    .filter(({ title }) => ` ${plainWords(title)} `.includes(words))
    .map(({ id }) => id);
}

/** One of the words denied stands in a title or a first sentence. */
function speaksOf(cards: readonly Card[], denied: string): boolean {
  const words = new Set(cards.flatMap((c) => syllables(`${c.title} ${c.answer}`)));
  return syllables(denied).some((w) => w.length > 1 && words.has(w));
}

/** Nothing but that it was not meant: sorry, and what to do now. */
export function onlyDenied({ state, world }: Context): Draft {
  const { knowledge } = world;
  return {
    state,
    replies: [reply([line(say(knowledge.wording, 'misheard'))], laterChoices(knowledge))],
    outcome: 'no_answer',
  };
}
