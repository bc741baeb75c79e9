// "Gặp cán bộ": the office that is known, and a call-back request with consent.
import { say } from '../../knowledge/wording.ts';
import { maskNumbers } from '../../language/phones.ts';
import { type Context, type Draft, line } from '../context.ts';
import type { RegisterFlow, State } from '../state.ts';
import { advance } from './register/go-on.ts';
import { noteOf } from './register/note.ts';
import { pausing } from './register/paused.ts';
import { wardTold } from './register/start.ts';

/** `phone`: a number that was left with nothing else said; asked for otherwise. */
export function startCallback(context: Context, phone?: string): Draft {
  const { state, world } = context;
  const w = world.knowledge.wording;
  if (state.flow?.flow === 'register' && state.flow.kind === 'callback')
    return advance(context, state.flow, []);
  const question = askedOf(state);
  const flow: RegisterFlow = {
    flow: 'register',
    kind: 'callback',
    step: 'consent',
    editing: false,
    tries: 0,
    skipped: [],
    draft: {
      ...wardTold(context.state.told, context.world),
      ...(phone ? { phone } : {}),
      ...(question ? { note: noteOf(question) } : {}),
    },
  };
  const kept = pausing(context);
  return advance({ ...context, state: { ...state, ...kept.state, unsure: undefined } }, flow, [
    // Who leaves a number waits to be called, and looks for no office.
    ...(phone ? [] : [line(officeLine(context))]),
    line(say(w, 'callback_start')),
    ...(question ? [line(say(w, 'callback_about', { note: noteOf(question) }))] : []),
    ...kept.blocks,
  ]);
}

/** What was asked last, answered or not: who calls wants to know it. */
function askedOf({ unsure, asked = [] }: State): string | undefined {
  const open = unsure && maskNumbers(unsure.question);
  return open && !asked.includes(open) ? open : asked.length > 0 ? asked.join(' – ') : undefined;
}

/** Only what staff have filled in is said; a missing number is said to be missing. */
export function officeLine({ world }: Context): string {
  const { operator } = world;
  const parts = [operator.office, operator.phone && `điện thoại ${operator.phone}`, operator.hours].filter(
    Boolean,
  );
  const w = world.knowledge.wording;
  return parts.length > 0 ? say(w, 'staff_office', { office: parts.join(', ') }) : say(w, 'staff_no_office');
}
