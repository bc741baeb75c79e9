// Behind an answer, "ai hỏi vay, hỏi cái máy cơ": that answer is no longer what the talk is about, and what is left is asked by itself.
import { formIn } from '../../knowledge/forms.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { linesOf } from '../../knowledge/said.ts';
import type { Card, Form } from '../../knowledge/schema.ts';
import { say } from '../../knowledge/wording.ts';
import { isAsking } from '../../language/asking.ts';
import { fold, plainWords, syllables } from '../../language/fold.ts';
import { type Context, type Draft, line, reply } from '../context.ts';
import { laterChoices } from '../replies/choices.ts';
import { denying, type State, type Topic, type Unsure, unsureAbout } from '../state.ts';
import { bandOf } from '../understand/bands.ts';
import { sayForm } from '../understand/follow-up/candidates.ts';
import { type Denial, denialIn } from '../understand/follow-up/denial/index.ts';
import { hitsInTalk } from '../understand/follow-up/in-talk.ts';
import { behindTold } from '../understand/follow-up/of-other.ts';
import { speaksOfWords } from '../understand/line-asked/put-aside.ts';
import { leansOnTalk, namedIn } from '../understand/named.ts';
import { complaintIn } from '../understand/phrasing/complaint.ts';
import { ventsOnly } from '../understand/phrasing/vents.ts';
import { dayOfTalk } from './asked-day.ts';
import { offerNear } from './near-titles.ts';
import { correcting } from './put-aside.ts';
import { refusedBy, sharesWord, speaksOf, withoutDenied } from './refused-cards.ts';

/** `context`: the talk without what was denied. `rest`: what is asked, empty where nothing is. `again`: it is the question that was answered wrongly. `told`: by what of it the line of an answer is found, where that is not all. `stays`: the card of which only a line was not meant. */
export type Denied = {
  context: Context;
  rest: string;
  leans: boolean;
  again?: boolean;
  told?: string;
  stays?: string;
};

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

const asksByItself = (context: Context, { isNot, rest }: Denial): boolean =>
  isNot && rest !== '' && isAsking(rest) && reading(context, rest) === 'sure';

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

/** The question that was answered wrongly, without what is denied now, and then the same with what was asked before it. */
function earlierQuestions({ asked = [], matters = [] }: State, denial: Denial): string[] {
  const last = withoutDenied(asked.join(' '), denial);
  if (syllables(last).length < fewest) return [];
  const before = matters.filter((text) => !asked.includes(text)).toReversed();
  return [last, ...before.map((text) => `${withoutDenied(text, denial)}. ${last}`)];
}
const fewest = 3;

