// "Bị lũ chứ không phải trồng mới": a line of the answer was not meant, and the answer stays what the talk is about.
import { linesOf } from '../../../knowledge/said.ts';
import { isAsking } from '../../../language/asking.ts';
import type { Context } from '../../context.ts';
import type { Denial } from '../../understand/follow-up/denial/index.ts';
import { speaksOfWords } from '../../understand/line-asked/put-aside.ts';
import { leansOnTalk, namedIn } from '../../understand/named.ts';
import { type Denied, withoutTopic } from './denied.ts';
import { earlierQuestions } from './earlier.ts';
import { surelyAsked } from './reading.ts';
import { refusedBy, sharesWord } from './refused-cards.ts';
import { isOffering } from './said-before.ts';

/** Not what the answer is about, but a line of it that was said: the answer stays what the talk is about, unless what is said instead surely means another. */
export function lineDenied(context: Context, denial: Denial): Denied | undefined {
  const { state, world } = context;
  const { rest } = denial;
  const card = world.knowledge.cards.get(state.shown?.card ?? '');
  if (!card || isOffering(state) || card.id !== state.topic.card) return undefined;
  const lines = linesOf(card).filter((_, at) => state.shown?.lines.includes(at));
  if (!denial.typed.some((typed) => lines.some((said) => speaksOfWords(said, typed)))) return undefined;
  if (rest === '') {
    const again = earlierQuestions(state, denial)[0] ?? '';
    return { context, rest: again, leans: false, again: again !== '' };
  }
  const refused = refusedBy(world.knowledge, [], denial).filter((id) => id !== card.id);
  const leans = leansOnTalk(namedIn(world.knowledge, rest));
  const sure = leans ? undefined : surelyAsked(context, rest);
  const other =
    sure === card.id || refused.includes(sure ?? '') ? undefined : world.knowledge.cards.get(sure ?? '');
  const without = withoutTopic(context, denial, refused, other?.id);
  const denies = other && denial.typed.some((typed) => speaksOfWords(other.title, typed));
  if (other && !denies && sharesWord(other, rest)) return { context: without, rest, leans: false };
  if (!asksOrIsMeant(denial)) return undefined;
  const onCard = { ...without, state: { ...without.state, topic: state.topic } };
  return { context: onCard, rest, leans: false, ...(leans || other ? { stays: card.id } : {}) };
}

const asksOrIsMeant = ({ asked, rest }: Denial): boolean => asked !== '' || isAsking(rest);
