// One turn, pure: reads what was said, tries the ways of handling it in order, and completes the first that fits.
import { say } from '../knowledge/wording.ts';
import { syllables } from '../language/fold.ts';
import { findPhone, maskNumbers } from '../language/phones.ts';
import { codeIn } from '../leads/code.ts';
import { answerCard } from './answer-card.ts';
import { runCommand, stepOrMenu } from './commands.ts';
import { type Context, type Draft, line, reply, type Way } from './context.ts';
import { leadStatus, takeMyData } from './flows/my-data.ts';
import { insideRegister } from './flows/register/inside.ts';
import { chooseLead } from './flows/register/start.ts';
import { answersPlainly } from './flows/register/take-answer.ts';
import { startCallback } from './flows/staff.ts';
import { forgetTold } from './flows/told.ts';
import { hear } from './hear.ts';
import type { Said } from './message.ts';
import { notAtThisStep, thenPresentStep } from './open-form.ts';
import { askQuestion } from './question.ts';
import { quoteReply } from './replies/answer.ts';
import { noticeBlock, welcomeReply } from './replies/menu.ts';
import { talk } from './small-talk.ts';
import type { State } from './state.ts';
import { type Command, exactCommand, likelyCommand } from './understand/commands.ts';
import { tellsOf } from './understand/told.ts';
import { urgentIn } from './understand/urgent.ts';
import { wishesToForm } from './understand/wish.ts';
import { unsure } from './unsure.ts';
import type { Need, Responded, World } from './world.ts';

const ways: readonly Way[] = [
  opened,
  notWords,
  inDistress,
  caseCode,
  exactly,
  takeMyData,
  forgotten,
  insideRegister,
  chooseLead,
  tapped,
  leftNumber,
  freely,
];

/** See DESIGN section 4. Returns `needs` when facts beyond the person's own must be loaded first. */
export function respond(state: State, said: Said, world: World): Responded {
  const heard = hear(state, said);
  const context: Context = { state, heard, world };
  const need = needOf(context);
  if (need) return { needs: [need] };
  for (const way of ways) {
    const draft = way(context);
    if (draft) return finish(context, draft);
  }
  return finish(context, stepOrMenu(context));
}

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
  const entry = urgentIn(world.knowledge, heard.text, { bySignAlone: answers });
  return entry && talk(context, entry);
}

function needOf({ heard, world }: Context): Need | undefined {
  const wanted = heard.kind === 'text' ? codeIn(heard.text) : undefined;
  if (!wanted || world.found.some((f) => f.code === wanted.code)) return undefined;
  return { kind: 'lead-by-code', code: wanted.code };
}

/** What only might be a code and belongs to no lead is left to the questions. */
function caseCode(context: Context): Draft | undefined {
  const { heard, world } = context;
  const wanted = heard.kind === 'text' ? codeIn(heard.text) : undefined;
  const found = wanted && world.found.find((f) => f.code === wanted.code);
  if (!wanted || !found || (!found.lead && !wanted.plain)) return undefined;
  return leadStatus(context, wanted.code, found.lead);
}

/** "dừng", "quay lại", "gặp cán bộ" … as a button or in one of their listed wordings: works everywhere. */
function exactly(context: Context): Draft | undefined {
  const { heard, world } = context;
  const command =
    heard.kind === 'choice'
      ? commandOfChoice(heard.id)
      : heard.kind === 'text'
        ? exactCommand(world.knowledge, heard.text)
        : undefined;
  return command && runCommand(context, command);
}

const commands: Record<string, Command> = {
  'do:register': 'register',
  'do:staff': 'staff',
  'do:my-data': 'my-data',
  'do:erase': 'erase',
  'do:stop': 'stop',
  'do:skip': 'skip',
  'do:edit': 'edit',
  'do:later': 'later',
  'do:ask': 'menu',
  'do:menu': 'menu',
  'do:back': 'back',
};
const commandOfChoice = (id: string): Command | undefined => commands[id];

