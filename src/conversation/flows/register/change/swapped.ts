// "Chỗ hợp tác xã sửa thành tổ hợp tác", "đậu phụ chứ không phải cam": the line in which the old words stand is put right, whatever the step.
import { formIn } from '../../../../knowledge/forms.ts';
import { say } from '../../../../knowledge/wording.ts';
import { plainWords } from '../../../../language/fold.ts';
import { asTyped, type Draft, line, saying, type Typed } from '../../../context.ts';
import type { RegisterFlow } from '../../../state.ts';
import type { World } from '../../../world.ts';
import { answersPlainly, takeAnswer } from '../answer/take-answer.ts';
import { keepingPlace, takeStep } from '../answer/take-step.ts';
import { takenParts } from '../ask/taken.ts';
import { askStill } from '../go-on.ts';
import { asksBack } from '../read/asks-back.ts';
import { kindOf } from '../read/kinds.ts';
import { nameIn } from '../read/name.ts';
import { type Swap, swapsIn } from '../read/swap.ts';
import { type FieldStep, lineOfStep, personal, stepsOf } from '../steps.ts';

export function swapped(context: Typed, flow: RegisterFlow): Draft | undefined {
  const { heard, world } = context;
  if (heard.text.includes('?')) return undefined;
  for (const swap of swapsIn(heard.text)) {
    const step = asksBack(swap.after) || asksBack(swap.beside) ? undefined : lineMeant(swap, flow, world);
    if (step === undefined || step === lineOfStep(flow.step) || !stepsOf(flow.kind).includes(step)) continue;
    const taken = keepingPlace(takeAnswer(step, asTyped(swap.after), world), flow.draft, world);
    if (taken.kind !== 'set') continue;
    const at: RegisterFlow['step'] = flow.step === 'edit-which' ? 'summary' : flow.step;
    const next: RegisterFlow = { ...flow, step: at, draft: { ...flow.draft, ...taken.fields } };
    const lines = takenParts(taken.fields, world).join(', ');
    const said = line(say(world.knowledge.wording, 'line_changed', { lines }));
    // "Tối nhé. À mà đổi sang hợp tác xã": what stands before it may answer the step.
    const answer = asTyped(swap.beside);
    const answered = answersPlainly(flow.step, swap.beside, world)
      ? takeStep({ ...context, heard: answer }, next)
      : undefined;
    if (answered && !personal[step]) return saying(said, answered);
    const mask = personal[step];
    return { ...askStill(context, next, [said]), ...(mask ? { keptSaid: mask } : {}) };
  }
  return undefined;
}

/** The line whose words are said to be wrong; where none are, what the new words surely are. */
function lineMeant(
  { before, after }: Swap,
  { draft, step }: RegisterFlow,
  world: World,
): FieldStep | undefined {
  const form = formIn(after, world.knowledge.words);
  if (form && draft.form !== undefined && form !== draft.form && isAForm(after)) return 'form';
  if (before === '')
    return step === 'summary' || step === 'edit-which' ? lineOfKind(after, world) : undefined;
  const said = plainWords(before).replace(around, '');
  const holds = (written: string | undefined): boolean =>
    said !== '' && written !== undefined && ` ${plainWords(written)} `.includes(` ${said} `);
  if (holds(draft.productText) || holds(world.knowledge.products.get(draft.product ?? '')?.name))
    return 'product';
  if (holds(draft.name)) return nameIn(after) === undefined ? undefined : 'name';
  return holds(draft.placeText) ? 'place' : undefined;
}
const isAForm = (text: string): boolean => plainWords(text).split(' ').length <= wordsOfForm;
const wordsOfForm = 5;
const around = /^(?:(?:cai|cay|con|nuoi|trong|lam|ten|la|o|phuong|xa) )+(?=\S)/;

/** "Sửa thành nuôi vịt", where all is shown. */
function lineOfKind(after: string, world: World): FieldStep | undefined {
  const kind = kindOf(after, world);
  return kind === 'trade' ? 'product' : kind === 'place' ? 'place' : kind === 'name' ? 'name' : undefined;
}
