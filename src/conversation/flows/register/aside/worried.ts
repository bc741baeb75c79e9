// Whoever is wary of giving name and number: refuses, asks who sees them and when the call comes, or tells the number too early.
import { asTyped, type Draft, type Typed } from '../../../context.ts';
import type { RegisterFlow } from '../../../state.ts';
import { worryIn } from '../read/worries.ts';
import { numberEarly } from './number-early.ts';
import { refused } from './refused.ts';
import { sayThenAsk } from './say-then-ask.ts';

/** `undefined` where nothing of that is said. */
export function worried(context: Typed, flow: RegisterFlow): Draft | undefined {
  const { heard } = context;
  const condition = flow.step === 'consent' ? conditionOf(heard.text) : undefined;
  if (condition) return worried({ ...context, heard: asTyped(`${condition} không?`) }, flow);
  const refusal = refused(context, flow, heard.text);
  if (refusal) return refusal;
  const worry = worryIn(heard.text, flow);
  return worry ? sayThenAsk(context, flow, worry) : numberEarly(context, flow, heard.text);
}

/** "Không bán số thì tôi đồng ý": the word hangs on what stands before it, which is answered as if it were asked. */
function conditionOf(text: string): string | undefined {
  const condition = hanging.exec(text.normalize('NFC').trim())?.[1];
  return condition?.replace(/^(?:nếu|neu|mà|ma|miễn|mien|là|la|\s)+/iu, '').trim() || undefined;
}
const hanging =
  /^([^.;!?]+?)[\s,]+(?:thì|thi)\s+(?:(?:tôi|toi|em|e|mình|minh|cháu|chau|bác|bac|chị|chi|anh|mới|moi|cũng|cung)\s+)*(?:đồng ý|dong y|ok|được|dc)(?:\s+(?:ạ|a|nhé|nhe|luôn|luon|thôi|thoi|ngay))*[\s.!]*$/iu;
