// What a message means and how surely: said in passing, two questions or one, and what each band of likeness is answered with.

import { answerWith } from '../../knowledge/answer.ts';
import { formIn } from '../../knowledge/forms.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Aspect } from '../../knowledge/schema/aspect.ts';
import type { Card } from '../../knowledge/schema/card.ts';
import type { Form } from '../../knowledge/schema/form.ts';
import { say } from '../../knowledge/wording.ts';
import { isAsking } from '../../language/asking.ts';
import { syllables } from '../../language/fold.ts';
import { moneyIn } from '../../language/money.ts';
import { type Context, type Draft, line, saying } from '../context.ts';
import { behind } from '../state.ts';
import { type Band, bandOf } from '../understand/bands.ts';
import { withoutOwnDays } from '../understand/day/days-told.ts';
import { bandInTalk, hitsInTalk } from '../understand/follow-up/in-talk.ts';
import { surelyOffTopic } from '../understand/follow-up/off-topic.ts';
import { isAboutLoss, lossHeard } from '../understand/loss/kept.ts';
import { withoutMeasures } from '../understand/loss/measures.ts';
import { bandOfLossTold } from '../understand/loss/only-told.ts';
import { leansOnTalk, namedIn, namesSubject } from '../understand/named.ts';
import { leavesUpset } from '../understand/phrasing/leaves-upset.ts';
import { unswayed } from '../understand/phrasing/swayed.ts';
import { ventsOnly } from '../understand/phrasing/vents.ts';
import { aboutMoreThanPlace, withOwnPlace } from '../understand/told/own-place.ts';
import { sideBySide } from '../understand/two-questions/side-by-side.ts';
import { splitQuestions } from '../understand/two-questions/split.ts';
import { unknownText } from '../understand/unknown-text.ts';
import { answerBoth, answerCard, answerLikely } from './answer-card.ts';
import { offerNear } from './near-titles.ts';
import { figuresOfOwn } from './own-case.ts';
import { saidInPassing } from './passing.ts';
import { answerCue } from './small-talk.ts';
import { feltWith, heardOut, letGo, onlyHeard } from './telling.ts';
import { offer, unknownDocument, unsure } from './unsure.ts';

/** `denies`: it puts right what was answered or offered before. */
type Asked = { text: string; corrects: boolean; denies: boolean; day: string };

export function answerByMeaning(
  context: Context,
  message: string,
  { text: said, corrects, denies, day }: Asked,
): Draft {
  const { state, world } = context;
  const { knowledge } = world;
  const passing = saidInPassing(context, message, said);
  if (passing) return answerCue(context, passing);
  if (leavesUpset(knowledge, message)) return letGo(context);
  if (ventsOnly(knowledge, said)) return feltWith(context);
  const text = unswayed(knowledge, said);
  const cut = sideBySide(knowledge, text, behind(state)) ?? splitQuestions(knowledge, text, behind(state));
  const alone = denies ? surelyAlone(knowledge, text, state.topic.form) : undefined;
  // "Tôi hỏi máy thôi. Nghị định ấy cho bao nhiêu" puts one question right.
  const parts = alone && cut?.length === 2 ? undefined : cut;
  // A part that leads to the answer just given only speaks of it.
  const denied = state.unsure?.refused ?? [];
  const [only, other] = parts?.filter((p) => p.card !== state.topic.card && !denied.includes(p.card)) ?? [];
  if (only && !other) return answerCard(context, only.card, day);
  if (parts?.length === 2 && only) return answerBoth(context, parts, day);
  if (alone && alone !== state.topic.card && !denied.includes(alone)) return answerCard(context, alone, day);
  const rank = (words: string) =>
    hitsInTalk(state, knowledge, withoutOwnDays(withoutMeasures(words)), corrects);
  const named = rank(withOwnPlace(knowledge, text, state.told));
  const last = knowledge.cards.get(state.topic.card ?? '');
  const hits = aboutMoreThanPlace(knowledge, text, named, rank, last) ?? named;
  const plain = bandInTalk(knowledge, text, hits, last);
  const loss = last && isAboutLoss(knowledge, last) ? undefined : bandOfLossTold(knowledge, text, plain);
  const elsewhere = last && !denies ? surelyOffTopic(knowledge, text) : undefined;
  const band = loss ?? elsewhere ?? plain;
  const asked = band.kind === 'cue' && band.cue.passing ? askedBeside(knowledge, text) : undefined;
  if (asked) return answerByMeaning(context, message, { text: asked, corrects, denies, day });
  const strange = band.kind === 'cue' ? undefined : unknownText(knowledge, text);
  if (strange) return unknownDocument(context, message, strange);
  const near =
    denies && band.kind === 'unsure'
      ? offerNear(context, message, [text, `${state.asked?.join(' ') ?? ''} ${text}`], day)
      : undefined;
  if (near) return near;
  // What is told in place of what was not meant is what is asked about.
  const meant = denies && band.kind !== 'unsure';
  if (!meant && !loss && onlyHeard(knowledge, text, band, last))
    return heardOut(
      { ...context, state: { ...state, loss: lossHeard(knowledge, state.loss, text) } },
      message,
      hits
        .filter((h) => knowledge.cards.has(h.id))
        .map((h) => h.id)
        .slice(0, 3),
    );
  return answerBand(context, message, band, day);
}

