// A question outside any flow: which day, one question or two, what it is about, and how sure we are.
import { formIn } from '../../knowledge/forms.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Aspect, Card, Cue, Form } from '../../knowledge/schema.ts';
import { cueOf } from '../../knowledge/search.ts';
import { say } from '../../knowledge/wording.ts';
import { goesOnFrom, isAsking, isThanks } from '../../language/asking.ts';
import { closingOf } from '../../language/closing.ts';
import { isEnglish } from '../../language/english.ts';
import { type Context, type Draft, line, opening } from '../context.ts';
import { toldLine } from '../replies/told.ts';
import type { Loss, State } from '../state.ts';
import { type Band, bandOf } from '../understand/bands.ts';
import { saysThatOne, titleNamed } from '../understand/choice.ts';
import { isAmountAgain } from '../understand/follow-up/amount-again.ts';
import { bandInTalk, hitsInTalk } from '../understand/follow-up/in-talk.ts';
import { lossDayIn } from '../understand/loss/day.ts';
import { isOfOther, ratesOfOther } from '../understand/loss/of-other.ts';
import { besidesMeasures, isCountedBy, tellsLossBehind, withoutMeasures } from '../understand/loss/told.ts';
import { namedIn, namesSubject } from '../understand/named.ts';
import { openingOf } from '../understand/phrasing/opening.ts';
import { writtenOut } from '../understand/phrasing/shorthand.ts';
import { ventsOnly } from '../understand/phrasing/vents.ts';
import { wordForWord } from '../understand/phrasing/word-for-word.ts';
import { tellsOf } from '../understand/told/index.ts';
import { aboutMoreThanPlace, wardOfToldPlace, withOwnPlace } from '../understand/told/own-place.ts';
import { sideBySide } from '../understand/two-questions/side-by-side.ts';
import { splitQuestions } from '../understand/two-questions/split.ts';
import { unknownText } from '../understand/unknown-text.ts';
import type { World } from '../world.ts';
import { answerBoth, answerCard, answerLikely } from './answer-card.ts';
import { askedDay, dayOfTalk } from './asked-day.ts';
import { deniedBehind, onlyDenied } from './denied.ts';
import { namingOutside } from './outside.ts';
import { answerCue, inEnglish } from './small-talk.ts';
import { sumDoubted } from './sum-doubted.ts';
import {
  asksWhatOfWork,
  feltWith,
  heardOut,
  noteOf,
  onlyHeard,
  onlyTells,
  tellsAgain,
  withNote,
} from './telling.ts';
import { offer, unknownDocument, unsure } from './unsure.ts';

/** Always gives a draft: every message ends in one of the outcomes. */
export const askQuestion = (context: Context, message: string): Draft =>
  isEnglish(message)
    ? inEnglish(context, message)
    : namingOutside(context, askHere(context, message), message);

function askHere(before: Context, message: string): Draft {
  const denied = deniedBehind(before, message);
  if (denied?.rest === '') return onlyDenied(denied.context);
  const opened = openingOf(denied?.rest ?? message);
  const context = opened.anew ? leavingTopic(before) : (denied?.context ?? before);
  const { state, world } = context;
  const { knowledge } = world;
  const agreed = agreedTo(context, message);
  if (agreed) return agreed;
  const { day, text, again } = askedDay(context, opened.rest);
  const told = tellsOf(message, knowledge, state.told);
  const asked = { ...context, state: { ...state, told, ...lostOn(message, world) } };
  const news = JSON.stringify(told) !== JSON.stringify(state.told);
  const goesOn = state.topic.card !== undefined && goesOnFrom(text);
  const last = knowledge.cards.get(state.topic.card ?? '');
  const tells = (news || tellsAgain(knowledge, text)) && !goesOn && onlyTells(knowledge, text);
  const placed = tells && last?.aspect === 'place' ? wardOfToldPlace(knowledge, state.told, told) : undefined;
  const noted = tells && !placed ? noteOf(asked, state.told, text) : undefined;
  if (noted) return noted;
  const doubted = sumDoubted(asked, text);
  if (doubted) return doubted;
  const counted = last && countsOn(knowledge, last, state.loss, text);
  if (counted) return answerCard(asked, counted.id, day);
  const work = asksWhatOfWork(asked, text);
  if (work) return work;
  if (again && state.topic.card) return answerCard(asked, state.topic.card, day);
  const draft = answerText(asked, message, {
    text: placed ?? text,
    corrects: opened.corrects || denied?.leans === true,
    day,
  });
  return news ? withNote(draft, toldLine(knowledge, told, world.today, 'told_now')) : draft;
}

const lostOn = (message: string, { today }: World): Pick<State, 'lossOn'> => {
  const day = lossDayIn(message, today);
  return day === undefined ? {} : { lossOn: day === 'now' ? undefined : day };
};

/** What was spoken of is left; what was told of oneself stays. */
const leavingTopic = (context: Context): Context => ({
  ...context,
  state: { ...context.state, topic: {}, unsure: undefined, loss: undefined, lossOn: undefined },
});

