// A question outside any flow: what it denies, agrees to, tells or asks of another day is taken first; what is left is answered by its meaning.
import { formIn } from '../../knowledge/forms.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { say } from '../../knowledge/wording.ts';
import { goesOnFrom, isAsking } from '../../language/asking.ts';
import { isEnglish } from '../../language/english.ts';
import { fold } from '../../language/fold.ts';
import { asTyped, type Context, type Draft, line, saying } from '../context.ts';
import { withCaution } from '../distress/caution.ts';
import { toldLine } from '../replies/told.ts';
import type { State } from '../state.ts';
import { sayForm } from '../understand/follow-up/candidates.ts';
import { lossDayIn, putsLossNow, withoutDeniedYear } from '../understand/loss/day.ts';
import { complaintIn } from '../understand/phrasing/complaint.ts';
import { askedApart } from '../understand/phrasing/in-so-many-words.ts';
import { type Opening, openingOf } from '../understand/phrasing/opening.ts';
import { tellsOf } from '../understand/told/index.ts';
import { wardOfToldPlace } from '../understand/told/own-place.ts';
import { isPlaceAlone } from '../understand/told/place.ts';
import type { World } from '../world.ts';
import { agreedTo } from './agreed.ts';
import { answerCard } from './answer-card.ts';
import { askedDay } from './asked-day.ts';
import { answerByMeaning } from './by-meaning.ts';
import { ceilingConfirmed } from './ceiling-confirmed.ts';
import { complained } from './complained.ts';
import { countsOn } from './counted.ts';
import { dayReckoned } from './day-reckoned.ts';
import { daysBetweenAsked } from './days-between.ts';
import type { Denied } from './denied/denied.ts';
import { deniedBehind } from './denied/index.ts';
import { onlyDenied } from './denied/only-denied.ts';
import { correcting } from './denied/put-aside.ts';
import { enoughToFound } from './enough-to-found.ts';
import { fieldNamed } from './field-named.ts';
import { limitAsked } from './limit-asked.ts';
import { majorityAsked } from './majority-asked.ts';
import { ofTextAsked } from './of-text-asked.ts';
import { namingOutside } from './outside.ts';
import { ownSum } from './own-sum.ts';
import { inEnglish } from './small-talk.ts';
import { sourceAsked } from './source-asked.ts';
import { spanAsked } from './span-asked.ts';
import { sumDoubted } from './sum-doubted.ts';
import { asksWhatOfWork, noteOf, onlyTells, tellsAgain, withNote } from './telling.ts';

/** Always gives a draft: every message ends in one of the outcomes. */
export const askQuestion = (context: Context, message: string): Draft =>
  isEnglish(message)
    ? inEnglish(context, message)
    : withCaution(context, namingOutside(context, askHere(context, message), message), message);

/** What is denied goes before what is complained of, but where a complaint is all that is said with it. */
function askHere(context: Context, message: string): Draft {
  const denied = deniedBehind(context, message);
  return denied && !complaintIn(context.world.knowledge, denied.rest)
    ? askPlainly(context, message, denied)
    : (complained(context, message, askPlainly) ?? askPlainly(context, message));
}

const askPlainly = (context: Context, message: string, denied = deniedBehind(context, message)): Draft =>
  lostThisYear(context, message) ??
  fieldNamed(context, message) ??
  daysBetweenAsked(context, message, askInWords) ??
  dayReckoned(context, message, askInWords) ??
  ownSum(context, message, askInWords) ??
  limitAsked(context, message) ??
  majorityAsked(context, message, askInWords) ??
  spanAsked(context, message) ??
  ceilingConfirmed(context, message) ??
  enoughToFound(context, message) ??
  askInWords(context, message, denied);

function askInWords(before: Context, message: string, denied = deniedBehind(before, message)): Draft {
  if (denied?.rest === '') return onlyDenied(denied.context);
  return denied?.again ? askAgain(denied) : askMeant(before, message, denied);
}

/** The question that was answered wrongly, once more. */
function askAgain({ context, rest }: Denied): Draft {
  const draft = askMeant({ ...context, heard: asTyped(rest) }, rest, undefined);
  if (!draft.cards || draft.outcome === 'choose') return draft.cards ? draft : onlyDenied(context);
  return saying(line(say(context.world.knowledge.wording, 'sorry')), draft);
}

