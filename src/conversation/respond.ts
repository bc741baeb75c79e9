// One turn, pure: reads what was said, tries the ways of handling it in order, and completes the first that fits.
import { say } from '../knowledge/wording.ts';
import {
  asksForPerson,
  asksForPersonAtLast,
  asksShorter,
  asksToBeTold,
  isAsking,
  isCourtesy,
} from '../language/asking.ts';
import { fold, syllables } from '../language/fold.ts';
import { findPhone, maskNumbers } from '../language/phones.ts';
import { type Context, type Draft, line, reply, saying, type Way } from './context.ts';
import { besideLoss, remindedBeside } from './distress/beside-loss.ts';
import { besidesDenial, tellsOldCase } from './distress/denied.ts';
import { distressIn, goesOnAsking, urgentAgain, withReminder } from './distress/index.ts';
import { saysMisread, stillUrgent } from './distress/still-urgent.ts';
import { buttonMeant } from './flows/button-meant.ts';
import { caseCode, needOf } from './flows/case-code.ts';
import { commandOfChoice, nothingToEdit, runCommand, stepOrMenu } from './flows/commands.ts';
import { chooseLead } from './flows/earlier-lead.ts';
import { joinsOnly } from './flows/joins-only.ts';
import { leftNumber } from './flows/left-number.ts';
import { lapsed, takeErase } from './flows/my-data/erase.ts';
import { refusedLate } from './flows/refused-late.ts';
import { answersPlainly } from './flows/register/answer/take-answer.ts';
import { numberTakenOff } from './flows/register/end/number-taken-off.ts';
import { aboutSent } from './flows/register/end/sent.ts';
import { insideRegister } from './flows/register/inside.ts';
import { thenPresentStep } from './flows/register/present-step.ts';
import { goesOnAnew, goesOnPaused } from './flows/register/start.ts';
import { correctTold, forgetTold } from './flows/told.ts';
import type { Said } from './message.ts';
import { articleAsked } from './question/article-asked.ts';
import { askQuestion } from './question/index.ts';
import { namingOutside } from './question/outside.ts';
import { tapped } from './question/tapped.ts';
import { withNote } from './question/telling.ts';
import { welcomeReply } from './replies/menu.ts';
import type { State } from './state.ts';
import { finish } from './turn/finish.ts';
import { hear, mayMeanElse } from './turn/hear.ts';
import { ownNumber } from './understand/call-wish.ts';
import { changesNumber, exactCommand, likelyCommand } from './understand/commands.ts';
import { namedIn } from './understand/named.ts';
import { refusesFounding } from './understand/not-forming.ts';
import { openingOf } from './understand/phrasing/opening.ts';
import { ownTells, tellsOf } from './understand/told/index.ts';
import { wishesToForm } from './understand/wish.ts';
import type { Responded, World } from './world.ts';

const ways: readonly Way[] = [
  opened,
  notWords,
  inDistress,
  caseCode,
  numberTakenOff,
  exactly,
  forgotten,
  corrected,
  insideRegister,
  chooseLead,
  goesOnPaused,
  goesOnAnew,
  aboutSent,
  buttonMeant,
  tapped,
  leftNumber,
  refusedLate,
  freely,
];

/** Returns `needs` when facts beyond the person's own must be loaded first; `handle` loads them and asks again. */
export function respond(state: State, said: Said, world: World): Responded {
  const heard = hear(state, said);
  const context = besideLoss(calmed({ state, heard, world }));
  const need = needOf(context);
  if (need) return { needs: [need] };
  const erasing = takeErase(context);
  const kept = { ...context, heard };
  if (erasing && !inDistress(context)) return finish(kept, erasing);
  const dropped = lapsed(context);
  if (!dropped) return finish(kept, firstDraft(context));
  const draft = firstDraft(dropped.context);
  return finish(kept, draft.state.flow?.flow === 'my-data' ? draft : withNote(draft, dropped.note));
}

/** What was taken for distress and was none is no longer spoken of; what is asked beside that is answered. */
function calmed({ state, heard, world }: Context): Context {
  if (heard.kind !== 'text') return { state, heard, world };
  const calm = { ...state, distress: undefined, pastDistress: undefined };
  const asked = besidesDenial(heard.text, (state.distress ?? state.pastDistress) !== undefined);
  if (asked) return { state: calm, heard: { ...heard, text: asked }, world };
  const misread = state.distress && saysMisread(heard.text) && isAsking(heard.text);
  return { state: misread || tellsOldCase(heard.text) ? calm : state, heard, world };
}

function firstDraft(context: Context): Draft {
  for (const way of ways) {
    const draft = way(context);
    if (draft) return context.beside ? remindedBeside(context, draft) : reminding(context, draft);
  }
  return stepOrMenu(context);
}

/** In distress that was told, what to do first of all stands before whatever is answered, and before a call is arranged. */
const reminding = ({ state, world }: Context, draft: Draft): Draft =>
  state.flow ? draft : withReminder(draft, world.knowledge.cues.get(state.distress ?? ''));

/** The bot was opened: greet, remember the poster's code, keep any draft. */
function opened({ state, heard, world }: Context): Draft | undefined {
  if (heard.kind !== 'start') return undefined;
  const next = { ...state, ...(heard.source ? { source: heard.source } : {}) };
  return { state: next, replies: [welcomeReply(world)], outcome: 'small_talk' };
}