/** To a list of titles: the one that is named, or with "ừ đúng câu đó" the first, said to be taken so, with the others beside. */
function agreedTo(context: Context, message: string): Draft | undefined {
  const { state, world } = context;
  const { unsure } = state;
  if (!unsure || unsure.answered || unsure.offered.length < 2) return undefined;
  const titles = unsure.offered.flatMap((id) => world.knowledge.cards.get(id) ?? []);
  const named = isAsking(message) ? undefined : titleNamed(writtenOut(world.knowledge, message), titles);
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

/** "Cân hơi tầm 80 kg một con" behind the answer with the rate for each kg, and nothing that is surely about another; "còn mạ 500 m²" is counted by the rates for that. */
function countsOn(knowledge: Knowledge, last: Card, loss: Loss | undefined, text: string): Card | undefined {
  if (last.rates.length === 0 || !tellsLossBehind(loss, last, text)) return undefined;
  if (isOfOther(knowledge, last, text)) return ratesOfOther(knowledge, last, text);
  const asks = isAsking(text.replace(broken, ' ')) && !isAmountAgain(last, besidesMeasures(text));
  if (asks || !isCountedBy(last, text)) return undefined;
  const band = bandOf(knowledge, knowledge.search.rank(text));
  const about = band.kind !== 'card' || band.card === last || !namesSubject(namedIn(knowledge, text));
  return about ? last : undefined;
}

/** Where a loss is told "hỏng" is no "hông", nor "3 sào" a "sao", nor does "tầm 60 cân gì đó" ask. */
const broken = /(?<!\p{L})h[oỏ]ng(?!\p{L})|(?<=\d )s[aà]o(?!\p{L})|(?<!\p{L})g[iì] (?:đó|do)(?!\p{L})/giu;

type Asked = { text: string; corrects: boolean; day: string };

function answerText(context: Context, message: string, { text, corrects, day }: Asked): Draft {
  const { state, world } = context;
  const { knowledge } = world;
  const passing =
    wordForWord(knowledge, text) ??
    thanksIn(knowledge, message) ??
    closingIn(context, message) ??
    (saysThatOne(text) ? wordForWord(knowledge, 'vâng') : undefined);
  if (passing) return answerCue(context, passing);
  if (ventsOnly(knowledge, text)) return feltWith(context);
  const parts = sideBySide(knowledge, text, state.topic) ?? splitQuestions(knowledge, text, state.topic);
  // A part that leads to the answer just given only speaks of it.
  const [only, other] = parts?.filter((p) => p.card !== state.topic.card) ?? [];
  if (only && !other) return answerCard(context, only.card, day);
  if (parts) return answerBoth(context, parts, day);
  const rank = (words: string) => hitsInTalk(state, knowledge, withoutMeasures(words), corrects);
  const named = rank(withOwnPlace(knowledge, text, state.told));
  const last = knowledge.cards.get(state.topic.card ?? '');
  const hits = aboutMoreThanPlace(knowledge, text, named, rank, last) ?? named;
  const band = bandInTalk(knowledge, text, hits, last);
  const strange = band.kind === 'cue' ? undefined : unknownText(knowledge, text);
  if (strange) return unknownDocument(context, message, strange);
  if (onlyHeard(knowledge, text, band, last))
    return heardOut(
      context,
      message,
      hits
        .filter((h) => knowledge.cards.has(h.id))
        .map((h) => h.id)
        .slice(0, 3),
    );
  return answerBand(context, message, band, day);
}

/** "Thế là rõ rồi", "để tôi bàn với vợ đã", behind an answer. */
function closingIn({ state, world }: Context, message: string): Cue | undefined {
  const behind = state.topic.card !== undefined || state.unsure !== undefined;
  const closing = behind && !namesSubject(namedIn(world.knowledge, message)) ? closingOf(message) : undefined;
  return closing && wordForWord(world.knowledge, closing === 'thanks' ? 'cảm ơn' : 'vâng');
}

/** "Cam on moi nguoi nhe": whoever they are to. */
function thanksIn(knowledge: Knowledge, message: string): Cue | undefined {
  if (!isThanks(message)) return undefined;
  const hits = knowledge.search.rank(message).flatMap(({ id }) => cueOf(knowledge, id) ?? []);
  return (
    hits.find(({ outcome, does }) => outcome === 'small_talk' && !does) ?? wordForWord(knowledge, 'cảm ơn')
  );
}

function answerBand(context: Context, message: string, band: Band, day: string): Draft {
  const form = formIn(message, context.world.knowledge.words);
  switch (band.kind) {
    case 'card':
      return aboutForm(ofOtherForm(context, answerCard(context, band.card.id, day), form), form);
    case 'cue':
      return answerCue(context, band.cue);
    case 'likely':
      return ofOtherForm(context, answerLikely(context, message, band, day), form);
    case 'close':
      return context.state.topic.card
        ? offer(context, message, band.cards, day)
        : aboutForm(offer(context, message, band.cards, day), form);
    case 'unsure':
      return unsure(context, message, band.nearest);
  }
}

/** Asked of a group and answered by what holds for cooperatives alone, that is said first: it is no rule for the group. */
function ofOtherForm({ world: { knowledge } }: Context, draft: Draft, form: Form | undefined): Draft {
  const card = knowledge.cards.get(draft.cards?.[0] ?? '');
  if (form !== 'tht' || !card || card.known === false || card.forms.length === 0) return draft;
  if (card.forms.includes('tht') || !ruling.has(card.aspect)) return draft;
  return { ...draft, replies: opening(line(say(knowledge.wording, 'of_other_form')), draft.replies) };
}
/** Rules for members, capital and organs; policies say themselves whom they are for. */
const ruling: ReadonlySet<Aspect> = new Set([
  'capital',
  'profit',
  'organs',
  'rights',
  'duties',
  'leave',
  'members',
]);

/** What is asked next without naming a form is about the one named here. */
const aboutForm = (draft: Draft, form: Form | undefined): Draft =>
  form ? { ...draft, state: { ...draft.state, topic: { ...draft.state.topic, form } } } : draft;
