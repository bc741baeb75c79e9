// "Gửi đi ạ. Bao giờ có người gọi", "đồng ý, ai gọi cho tôi thế": of a message whose question is answered elsewhere, the clause that answers the step is taken.
import { fold, syllables } from '../../../../language/fold.ts';
import { asTyped, type Context, type Draft } from '../../../context.ts';
import type { RegisterFlow } from '../../../state.ts';
import type { World } from '../../../world.ts';
import { agreesPlainly, holdsBack } from '../answer/consent.ts';
import { answersPlainly } from '../answer/take-answer.ts';
import { takeStep } from '../answer/take-step.ts';
import { asksBack } from '../read/asks-back.ts';
import { saysSend } from '../read/typed.ts';
import type { Step } from '../steps.ts';

export function answeredApart(context: Context, flow: RegisterFlow): Draft | undefined {
  const { heard, world } = context;
  if (heard.kind !== 'text') return undefined;
  const clauses = heard.text.split(/[,.;!?\n]+/u).map((clause) => clause.trim());
  const answer = clauses.find((clause) => answers(flow.step, clause, world));
  const held = clauses.some((clause) => clause !== answer && holdsBack.test(fold(clause)));
  return answer === undefined || held ? undefined : takeStep({ ...context, heard: asTyped(answer) }, flow);
}

function answers(step: Step, clause: string, world: World): boolean {
  if (step === 'summary') return saysSend(clause) && syllables(clause).includes('gui');
  if (step === 'consent') return agreesPlainly(clause);
  return answersPlainly(step, clause, world) && !asksBack(clause);
}
