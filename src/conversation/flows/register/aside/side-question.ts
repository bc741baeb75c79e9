// A question in the middle of the form: answered, and the step asked again.
import type { Cue } from '../../../../knowledge/schema/cue.ts';
import { say } from '../../../../knowledge/wording.ts';
import { fold } from '../../../../language/fold.ts';
import { type Context, type Draft, line, reply } from '../../../context.ts';
import type { Block } from '../../../message.ts';
import { answerCard, answerLikely } from '../../../question/answer-card.ts';
import { askedDay } from '../../../question/asked-day.ts';
import { deniedBehind } from '../../../question/denied/index.ts';
import { cueLines } from '../../../question/small-talk.ts';
import { gistsOf } from '../../../question/unsure.ts';
import { behind, type RegisterFlow } from '../../../state.ts';
import { type Band, bandOf } from '../../../understand/bands.ts';
import { rankInTopic } from '../../../understand/follow-up/index.ts';
import { leansOnTalk, namedIn } from '../../../understand/named.ts';
import { unswayed } from '../../../understand/phrasing/swayed.ts';
import type { World } from '../../../world.ts';
import { askStill } from '../go-on.ts';
import { asksBack } from '../read/asks-back.ts';
import { personal } from '../steps.ts';

/** Answers a sure question, then asks the same step again. At a step that is the person's own nothing of it is kept. `noted`: an answer to the step stood before it. */
export function sideQuestion(
  before: Context,
  message: string,
  { tells = false, noted = [] }: { tells?: boolean; noted?: readonly Block[] } = {},
): Draft | undefined {
  const { flow } = before.state;
  const answer = answerAside(before, message, tells);
  if (!answer || flow?.flow !== 'register') return undefined;
  const mask = personal[flow.step];
  const { world } = before;
  const on = { ...before, state: answer.state };
  const step = askStill(on, flow, [line(say(world.knowledge.wording, 'back_to_form')), ...noted]);
  return {
    ...answer,
    state: step.state,
    replies: [...answer.replies, ...step.replies],
    ...(mask ? { keptSaid: mask } : {}),
  };
}

/** The answer alone, with nothing to choose, where the form is open. `tells`: it asks nothing, so that no card answers it and it leans on none. */
export function answerAside(before: Context, message: string, tells = false): Draft | undefined {
  const denied = tells ? undefined : deniedBehind(before, message);
  const context = denied?.context ?? before;
  const text = unswayed(before.world.knowledge, denied?.rest || message);
  const { state, world } = context;
  const flow = state.flow;
  if (flow?.flow !== 'register') return undefined;
  const refused = state.unsure?.refused ?? [];
  const asked = askedDay(context, text);
  const { form } = flow.draft;
  const topic = form && form !== 'unsure' ? { form, ...behind(state) } : behind(state);
  const band = tells
    ? bandOf(world.knowledge, world.knowledge.search.rank(text))
    : (bandOfStep(world, flow, asked.text) ??
      bandOf(
        world.knowledge,
        rankInTopic(world.knowledge, asked.text, topic, refused).filter((h) => !refused.includes(h.id)),
      ));
  if (tells && band.kind !== 'cue') return undefined;
  // What whoever calls shall answer goes with the form; no guess stands in for them.
  const guessed = band.kind !== 'card' && band.kind !== 'cue';
  if (guessed && flow.step === 'time' && ofCaller.test(fold(text))) return undefined;
  const about: Context = personal[flow.step] ? { ...context, heard: { kind: 'empty' } } : context;
  const card = asked.again ? state.topic.card : band.kind === 'card' ? band.card.id : undefined;
  const answer = card
    ? answerCard(about, card, asked.day)
    : band.kind === 'likely' && asksBack(asked.text)
      ? answerLikely(about, asked.text, band, asked.day)
      : band.kind === 'cue'
        ? spoken(about, band.cue)
        : nearestTo(about, band, asked);
  return (
    answer && {
      ...answer,
      state: { ...answer.state, unsure: before.state.unsure },
      replies: answer.replies.map((r) => ({ ...r, choices: [] })),
    }
  );
}

/** "Cán bộ có biết tiếng Mông không", where it is asked when to call. */
const ofCaller = /\b(?:can bo|nguoi goi)\b/;

/** What leans on nothing else leans on what the step asks: "cái nào dễ hơn" where it is which of the two to form. */
function bandOfStep({ knowledge }: World, flow: RegisterFlow, text: string): Band | undefined {
  const { form } = flow.draft;
  const ofStep = knowledge.words.step_cards.filter((s) => s.step === flow.step);
  const card = (ofStep.find((s) => s.form === form) ?? ofStep.find((s) => s.form === undefined))?.card;
  const named = namedIn(knowledge, text);
  if (!card || !leansOnTalk(named)) return undefined;
  const band = bandOf(knowledge, rankInTopic(knowledge, text, { card }));
  return (band.kind === 'card' || band.kind === 'likely') && band.card.id === card ? band : undefined;
}

/** What is said to small talk and worries ("ai xem được số của tôi") without leaving the form for it. */
function spoken({ state, world }: Context, cue: Cue): Draft | undefined {
  if (cue.does) return undefined;
  const outcome = cue.outcome === 'handover' ? 'small_talk' : cue.outcome;
  return { state, replies: [reply(cueLines(world, cue))], outcome };
}

/** What the nearest titles say in a sentence, where the question names what it is after or says enough: a list to choose from would lead away from the form, and "khi nào gọi" is about it. */
function nearestTo(context: Context, band: Band, asked: { text: string; day: string }): Draft | undefined {
  if ((band.kind !== 'close' && band.kind !== 'likely') || !asksBack(asked.text)) return undefined;
  const { aspects, length } = namedIn(context.world.knowledge, asked.text);
  if ((aspects.length === 0 || aspects.includes('time')) && length < ofItsOwn) return undefined;
  const cards = band.kind === 'close' ? band.cards : [band.card, ...band.others];
  const gists = gistsOf(context, cards, asked.text, asked.day);
  if (gists.length === 0) return undefined;
  const { state, world } = context;
  const said = line(say(world.knowledge.wording, 'aside_nearest'));
  return { state, replies: [reply([said, ...gists])], outcome: 'choose', cards: cards.map((c) => c.id) };
}
const ofItsOwn = 5;
