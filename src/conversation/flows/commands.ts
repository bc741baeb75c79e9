// Does what a person asked to be done, from a button or in words: register, see a person, my data, stop, go back.
import { say } from '../../knowledge/wording.ts';
import { fold } from '../../language/fold.ts';
import { maskNumbers } from '../../language/phones.ts';
import { type Context, type Draft, line, reply } from '../context.ts';
import { explainLast, moreOfLast } from '../question/last-answer.ts';
import { stepsOfTalk } from '../question/steps-of-talk.ts';
import { menuReply } from '../replies/menu.ts';
import { type Unsure, unsureAbout } from '../state/unsure.ts';
import type { State } from '../state.ts';
import type { Command } from '../understand/commands.ts';
import { namedIn } from '../understand/named.ts';
import { startCallback } from './call-back.ts';
import { askErase } from './my-data/erase.ts';
import { startMyData } from './my-data/show.ts';
import { notAtThisStep, thenPresentStep } from './register/present-step.ts';
import { wishIn } from './register/read/wishes.ts';
import { startRegister } from './register/start.ts';
import { backOneStep, editSummary, skipStep } from './register/steer.ts';

const byButton: Record<string, Command> = {
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
export const commandOfChoice = (id: string): Command | undefined => byButton[id];

export function runCommand(context: Context, command: Command): Draft {
  switch (command) {
    case 'register':
      return wantsToLearn(context) ?? startRegister(context);
    case 'staff':
      return startCallback(context);
    case 'my-data':
      return startMyData(context);
    case 'erase':
      return askErase(context);
    case 'stop':
      return stop(context);
    case 'back':
      return backOneStep(context) ?? stop(context);
    case 'skip':
      return skipStep(context) ?? stepOrMenu(context);
    case 'edit':
      return editSummary(context);
    case 'later':
      return later(context);
    case 'menu':
      return stepOrMenu(context);
    case 'explain':
      return aside(context, stepsOfTalk(context) ?? explainLast(context));
    case 'more':
      return aside(context, moreOfLast(context));
  }
}

/** "Cho tôi ghi tên" behind an answer about classes: a person is told of it, no group is formed. */
function wantsToLearn(context: Context): Draft | undefined {
  const { state, heard, world } = context;
  const last = world.knowledge.cards.get(state.topic.card ?? state.unsure?.offered[0] ?? '');
  if (heard.kind !== 'text' || !last || state.flow || groupNamed.test(fold(heard.text))) return undefined;
  if (last.aspect !== 'training' && !namedIn(world.knowledge, last.title).aspects.includes('training'))
    return undefined;
  const question = `${heard.text} (${last.title})`;
  return startCallback({ ...context, state: { ...state, unsure: unsureAbout(maskNumbers(question)) } });
}
const groupNamed = /\b(?:nhom|to|tht|htx|hop tac|phieu|lap)\b/;

const aside = (context: Context, draft: Draft | undefined): Draft =>
  draft ? thenPresentStep(context, draft) : stepOrMenu(context);

/** What no way of handling a turn knows: in an open form its step again, else the menu. */
export const stepOrMenu = (context: Context): Draft => notAtThisStep(context) ?? menu(context);

function menu(context: Context): Draft {
  return { state: context.state, replies: [menuReply(context.world)], outcome: 'small_talk' };
}

/** A number is to be changed, and no form that was sent is known here. */
export function nothingToEdit({ state, world }: Context): Draft {
  const said = line(say(world.knowledge.wording, 'nothing_to_edit'));
  return { state, replies: [reply([said], menuReply(world).choices)], outcome: 'action' };
}

/** For another time the form is put aside and not thrown away; so it is for a bare number, which may have answered another question ("4" of us). */
function stop({ state, heard, world }: Context): Draft {
  const w = world.knowledge.wording;
  const { flow, paused } = state;
  const byNumber = heard.kind === 'choice' && /^\d+$/.test(heard.text);
  const later = heard.kind === 'text' && wishIn(heard.text) === 'later';
  const form = flow?.flow === 'register' ? flow : undefined;
  const open = form?.kind === 'group' ? form : undefined;
  const kept = later ? (open ?? paused ?? form) : byNumber ? open : undefined;
  const text = say(w, kept ? keptWords[kept.kind] : flow || paused ? 'stopped' : 'nothing_to_stop');
  return {
    state: { ...state, flow: undefined, paused: kept, unsure: undefined },
    replies: [reply([line(text)], menuReply(world).choices)],
    outcome: 'action',
  };
}

const keptWords = { group: 'stopped_kept', callback: 'stopped_kept_call' } as const;

const lastAsked = ({ asked = [] }: State): Unsure | undefined =>
  asked.length > 0 ? unsureAbout(asked.join(' – ')) : undefined;

/** "Trả lời tôi sau", however late: marks the gap of the last unanswered question, or makes one when none was kept. */
function later(context: Context): Draft {
  const { state, world } = context;
  const said = reply([line(say(world.knowledge.wording, 'later_noted'))]);
  const unsure = state.unsure ?? lastAsked(state);
  if (!unsure) return stepOrMenu(context);
  const next = { ...state, unsure: undefined };
  if (unsure.gapId) {
    return {
      state: next,
      replies: [said],
      outcome: 'handover',
      happened: [{ kind: 'gap-wants-reply', gapId: unsure.gapId }],
    };
  }
  const gap = {
    kind: 'gap' as const,
    id: world.newId(),
    question: unsure.question,
    nearest: unsure.refused.slice(0, 3),
    wantsReply: true,
    reason: 'no_answer' as const,
  };
  return { state: next, replies: [said], outcome: 'handover', happened: [gap] };
}