/** Not what the answer is about, but a line of it that was said: the answer stays what the talk is about, unless what is said instead surely means another. */
function lineDenied(context: Context, denial: Denial): Denied | undefined {
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

/** "Hỏi tổ chứ có phải htx đâu": the same question, of the other form; what is only told behind it asks nothing else. */
function ofOtherForm(context: Context, said: readonly Card[], denial: Denial): Denied | undefined {
  const { state, world } = context;
  const { words } = world.knowledge;
  const [first = '', ...told] = denial.rest.split('. ').map((clause) => clause.replace(iAm, ''));
  const [not, meant] = [formIn(denial.denied, words), formIn(first, words)];
  if (!not || !meant || not === meant || syllables(first).length > shortForm || told.some(isAsking))
    return undefined;
  if (!isOffering(state) && told.length === 0)
    return { context: behindForm(context, said, not), rest: sayForm[meant], leans: false };
  const [question] = earlierQuestions(state, denial);
  if (question === undefined) return undefined;
  const ofNot = said.filter((c) => c.forms.length > 0 && !c.forms.includes(meant)).map((c) => c.id);
  const { topic } = state;
  const last = topic.card !== undefined && ofNot.includes(topic.card) ? {} : topic;
  const without = withoutTopic(context, denial, ofNot, undefined);
  return {
    context: { ...without, state: { ...without.state, topic: { ...last, form: meant } } },
    rest: `${question} ${sayForm[meant]}`,
    leans: false,
  };
}
const shortForm = 3;
/** "Tôi là hợp tác xã", "nhà em là tổ". */
const iAm =
  /^(?:(?:nhà|nha|bên|ben)\s+)?(?:(?:chúng|chung)\s+)?(?:tôi|toi|em|mình|minh|bọn em|bon em)\s+(?:là|la|đang là|dang la)\s+/iu;

/** Of two answers it goes on from the one about the form that was not meant. */
function behindForm(context: Context, said: readonly Card[], not: Form): Context {
  const { state } = context;
  const about = said.find((c) => c.forms.length === 1 && c.forms[0] === not);
  return about ? { ...context, state: { ...state, topic: { ...state.topic, card: about.id } } } : context;
}

/** Nothing stands before it that could be denied: it is only left out, where what is left says enough. */
function unanswered(context: Context, denial: Denial): Denied | undefined {
  const { plain, rest } = denial;
  const opens = plain && context.state.lastAt === undefined;
  const enough = opens ? asksByItself(context, denial) : rest !== '' && leadsOn(context, rest);
  return enough ? { context, rest, leans: false } : undefined;
}

/** The talk is about nothing that was denied, and none of that is shown again; what was refused before and is surely asked for now, is. */
function withoutTopic(
  { state, heard, world }: Context,
  denial: Denial,
  refused: readonly string[],
  anew: string | undefined,
): Context {
  const { card: _, aspect: __, before: ___, form, ...bare } = state.topic;
  const notForm = formIn(denial.denied, world.knowledge.words);
  const open = unsureAbout(state.unsure?.question ?? '', state.unsure);
  const unsure: Unsure = {
    ...open,
    offered: state.unsure?.offered ?? [],
    refused: [...new Set([...open.refused.filter((id) => id !== anew), ...refused])],
    ...(state.unsure?.answered ? { answered: true } : {}),
  };
  const topic = form && form !== notForm ? { ...bare, form } : bare;
  return { heard, world, state: { ...state, topic, unsure, denied: denying(state, refused) } };
}

/** What says too little by itself is said with the question that was answered wrongly, where that tells more. */
function withEarlier(context: Context, rest: string, earlier: readonly string[]): string | undefined {
  const { knowledge } = context.world;
  const named = namedIn(knowledge, rest);
  const asks = isAsking(rest);
  if (asks && !leansOnTalk(named)) return undefined;
  const band = bandOf(knowledge, hitsInTalk(context.state, knowledge, rest, false));
  const again =
    !asks &&
    !isOffering(context.state) &&
    (band.kind === 'card' || band.kind === 'likely') &&
    isSaid(context.state, band.card.id);
  const alone = again || ventsOnly(knowledge, rest) ? 'unsure' : band.kind;
  const says = named.own.length > fewOwn;
  const known = alone === 'card' || alone === 'likely';
  const onFigure =
    !asks && earlier.find((text) => sharesFigure(text, rest) && reading(context, text) === 'sure');
  if (onFigure) return `${onFigure} ${rest}`;
  if (known && (alone === 'card' ? says || asks : says && asks)) return undefined;
  // What asks, or is known by itself, goes with the last question alone; what only names a thing may go back further.
  const both = (asks || known ? earlier.slice(0, 1) : earlier).map((text) => `${text} ${rest}`);
  const sure = both.find((text) => reading(context, text) === 'sure');
  if (sure || known || (says && alone === 'close')) return sure;
  return both.find((text) => reading(context, text) === 'near');
}
const fewOwn = 2;

/** "120 triệu ấy là bán cho công ty": what is told of a sum that was asked about goes on from there. */
function sharesFigure(question: string, rest: string): boolean {
  const asked = syllables(question);
  return syllables(rest).some((word) => /^\d{2}/.test(word) && asked.includes(word));
}

/** It was answered before the wrong answer: asked on from there it is no answer. */
const isSaid = ({ topic }: State, id: string): boolean => id === topic.card || id === topic.before;

/** Whether it surely or likely means a card that was not denied, or comes near some. */
function reading({ state, world: { knowledge } }: Context, text: string): 'sure' | 'near' | undefined {
  const refused = new Set(state.unsure?.refused ?? []);
  const hits = behindTold(knowledge, text, state.subjects, knowledge.search.rank(text)).filter(
    (h) => !refused.has(h.id),
  );
  const { kind } = bandOf(knowledge, hits);
  return kind === 'card' || kind === 'likely' ? 'sure' : kind === 'close' ? 'near' : undefined;
}
const leadsOn = (context: Context, text: string): boolean => reading(context, text) !== undefined;

/** The answer before the one that was denied; nothing where that was denied too. */
function topicOf(knowledge: Knowledge, before: string | undefined, denied: readonly string[]): Topic {
  const card = before && !denied.includes(before) ? knowledge.cards.get(before) : undefined;
  return card ? { card: card.id, aspect: card.aspect } : {};
}

/** What the rest surely asks is answered although its title was not taken for that: "không phải câu nào, tôi hỏi …". */
function surelyAsked({ state, world: { knowledge } }: Context, rest: string): string | undefined {
  const band = bandOf(knowledge, behindTold(knowledge, rest, state.subjects, knowledge.search.rank(rest)));
  return band.kind === 'card' ? band.card.id : undefined;
}

/** The cards that were answered or offered last. */
function saidBefore({ state, world }: Context): Card[] {
  const answered = state.topic.card ? [state.topic.card, state.shown?.card ?? ''] : [];
  const ids = isOffering(state) ? (state.unsure?.offered ?? []) : answered;
  return ids.flatMap((id) => world.knowledge.cards.get(id) ?? []);
}
const isOffering = ({ unsure }: State): boolean =>
  unsure !== undefined && !unsure.answered && unsure.offered.length > 0;

/** Nothing but that it was not meant: sorry, what else is near to the question before, and what to do now. */
export function onlyDenied(context: Context): Draft {
  const { state, world } = context;
  const question = state.asked?.join(' ') ?? '';
  const near = question === '' ? undefined : offerNear(context, question, [question], dayOfTalk(context));
  return (
    near ?? {
      state,
      replies: [reply([line(say(world.knowledge.wording, 'misheard'))], laterChoices(world.knowledge))],
      outcome: 'no_answer',
    }
  );
}
