// "Gửi đi ạ. Bao giờ có người gọi", "đồng ý, ai gọi cho tôi thế": of a message whose question is answered elsewhere, the clause that answers the step is taken.
import { isAsking } from '../../../../language/asking.ts';
import { fold, syllables } from '../../../../language/fold.ts';
import { asTyped, type Context, type Draft, type Typed } from '../../../context.ts';
import type { RegisterFlow } from '../../../state.ts';
import type { World } from '../../../world.ts';
import { agreesPlainly, holdsBack } from '../answer/consent.ts';
import { takeStep } from '../answer/take-step.ts';
import { remarked } from '../change/free-line.ts';
import { asksBack } from '../read/asks-back.ts';
import { isPlainTime } from '../read/call-time.ts';
import { tellsLine } from '../read/told-on.ts';
import { saysSend } from '../read/typed.ts';
import { wishIn } from '../read/wishes.ts';
import type { Step } from '../steps.ts';
import { answersSurely } from './answers-surely.ts';

export function answeredApart(context: Context, flow: RegisterFlow): Draft | undefined {
  const { heard, world } = context;
  if (heard.kind !== 'text') return undefined;
  const clauses = heard.text.split(between).map((clause) => clause.trim());
  const answering = clauses.find((clause) => answers(flow.step, clause, world));
  const held =
    mayBeHeld.has(flow.step) &&
    clauses.some((clause) => clause !== answering && holdsBack.test(fold(clause).replace(asks, ' ')));
  // With consent name, number and time may be told beside what is asked.
  const told = clauses.filter((clause) => !isAsking(clause)).join(', ');
  const on = clauses.filter((clause) => clause !== answering && tellsLine(clause, world));
  const lines = ofGroup.has(flow.step) && answering ? [answering, ...on].join(', ') : answering;
  const answer = flow.step === 'consent' && answering && agreesPlainly(told) ? told : lines;
  return answer === undefined || held ? undefined : takeStep({ ...context, heard: asTyped(answer) }, flow);
}

/** Agreeing and sending may hang on what is said beside them. */
const mayBeHeld: ReadonlySet<Step> = new Set(['consent', 'summary']);
const ofGroup: ReadonlySet<Step> = new Set(['form', 'place', 'product']);

/** "Sau 5 giờ chiều, à mà …" where nothing else is made of the rest: the time is not lost with it, and the rest goes with the form. */
export function timeApart(context: Typed, flow: RegisterFlow): Draft | undefined {
  const { heard } = context;
  if (flow.step !== 'time') return undefined;
  const [first = '', ...more] = heard.text.split(between).map((clause) => clause.trim());
  if (more.length === 0 || !isPlainTime(first) || wishIn(heard.text) !== undefined) return undefined;
  const rest = heard.text.slice(first.length).replace(/^[\s,.;!]+(?:(?:à|mà|ma)\s+)*/iu, '');
  const taken = takeStep({ ...context, heard: asTyped(first) }, flow);
  const on = taken?.state.flow;
  if (!taken || on?.flow !== 'register' || syllables(rest).length < fewestOfRemark) return taken;
  return remarked({ ...context, state: taken.state }, on, rest);
}
const fewestOfRemark = 3;

const between = /[,.;!?\n]+|\s+(?:mà|ma)\s+/u;
/** "Cho em hỏi" waits for nothing, "để hỏi chồng" does. */
const asks = /\b(?:cho|xin)(?: (?:em|e|toi|minh|chau|con|bac|chi|anh|co|chu))? (?:duoc )?hoi\b/g;

function answers(step: Step, clause: string, world: World): boolean {
  if (step === 'summary') return saysSend(clause) && syllables(clause).includes('gui');
  if (step === 'consent') return agreesPlainly(clause);
  return answersSurely(step, clause, world) && !asksBack(clause);
}