/** What is asked in place of what was not meant, where it surely means one card by itself that holds for the form the talk is about. */
function surelyAlone(knowledge: Knowledge, text: string, form: Form | undefined): string | undefined {
  const band = bandOf(knowledge, knowledge.search.rank(text));
  const named = namedIn(knowledge, text);
  const whole = !leansOnTalk(named) || (namesSubject(named) && named.aspects.length > 0);
  if (band.kind !== 'card' || !whole) return undefined;
  const { id, forms } = band.card;
  return form === undefined || forms.length === 0 || forms.includes(form) ? id : undefined;
}

/** "Bot gì mà trả lời một nẻo. Hợp đồng bao tiêu thì làm thế nào": what is left of it without the sentences said in passing, where that asks. */
function askedBeside(knowledge: Knowledge, text: string): string | undefined {
  const sentences = text.split(/(?<=[.!?;])\s+/u);
  if (sentences.length < 2) return undefined;
  const left = sentences.filter((sentence) => {
    const band = bandOf(knowledge, knowledge.search.rank(sentence));
    return band.kind !== 'cue' || !band.cue.passing;
  });
  const rest = left.join(' ');
  return left.length > 0 &&
    left.length < sentences.length &&
    isAsking(rest) &&
    syllables(rest).length > fewest
    ? rest
    : undefined;
}
const fewest = 3;

function answerBand(context: Context, message: string, band: Band, day: string): Draft {
  const form = formIn(message, context.world.knowledge.words);
  switch (band.kind) {
    case 'card':
      return aboutForm(ofOtherForm(context, answerCard(context, band.card.id, day), form), form);
    case 'cue':
      return answerCue(context, band.cue);
    case 'likely':
      return ofOtherForm(context, answerLikely(context, message, band, day), form);
    case 'close': {
      const counted = countedAmong(context, message, band.cards, day);
      if (counted) return answerLikely(context, message, counted, day);
      return context.state.topic.card
        ? offer(context, message, band.cards, day)
        : aboutForm(offer(context, message, band.cards, day), form);
    }
    case 'unsure':
      return unsure(context, message, band.nearest);
  }
}

/** "Dự án 2 tỷ thì vốn mình phải có bao nhiêu": of several near cards the one that can count the figures that were told. */
function countedAmong(
  { state, world }: Context,
  message: string,
  cards: readonly Card[],
  day: string,
): { card: Card; others: Card[] } | undefined {
  // Of two sums or more it is not sure which one is meant.
  if (moneyIn(message).length > 1) return undefined;
  const counts = cards.filter((card) => {
    const answer = answerWith(world.knowledge, card.id, day);
    return answer && figuresOfOwn(world.knowledge, answer, state, message).length > 0;
  });
  const [card, ...more] = counts;
  return card && more.length === 0
    ? { card, others: cards.filter((c) => c !== card).slice(0, 2) }
    : undefined;
}

/** Asked of a group and answered by what holds for cooperatives alone, that is said first: it is no rule for the group. */
function ofOtherForm({ world: { knowledge } }: Context, draft: Draft, form: Form | undefined): Draft {
  const card = knowledge.cards.get(draft.cards?.[0] ?? '');
  if (form !== 'tht' || !card || card.known === false || card.forms.length === 0) return draft;
  if (card.forms.includes('tht') || !ruling.has(card.aspect)) return draft;
  return saying(line(say(knowledge.wording, 'of_other_form')), draft);
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