function notWords({ state, heard, world }: Context): Draft | undefined {
  const w = world.knowledge.wording;
  if (heard.kind !== 'empty' && heard.kind !== 'unsupported') return undefined;
  const text = say(w, heard.kind === 'empty' ? 'empty' : 'unsupported');
  return { state, replies: [reply([line(text)])], outcome: 'small_talk' };
}

/** Distress comes before everything, inside any flow; the flow waits. */
function inDistress(context: Context): Draft | undefined {
  if (context.heard.kind !== 'text') return undefined;
  const { state, heard, world } = context;
  const answers = state.flow?.flow === 'register' && answersPlainly(state.flow.step, heard.text, world);
  return distressIn(context, heard.text, answers);
}

/** "dừng", "quay lại", "gặp cán bộ" … as a button or in one of their listed wordings: works everywhere. */
function exactly(context: Context): Draft | undefined {
  const { state, heard, world } = context;
  if (heard.kind === 'choice') {
    const pressed = commandOfChoice(heard.id);
    return pressed && runCommand(context, pressed);
  }
  const command = heard.kind === 'text' ? exactCommand(world.knowledge, heard.text) : undefined;
  if (heard.kind !== 'text' || !command) return undefined;
  return command === 'stop' && mayMeanElse(state, heard.text) ? undefined : runCommand(context, command);
}

/** A piece that was remembered is forgotten; an open form goes on. */
function forgotten(context: Context): Draft | undefined {
  const draft = forgetTold(context);
  return draft && thenPresentStep(context, draft);
}

/** "5 nhà", typed where what was remembered is shown to be put right. */
function corrected(context: Context): Draft | undefined {
  return context.state.flow ? undefined : correctTold(context);
}

/** Everything else that was typed: a command worded freely, or a question; what asks behind an answer may ask after that one ("sửa lại lần nào chưa"). */
function freely(context: Context): Draft | undefined {
  const { state, heard, world } = context;
  if (heard.kind === 'choice') return heard.text ? askQuestion(context, heard.text) : undefined;
  if (heard.kind !== 'text' || syllables(heard.text).length === 0) return undefined;
  const words = articleAsked(context, heard.text);
  if (words) return words;
  const about = aboutLast(context, heard.text);
  if (about) return runCommand(context, about);
  if (!state.flow && changesNumber(heard.text)) return nothingToEdit(context);
  const wishes = wishesToForm(heard.text, world.knowledge);
  const asksOn =
    asksAfter(heard.text) &&
    (state.topic.card !== undefined || namedIn(world.knowledge, heard.text).aspects.includes('where'));
  const meant = wishes
    ? 'register'
    : asksOn
      ? undefined
      : likelyCommand(world.knowledge, openingOf(heard.text).rest);
  const joins = refusesFounding(heard.text);
  if (joins && (meant === 'register' || !isAsking(heard.text))) return joinsOnly(context);
  // "Cảm ơn, thôi để tôi hỏi …" with nothing open gives nothing up.
  const command = meant === 'stop' && !state.flow && isCourtesy(heard.text) ? undefined : meant;
  const draft = command
    ? namingOutside(context, runCommand(remembering(context, heard.text, wishes), command), heard.text)
    : goesOn(context, heard.text);
  const left = findPhone(heard.text) && !draft.state.flow && ownNumber(maskNumbers(heard.text));
  const answered = left ? withNote(draft, say(world.knowledge.wording, 'number_not_noted')) : draft;
  if (!heard.cut) return answered;
  const note = line(say(world.knowledge.wording, 'too_long'));
  return saying(note, answered);
}

/** A person; or behind an answer it in a sentence, or to be told once what it could not say is known. */
function aboutLast({ state }: Context, text: string): 'explain' | 'later' | 'staff' | undefined {
  if (!state.flow && asksForPersonAtLast(text)) return 'staff';
  if (state.flow || syllables(text).length > shortest) return undefined;
  if (asksForPerson(text)) return 'staff';
  if (state.topic.card && asksShorter(text)) return 'explain';
  return state.unsure?.gapId && asksToBeTold(text) ? 'later' : undefined;
}
const shortest = 14;

/** "Đăng ký ở đâu", "bước đầu là gì" behind an answer ask about it; "gặp cán bộ được không" asks for a deed. */
const asksAfter = (text: string): boolean => isAsking(text) && !/\b(?:duoc|dc)\b/.test(fold(text));

/** With the distress that was answered last, or with a question of its own. */
function goesOn(context: Context, text: string): Draft {
  const { state, world } = context;
  const urgent = stillUrgent(world.knowledge, text, state.distress);
  return urgent && !goesOnAsking(context, urgent, text)
    ? urgentAgain(context, urgent)
    : askQuestion(context, text);
}

/** "em muốn lập tổ hợp tác trồng chè" tells the form and the trade besides what it asks to be done. */
function remembering(context: Context, text: string, wishes: boolean): Context {
  const { knowledge } = context.world;
  const before = context.state.told;
  const told = wishes ? ownTells(text, knowledge, before, wishes) : tellsOf(text, knowledge, before);
  return { ...context, state: { ...context.state, told } };
}