/** A piece that was remembered is forgotten; an open form goes on. */
function forgotten(context: Context): Draft | undefined {
  const draft = forgetTold(context);
  return draft && thenPresentStep(context, draft);
}

/** A card's title, the words of its clauses, or "none of these". */
function tapped(context: Context): Draft | undefined {
  const { state, heard, world } = context;
  if (heard.kind !== 'choice') return undefined;
  const [kind, id = ''] = heard.id.split(/:(.*)/s);
  if (kind === 'card' && world.knowledge.cards.has(id))
    return thenPresentStep(context, answerCard(context, id, state.topic.asOf ?? world.asOf ?? world.today));
  if (kind === 'quote') {
    const day = state.topic.asOf ?? world.asOf ?? world.today;
    const shown = quoteReply(world.knowledge, id, day, world.today);
    return shown && thenPresentStep(context, { state, replies: [shown], outcome: 'answered', cards: [id] });
  }
  if (kind !== 'no' || !state.unsure) return undefined;
  const form = notAtThisStep(context);
  if (form) return form;
  const offered = state.offered.flatMap((c) =>
    c.id.startsWith('card:') ? [c.id.slice('card:'.length)] : [],
  );
  const next = { ...state, unsure: { ...state.unsure, refused: [...state.unsure.refused, ...offered] } };
  return unsure({ ...context, state: next }, state.unsure.question, offered);
}

/** A phone number and hardly a word besides: somebody wants to be called. */
function leftNumber(context: Context): Draft | undefined {
  const { heard } = context;
  const phone = heard.kind === 'text' ? findPhone(heard.text) : undefined;
  if (heard.kind !== 'text' || !phone) return undefined;
  return syllables(maskNumbers(heard.text)).length <= besidesNumber
    ? startCallback(context, phone)
    : undefined;
}
const besidesNumber = 5;

/** Everything else that was typed: a command worded freely, or a question. */
function freely(context: Context): Draft | undefined {
  const { heard, world } = context;
  if (heard.kind === 'choice') return heard.text ? askQuestion(context, heard.text) : undefined;
  if (heard.kind !== 'text' || syllables(heard.text).length === 0) return undefined;
  const command = wishesToForm(heard.text) ? 'register' : likelyCommand(world.knowledge, heard.text);
  const draft = command
    ? runCommand(remembering(context, heard.text), command)
    : askQuestion(context, heard.text);
  if (!heard.cut) return draft;
  const [first, ...rest] = draft.replies;
  const note = line(say(world.knowledge.wording, 'too_long'));
  return {
    ...draft,
    replies: first ? [{ ...first, blocks: [note, ...first.blocks] }, ...rest] : draft.replies,
  };
}

/** "em muốn lập tổ hợp tác trồng chè" tells the form and the trade besides what it asks to be done. */
function remembering(context: Context, text: string): Context {
  const told = tellsOf(text, context.world.knowledge, context.state.told);
  return { ...context, state: { ...context.state, told } };
}

/** Adds the notice on the first turn, remembers what was offered, and masks what is kept. */
function finish({ state, heard, world }: Context, draft: Draft): Responded {
  const notice = state.greeted ? undefined : noticeBlock(world);
  const withNotice = (replies: Draft['replies']): Draft['replies'] =>
    notice
      ? replies.map((r, i) => (i === replies.length - 1 ? { ...r, blocks: [...r.blocks, notice] } : r))
      : replies;
  const replies = withNotice(draft.replies);
  const offered = replies.at(-1)?.choices ?? [];
  const said =
    heard.kind === 'text' || heard.kind === 'choice'
      ? maskNumbers(heard.text)
      : heard.kind === 'contact'
        ? '[số]'
        : '';
  return {
    state: { ...draft.state, greeted: true, offered: [...offered], lastAt: world.now.toISOString() },
    replies,
    outcome: draft.outcome,
    happened: draft.happened ?? [],
    kept: {
      said: draft.masked?.said ?? said,
      replies: withNotice(draft.masked?.replies ?? draft.replies),
      cards: draft.cards ?? [],
    },
  };
}
