// What is said in the form for whoever calls: why, and how best to reach them.
import { findPhone } from '../../../../language/phones.ts';
import type { Draft, Typed } from '../../../context.ts';
import type { RegisterFlow } from '../../../state.ts';
import { asksForCall, leftFor, purposeOf, wishesToLeaveNumber } from '../../../understand/call-wish.ts';
import { askStill } from '../go-on.ts';
import { speaksOfPhone } from '../read/call-time.ts';
import { remarked } from './free-line.ts';

/** "Tôi xin cán bộ gọi lại để …", "cho chị để lại số", where that is being written down: what it is about goes with it. */
export function asksCallStill(context: Typed, flow: RegisterFlow): Draft | undefined {
  const { heard } = context;
  if (findPhone(heard.text)) return undefined;
  const calls = flow.kind === 'callback' && asksForCall(heard.text);
  if (!calls && !wishesToLeaveNumber(heard.text)) return undefined;
  const purpose = purposeOf(heard.text) ?? leftFor(heard.text);
  return purpose ? remarked(context, flow, purpose) : askStill(context, flow, []);
}

/** "Máy tôi hay hết pin", where the time is asked for: for whoever calls, and the time is asked still. */
export function remarksAtTime(context: Typed, flow: RegisterFlow): Draft | undefined {
  const { heard } = context;
  return flow.step === 'time' && speaksOfPhone(heard.text)
    ? remarked(context, flow, heard.text.replace(/^(?:mà|ma|nhưng|nhung)\s+/iu, ''))
    : undefined;
}
