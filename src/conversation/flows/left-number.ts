// A number left in the middle of the talk, or a call asked for in one's own words: the form that leads to that call is opened.
import { asksForPersonSomewhere, isAsking } from '../../language/asking.ts';
import { syllables } from '../../language/fold.ts';
import { findPhone, maskNumbers } from '../../language/phones.ts';
import type { Draft, Typed } from '../context.ts';
import { asksForCall, asksToBeCalled, leavesName, wishesToLeaveNumber } from '../understand/call-wish.ts';
import { ownTells } from '../understand/told/index.ts';
import { wishesToForm, wishesWithNumber } from '../understand/wish.ts';
import { startCallback } from './call-back.ts';
import { withoutLookalikes } from './register/read/asks-back.ts';
import { startRegister } from './register/start.ts';

/** A number and hardly a word besides, words that ask for a call, a name: who leaves them waits for somebody. */
export function leftNumber(context: Typed): Draft | undefined {
  const { heard, state, world } = context;
  const phone = findPhone(heard.text);
  if (!phone)
    return asksForCall(heard.text) || wishesToLeaveNumber(heard.text) ? startCallback(context) : undefined;
  const besides = maskNumbers(heard.text);
  const { knowledge } = world;
  if (wishesToForm(heard.text, knowledge) || wishesWithNumber(heard.text, knowledge)) {
    const told = ownTells(heard.text, knowledge, state.told, true);
    return startRegister({ ...context, state: { ...state, told } });
  }
  const called =
    syllables(besides).length <= besidesNumber ||
    asksToBeCalled(besides) ||
    leavesName(besides) ||
    (!isAsking(besides) && asksForCall(besides)) ||
    asksForPersonSomewhere(withoutLookalikes(besides));
  return called ? startCallback(context, phone) : undefined;
}
const besidesNumber = 5;
