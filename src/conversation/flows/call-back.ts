// "Gặp cán bộ": the office that is known, and a call-back request with consent.
import { say } from '../../knowledge/wording.ts';
import { plainWords } from '../../language/fold.ts';
import { maskNumbers } from '../../language/phones.ts';
import type { Lead } from '../../leads/lead.ts';
import { type Context, type Draft, line, reply } from '../context.ts';
import { officeLine } from '../replies/office.ts';
import { freshForm, type RegisterFlow } from '../state.ts';
import { saysNothing } from '../turn/asked.ts';
import { withoutNames } from '../turn/without-own.ts';
import { leftFor, officialNamed, purposeOf, storyOf } from '../understand/call-wish.ts';
import { hidesName, keepsSecret } from '../understand/hides-name.ts';
import type { World } from '../world.ts';
import { takenLines } from './register/ask/taken.ts';
import { noteOf } from './register/change/note.ts';
import { pausing } from './register/end/paused.ts';
import { advance } from './register/go-on.ts';
import { callTimeIn } from './register/read/call-time.ts';
import { takeUp, updateLead, wardTold } from './register/start.ts';

/** `phone`: a number that was left with hardly anything else said. A message that still waits is shown first; a number left then is for that one. */
export function startCallback(context: Context, phone?: string): Draft {
  const { state } = context;
  if (state.flow?.flow === 'register' && state.flow.kind === 'callback')
    return advance(context, state.flow, []);
  if (state.paused?.kind === 'callback') return takeUp(context, state.paused);
  const waiting = context.world.ownLeads.find((l) => l.kind === 'callback' && l.status === 'new');
  if (!waiting) return freshCallback(context, phone !== undefined);
  return phone ? updateLead(context, waiting, { phone }) : waitingCallback(context, waiting);
}

function waitingCallback({ state, world }: Context, { code }: Lead): Draft {
  const w = world.knowledge.wording;
  return {
    state: { ...state, flow: undefined },
    replies: [
      reply(
        [line(say(w, 'callback_again', { code }))],
        [
          { id: 'lead:update-call', label: say(w, 'label_update_call') },
          { id: 'lead:another-call', label: say(w, 'label_another_call') },
        ],
      ),
    ],
    outcome: 'handover',
  };
}

/** `numberLeft`: before there was consent to keep it; that is said, and it is asked for once there is. */
export function freshCallback(context: Context, numberLeft = false): Draft {
  const { state, world } = context;
  const w = world.knowledge.wording;
  const kept = secretIn(context);
  const about = [kept, saidOfCall(context, numberLeft) ?? askedOf(context)].flatMap((part) => part ?? []);
  const question = about.length > 0 ? withoutNames(about.join(' – ')) : undefined;
  const bestTime = context.heard.kind === 'text' ? callTimeIn(maskNumbers(context.heard.text)) : undefined;
  const time = bestTime ? { bestTime } : {};
  const flow: RegisterFlow = {
    ...freshForm('callback', 'consent', {
      ...wardTold(context.state.told, context.world),
      ...(question ? { note: noteOf(question) } : {}),
      ...time,
    }),
    ...(numberLeft ? { early: true } : {}),
  };
  const hides = [context.heard.kind === 'text' ? context.heard.text : '', question ?? ''].some(hidesName);
  const paused = pausing(context);
  return advance({ ...context, state: { ...state, ...paused.state, unsure: undefined } }, flow, [
    // Who leaves a number waits to be called, and looks for no office.
    ...(numberLeft ? [] : [line(officeLine(world) ?? say(w, 'staff_no_office'))]),
    line(say(w, 'callback_start')),
    ...(question ? [line(say(w, 'callback_about', { note: noteOf(question) }))] : []),
    ...takenLines(context, time),
    ...(hides ? [line(say(w, 'no_name_needed'))] : []),
    ...(kept ? [line(say(w, 'who_sees'))] : []),
    ...paused.blocks,
    ...(numberLeft ? [line(say(w, 'number_early'))] : []),
  ]);
}

/** "Gọi cán bộ đi, đừng để ông ấy biết": for whoever calls, before all else. */
function secretIn({ heard }: Context): string | undefined {
  const clauses = heard.kind === 'text' ? maskNumbers(heard.text).split(/[,.;!\n]+/u) : [];
  return clauses
    .find(keepsSecret)
    ?.trim()
    .replace(/^(?:mà|ma|nhưng|nhung)\s+/iu, '');
}

/** What the wish for a call says itself that it is about; what a number is left for, or which official is wanted, stands before what was asked. */
function saidOfCall(context: Context, numberLeft: boolean): string | undefined {
  const { heard } = context;
  if (heard.kind !== 'text') return undefined;
  const besides = maskNumbers(heard.text);
  const said = purposeOf(besides) ?? (numberLeft ? storyOf(besides) : undefined);
  if (said !== undefined) return said;
  const wanted = leftFor(besides) ?? officialNamed(besides);
  return wanted && [wanted, askedOf(context)].flatMap((part) => part ?? []).join(' – ');
}

/** What the talk was about, answered or not, and what was shown of it last: who calls wants to know it, and not that a title was chosen or none was meant. */
function askedOf({ state, world }: Context): string | undefined {
  const { unsure, asked = [], matters = asked } = state;
  const said = (text: string): string | undefined => {
    const rest = text.replace(noneOfThese, '');
    return rest === '' || isTitle(rest, world) ? undefined : rest;
  };
  const open = unsure && maskNumbers(unsure.question);
  const isNew =
    open &&
    !asked.includes(withoutNames(open)) &&
    !saysNothing(open) &&
    !isAmong(withoutNames(open), matters);
  const questions = isNew ? [...matters, open].slice(-mostMatters) : matters.length > 0 ? matters : asked;
  const told = questions.flatMap((text) => said(text) ?? []);
  const kept = told.length > 0 ? told : questions;
  if (kept.length === 0) return undefined;
  const each = Math.floor(roomForAsked / kept.length);
  const text = kept.map((question) => shortened(question, each)).join(' – ');
  const title = world.knowledge.cards.get(state.topic.card ?? '')?.title;
  return title && !plainWords(text).includes(plainWords(title))
    ? say(world.knowledge.wording, 'callback_matter', { asked: text, title })
    : text;
}
const mostMatters = 3;
const roomForAsked = 270;
const shortened = (text: string, longest: number): string =>
  text.length <= longest ? text : `${text.slice(0, longest).replace(/\s+\S*$/u, '')}…`;
/** The same without the thanks around it. */
const isAmong = (question: string, matters: readonly string[]): boolean =>
  matters.some((matter) => plainWords(question).includes(plainWords(matter)));
const noneOfThese =
  /^(?:dạ\s+|à\s+)?(?:không|khong|ko|k)\s+(?:phải|phai)\s+(?:(?:các|cac|mấy|may|hai|ba|2|3)\s+)?(?:câu|cau|cái|cai)(?:\s+(?:nào|nao|đấy|day|đó|do|ấy|ay|này|nay|kia|cả|ca|hết|het))*[\s.,;:!]+/iu;
const isTitle = (text: string, { knowledge }: World): boolean => {
  const words = plainWords(text);
  return [...knowledge.cards.values()].some((card) => plainWords(card.title) === words);
};