function askMeant(before: Context, message: string, denied: Denied | undefined): Draft {
  const opened = openingOf(denied?.rest ?? message);
  const apart = opened.corrects && !denied ? askedApart(opened.rest) : undefined;
  const context = opened.anew ? leavingTopic(before) : putRight(denied?.context ?? before, opened, denied);
  const { state, world } = context;
  const { knowledge } = world;
  const agreed = agreedTo(context, message);
  if (agreed) return agreed;
  const { day, text, again } = askedDay(context, apart ? ofFormTold(knowledge, apart) : opened.rest);
  const told = tellsOf(denied?.rest ?? message, knowledge, state.told);
  const asked = { ...context, state: { ...state, told, ...lostOn(message, world, state.lossOn) } };
  const news = JSON.stringify(told) !== JSON.stringify(state.told);
  const goesOn = state.topic.card !== undefined && goesOnFrom(text);
  const last = knowledge.cards.get(state.topic.card ?? '');
  const tells = (news || tellsAgain(knowledge, text)) && !goesOn && onlyTells(knowledge, text);
  const asksPlace = last ? last.aspect === 'place' : isPlaceAlone(text, knowledge);
  const placed = tells && asksPlace ? wardOfToldPlace(knowledge, state.told, told) : undefined;
  const noted = tells && !placed && !denied ? noteOf(asked, state.told, text) : undefined;
  if (noted) return noted;
  const doubted = sumDoubted(asked, text) ?? sourceAsked(asked, text) ?? ofTextAsked(asked, text, day);
  if (doubted) return doubted;
  const counted = last && countsOn(knowledge, last, state.loss, text);
  if (counted) return answerCard(asked, counted.id, day);
  const work = asksWhatOfWork(asked, text);
  if (work) return work;
  if (again && state.topic.card) return answerCard(asked, state.topic.card, day);
  if (denied?.stays) return answerCard(asked, denied.stays, day);
  const draft = answerByMeaning(placed ? leavingTopic(asked) : asked, message, {
    text: placed ?? text,
    corrects: opened.corrects || denied?.leans === true,
    denies: opened.corrects || denied !== undefined,
    day,
  });
  return news ? withNote(draft, toldLine(knowledge, told, world.today, 'told_now')) : draft;
}

/** Who puts an answer right has asked what is left of the message; a denial says itself what is not meant. */
function putRight(context: Context, opened: Opening, denied: Denied | undefined): Context {
  const { heard } = context;
  if (!opened.corrects && !denied) return context;
  const corrects = context.corrects ?? correcting(context.state, []);
  return {
    ...context,
    corrects,
    heard: heard.kind === 'text' ? { ...heard, text: denied?.told ?? opened.rest } : heard,
  };
}

/** The loss that is spoken of was this year: its answer again, for today. */
function lostThisYear(context: Context, message: string): Draft | undefined {
  const { state, world } = context;
  const { cards } = world.knowledge;
  const told = [state.topic.card, state.loss?.card].flatMap((id) => cards.get(id ?? '') ?? []);
  const card = told.find((c) => c.loss);
  if (!state.lossOn || !card || !putsLossNow(message, world.today)) return undefined;
  const only = withoutDeniedYear(fold(message));
  return isAsking(only) ? undefined : answerCard(lossNow(context), card.id, world.today);
}

const lossNow = (context: Context): Context => ({
  ...context,
  state: { ...context.state, lossOn: undefined },
});

const lostOn = (message: string, { today }: World, before: string | undefined): Pick<State, 'lossOn'> => {
  const day = lossDayIn(message, today);
  if (day !== undefined && day !== 'now') return { lossOn: day };
  return day === 'now' || (before !== undefined && putsLossNow(message, today)) ? { lossOn: undefined } : {};
};

/** "Em lập hợp tác xã cơ, hỏi …": what is asked is asked of that form. */
function ofFormTold({ words }: Knowledge, { asked, told }: { asked: string; told: string }): string {
  const form = formIn(asked, words) ? undefined : formIn(told, words);
  return form ? `${asked} ${sayForm[form]}` : asked;
}

/** What was spoken of is left; what was told of oneself stays. */
const leavingTopic = (context: Context): Context => {
  const { form } = context.state.subjects ?? {};
  const subjects = form && { form };
  const left = { topic: {}, subjects, unsure: undefined, loss: undefined, lossOn: undefined };
  return { ...context, state: { ...context.state, ...left } };
};
