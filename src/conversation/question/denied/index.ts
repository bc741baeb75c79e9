// Behind an answer, "ai hỏi vay, hỏi cái máy cơ": that answer is no longer what the talk is about, and what is left is asked by itself.
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { Card } from '../../../knowledge/schema/card.ts';
import { isAsking } from '../../../language/asking.ts';
import { fold, plainWords, syllables } from '../../../language/fold.ts';
import type { Context } from '../../context.ts';
import type { Topic } from '../../state.ts';
import { type Denial, denialIn } from '../../understand/follow-up/denial/index.ts';
import { leansOnTalk, namedIn } from '../../understand/named.ts';
import { complaintIn } from '../../understand/phrasing/complaint.ts';
import { type Denied, withoutTopic } from './denied.ts';
import { earlierQuestions, withEarlier } from './earlier.ts';
import { lineDenied } from './line-denied.ts';
import { ofOtherForm } from './other-form.ts';
import { correcting } from './put-aside.ts';
import { asksByItself, leadsOn, reading, surelyAsked } from './reading.ts';
import { refusedBy, speaksOf } from './refused-cards.ts';
import { isOffering, saidBefore } from './said-before.ts';

/** Undefined where nothing is denied that was answered or offered, nor said with what is asked instead. */
export function deniedBehind(context: Context, message: string): Denied | undefined {
  const denial = narrowed(context, denialIn(message));
  const denied = denial && behindDenial(context, denial, message);
  return (
    denied && { ...denied, context: { ...denied.context, corrects: correcting(context.state, denial.typed) } }
  );
}

function behindDenial(context: Context, denial: Denial, message: string): Denied | undefined {
  const { state, world } = context;
  const { knowledge } = world;
  const said = saidBefore(context);
  if (said.length === 0) return unanswered(context, denial);
  const spoken = speaksOf(knowledge, said, denial);
  if (denial.plain && !(denial.deed && denial.rest !== '') && !spoken)
    return lineDenied(context, denial) ?? leftOut(context, denial, message);
  const other = ofOtherForm(context, said, denial);
  if (other) return other;
  const meant = refusedBy(knowledge, said, denial);
  const anew = denial.rest === '' ? undefined : surelyAsked(context, denial.rest);
  const wrong = denial.all || (!isOffering(state) && (isAsking(denial.rest) || asksByWord(message)));
  const last = wrong ? wrongOf(knowledge, said, denial).filter((id) => !denial.all || id !== anew) : [];
  const refused = [...last, ...meant];
  const without = withoutTopic(context, denial, refused, anew);
  const earlier = denial.all ? [] : earlierQuestions(state, denial);
  if (denial.rest === '') {
    const itself = plainWords((state.asked ?? []).join(' ')) !== plainWords(earlier[0] ?? '');
    const again = itself ? '' : (earlier.find((text) => reading(without, text) === 'sure') ?? '');
    return { context: without, rest: again, leans: false, again: again !== '' };
  }
  const known = anew !== undefined && (denial.all || !refused.includes(anew));
  const leaning = !known && leansOnTalk(namedIn(knowledge, denial.rest));
  const subject = isOffering(state) ? state.topic.card : state.topic.before;
  const about = leaning || !(known || isAsking(denial.rest)) ? topicOf(knowledge, subject, refused) : {};
  const onSubject = { ...without, state: { ...without.state, topic: { ...without.state.topic, ...about } } };
  if (denial.all)
    return { context: onSubject, rest: denial.rest, leans: leaning && about.card === undefined };
  const kept = { ...context, state: { ...state, denied: without.state.denied } };
  const whole = withEarlier(onSubject, denial.rest, earlier);
  if (whole !== undefined) {
    const stays = state.topic.card !== undefined && !refused.includes(state.topic.card);
    const same = stays && surelyAsked(context, whole) === state.topic.card;
    return same
      ? { context: kept, rest: whole, leans: false, told: denial.rest }
      : { context: without, rest: whole, leans: false };
  }
  const leans = leaning && about.card === undefined;
  return { context: leans ? kept : onSubject, rest: denial.rest, leans };
}

/** "Tôi hỏi số tổ hiện có cơ, không phải chỉ tiêu. Mai tôi phải họp": what is only told beside is left out where what is asked is known without it. */
function narrowed(context: Context, denial: Denial | undefined): Denial | undefined {
  if (!denial || denial.asked === '' || denial.asked === denial.rest) return denial;
  const beside = denial.rest.split('. ').filter((clause) => !denial.asked.includes(clause));
  const told = beside.every((clause) => !isAsking(clause));
  return told && leadsOn(context, denial.asked) ? { ...denial, rest: denial.asked } : denial;
}

/** The answer did not speak of it: only its words are left out, where what is asked is said in so many and nothing is complained of, or what is left surely asks by itself ("Không phải hộ nghèo. Tổ chúng tôi …"). */
function leftOut(context: Context, denial: Denial, message: string): Denied | undefined {
  const { asked, rest } = denial;
  const said = asked !== '' && !complaintIn(context.world.knowledge, message);
  return said || asksByItself(context, denial) ? { context, rest, leans: false } : undefined;
}

/** Of two answers only the one that speaks of what is denied was wrong. */
function wrongOf(knowledge: Knowledge, said: readonly Card[], denial: Denial): string[] {
  const spoken = denial.all ? [] : said.filter((card) => speaksOf(knowledge, [card], denial));
  return (spoken.length > 0 ? spoken : said).map((c) => c.id);
}

/** "Tôi hỏi máy cày": where neither this nor a question is said, something is told, and the answer may still be the right one. */
const asksByWord = (message: string): boolean =>
  hasAsked.test(fold(message)) || syllables(message).length <= short;
const hasAsked = /\b(?:hoi|noi(?! (?:bo|dung|dia|that|ngoai|tro|quy)\b)|y (?:(?:toi|em|e|minh) )?la)\b/;
const short = 6;

/** Nothing stands before it that could be denied: it is only left out, where what is left says enough. */
function unanswered(context: Context, denial: Denial): Denied | undefined {
  const { plain, rest } = denial;
  const opens = plain && context.state.lastAt === undefined;
  const enough = opens ? asksByItself(context, denial) : rest !== '' && leadsOn(context, rest);
  return enough ? { context, rest, leans: false } : undefined;
}

/** The answer before the one that was denied; nothing where that was denied too. */
function topicOf(knowledge: Knowledge, before: string | undefined, denied: readonly string[]): Topic {
  const card = before && !denied.includes(before) ? knowledge.cards.get(before) : undefined;
  return card ? { card: card.id, aspect: card.aspect } : {};
}
