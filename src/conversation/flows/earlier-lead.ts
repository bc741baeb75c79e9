// A form or message that was sent before, when the same is asked for again: changed, or left beside a new one, as was chosen.
import type { Context, Draft } from '../context.ts';
import { freshCallback } from './call-back.ts';
import { freshRegister, openLead, updateLead } from './register/start.ts';

export function chooseLead(context: Context): Draft | undefined {
  if (context.heard.kind !== 'choice') return undefined;
  switch (context.heard.id) {
    case 'lead:update':
      return updateLead(context, openLead(context, 'group'));
    case 'lead:another':
      return freshRegister(context);
    case 'lead:update-call':
      return updateLead(context, openLead(context, 'callback'));
    case 'lead:another-call':
      return freshCallback(context);
  }
  return undefined;
}
