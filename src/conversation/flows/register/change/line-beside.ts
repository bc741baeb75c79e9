// "Sim. À thôi 4 người": the answer to the step, and behind it another line that is put right; both are taken.
import { plainWords, syllables } from '../../../../language/fold.ts';
import { asTyped, type Draft, saying, type Typed } from '../../../context.ts';
import type { RegisterFlow } from '../../../state.ts';
import { peopleTold } from '../../../understand/told/people.ts';
import type { World } from '../../../world.ts';
import { answersPlainly } from '../answer/take-answer.ts';
import { takeStep } from '../answer/take-step.ts';
import { asksBack } from '../read/asks-back.ts';
import { isStrangeTo } from '../read/kinds.ts';
import { nameIn } from '../read/name.ts';
import type { Step } from '../steps.ts';
import { lineChanged } from './other-line.ts';

/** Only where what stands behind says itself that it puts something right. */
export function lineBeside(context: Typed, flow: RegisterFlow): Draft | undefined {
  const { heard, world } = context;
  if (flow.kind !== 'group' || !steps.has(flow.step)) return undefined;
  for (const cut of heard.text.matchAll(between)) {
    const answer = heard.text.slice(0, cut.index).trim();
    const other = heard.text.slice(cut.index + cut[0].length).trim();
    if (!opens.test(plainWords(other)) || asksBack(other) || !answersStep(flow.step, answer, world)) continue;
    const rest = asTyped(other.replace(openers, ''));
    const changed = lineChanged({ ...context, heard: rest }, { ...flow, step: 'consent' });
    if (!changed && peopleTold(other) === undefined) continue;
    const next = { ...(changed?.flow ?? flow), step: flow.step };
    const taken = takeStep({ ...context, heard: asTyped(answer) }, next);
    if (taken) return saying(changed?.said ?? [], taken);
  }
  return undefined;
}
const steps: ReadonlySet<Step> = new Set(['name', 'phone', 'time', 'place', 'product']);
const between = /\s*[.;!]\s+|\s*,\s*(?=(?:à|a|mà|ma|nhưng|nhung|thôi|thoi|nhầm|nham|sửa|sua|đổi|doi)\s)/giu;
const openers = /^(?:(?:à|a|mà|ma|nhưng|nhung|thôi|thoi|ơ|o|ờ)\s+)+/iu;
const opens = /^(?:a|ma|nhung|thoi|nham|lon|sua|doi|gio|bay gio|o|quen)\b/;

/** A name of a word or two, as it is written. */
const answersStep = (step: Step, text: string, world: World): boolean =>
  step === 'name'
    ? nameIn(text) !== undefined && syllables(text).length <= longestName && !isStrangeTo('name', text, world)
    : answersPlainly(step, text, world);
const longestName = 6;
