// A case code typed anywhere in the talk, "HTX-7K3MP": its lead is asked for, then its status is told, nothing personal.
import { codeIn, codeMiswritten } from '../../leads/code.ts';
import type { Context, Draft, Typed } from '../context.ts';
import type { Need } from '../world.ts';
import { askErase } from './my-data/erase.ts';
import { leadStatus } from './my-data/show.ts';
import { withdraws } from './register/end/withdraws.ts';

/** The lead of a code that is not loaded yet. */
export function needOf({ heard, world }: Context): Need | undefined {
  const wanted = heard.kind === 'text' ? codeIn(heard.text) : undefined;
  if (!wanted || world.found.some((f) => f.code === wanted.code)) return undefined;
  return { kind: 'lead-by-code', code: wanted.code };
}

/** What only might be a code and belongs to no lead is left to the questions. */
export function caseCode(context: Typed): Draft | undefined {
  const { heard, world } = context;
  const miswritten = codeMiswritten(heard.text);
  if (miswritten) return leadStatus(context, miswritten, undefined);
  const wanted = codeIn(heard.text);
  const found = wanted && world.found.find((f) => f.code === wanted.code);
  if (!wanted || !found || (!found.lead && !wanted.plain)) return undefined;
  const own = world.ownLeads.some((l) => l.code === wanted.code);
  if (own && withdraws(heard.text)) return askErase(context);
  return leadStatus(context, wanted.code, found.lead);
}
