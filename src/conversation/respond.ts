// One turn, pure: reads what was said, tries the ways of handling it in order, and completes the first that fits.
import { say } from '../knowledge/wording.ts';
import { isAsking } from '../language/asking.ts';
import { type Context, type Draft, line, reply, typed, type Way } from './context.ts';
import { besideLoss, remindedBeside } from './distress/beside-loss.ts';
import { besidesDenial, tellsOldCase } from './distress/denied.ts';
import { distressIn, withReminder } from './distress/index.ts';
import { saysMisread } from './distress/still-urgent.ts';
import { buttonMeant } from './flows/button-meant.ts';
import { caseCode, needOf } from './flows/case-code.ts';
import { commandOfChoice, runCommand, stepOrMenu } from './flows/commands.ts';
import { chooseLead } from './flows/earlier-lead.ts';
import { leftNumber } from './flows/left-number.ts';
import { lapsed, takeErase } from './flows/my-data/erase.ts';
import { refusedLate } from './flows/refused-late.ts';
import { answersPlainly } from './flows/register/answer/take-answer.ts';
import { askedWithWish } from './flows/register/asked-with-wish.ts';
import { numberTakenOff } from './flows/register/end/number-taken-off.ts';
import { aboutSent } from './flows/register/end/sent.ts';
import { insideRegister } from './flows/register/inside.ts';
import { thenPresentStep } from './flows/register/present-step.ts';
import { goesOnAnew, goesOnPaused } from './flows/register/start.ts';
import { correctTold, forgetTold } from './flows/told.ts';
import { freely } from './freely.ts';
import type { Said } from './message.ts';
import { tapped } from './question/tapped.ts';
import { withNote } from './question/telling.ts';
import { welcomeReply } from './replies/menu.ts';
import type { State } from './state.ts';
import { finish } from './turn/finish.ts';
import { hear, mayMeanElse } from './turn/hear.ts';
import { exactCommand } from './understand/commands.ts';
import type { Responded, World } from './world.ts';

const ways: readonly Way[] = [
  opened,
  notWords,
  inDistress,
  typed(caseCode),
  typed(numberTakenOff),
  exactly,
  forgotten,
  corrected,
  insideRegister,
  chooseLead,
  typed(goesOnPaused),
  typed(goesOnAnew),
  typed(aboutSent),
  typed(buttonMeant),
  tapped,
  typed(leftNumber),
  typed(refusedLate),
  typed(askedWithWish),
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
