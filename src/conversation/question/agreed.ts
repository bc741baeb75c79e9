// A yes to a list of titles: the one that is named, or the first with the others beside it.
import { isAsking } from '../../language/asking.ts';
import type { Context, Draft } from '../context.ts';
import { saysThatOne, titleAskedFor, titleNamed } from '../understand/choice.ts';
import { writtenOut } from '../understand/phrasing/shorthand.ts';
import { tellsOf } from '../understand/told/index.ts';
import { answerCard, answerLikely } from './answer-card.ts';
import { dayOfTalk } from './asked-day.ts';

/** To a list of titles: the one that is named, or with "ừ đúng câu đó" the first, said to be taken so, with the others beside. */
export function agreedTo(context: Context, message: string): Draft | undefined {
  const { state, world } = context;
  const { unsure } = state;
  if (!unsure || unsure.answered || unsure.offered.length < 2) return undefined;
  const titles = unsure.offered.flatMap((id) => world.knowledge.cards.get(id) ?? []);
  const written = writtenOut(world.knowledge, message);
  const named =
    (isAsking(message) ? undefined : titleNamed(written, titles)) ?? titleAskedFor(written, titles);
  if (named) return answerCard(telling(context, message), named.id, dayOfTalk(context));
  const [card, ...others] = titles;
  return card && saysThatOne(message)
    ? answerLikely(context, unsure.question, { card, others }, dayOfTalk(context))
    : undefined;
}

/** What it tells of the person is remembered. */
const telling = ({ state, ...context }: Context, message: string): Context => ({
  ...context,
  state: { ...state, told: tellsOf(message, context.world.knowledge, state.told) },
});
