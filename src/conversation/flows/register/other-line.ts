// What is typed at a step that it does not answer, but plainly is another line of the form: "trồng quế" where the number of people is asked.
import { formIn } from '../../../knowledge/forms.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { say } from '../../../knowledge/wording.ts';
import { goesOnFrom, isAsking } from '../../../language/asking.ts';
import { syllables } from '../../../language/fold.ts';
import { type Context, type Draft, line } from '../../context.ts';
import type { RegisterFlow } from '../../state.ts';
import { peopleTold } from '../../understand/people-told.ts';
import { productTold } from '../../understand/told.ts';
import { ask } from './go-on.ts';
import { isWrittenAsName } from './name.ts';
import type { Step } from './steps.ts';
import { takeAnswer } from './take-answer.ts';
import { takeStep } from './take-step.ts';

/** Where these can be no answer: a name, a time or a trade itself takes any words. */
const steps: ReadonlySet<Step> = new Set([
  'form',
  'place',
  'place-which',
  'members',
  'consent',
  'phone',
  'summary',
]);

/** "À nhầm, …", "à ở … cơ" with another ward: what was given before is put right, whatever the step. */
export const putsRight = (text: string): boolean => righting.test(syllables(text).join(' '));
const righting =
  /^(?:(?:a|o|u|oi|chet|thoi|em|toi|xin loi) )*(?:(?:(?:ghi|viet|noi|go|bam|dien) )?(?:nham|lon|sai)|a o|a la)\b|^a o\b/;

const openers = new Set(
  'a o u oi chet thoi em toi xin loi nham lon sai ghi viet noi go bam dien roi la'.split(' '),
);
export function withoutOpener(text: string): string {
  const words = text.split(/\s+/);
  const from = words.findIndex((w) => !openers.has(syllables(w).join(' ')));
  return words.slice(Math.max(from, 0)).join(' ');
}

/** Changes what was remembered or given before, says so, and asks the step again. */
export function otherLine(context: Context, flow: RegisterFlow): Draft | undefined {
  const { world } = context;
  if (context.heard.kind !== 'text' || flow.kind !== 'group') return undefined;
  const rights = putsRight(context.heard.text);
  if (!rights && !steps.has(flow.step)) return undefined;
  const { draft } = flow;
  const heard = rights ? { ...context.heard, text: withoutOpener(context.heard.text) } : context.heard;
  const place = takeAnswer('place', heard, world);
  if (rights && place.kind === 'which') return takeStep({ ...context, heard }, { ...flow, step: 'place' });
  const moves = place.kind === 'set' && place.fields.place !== draft.place ? place : undefined;
  // "Lò Văn Tài", said too early, holds no trade (vận tải).
  const told = isWrittenAsName(heard.text) ? undefined : productTold(heard.text, world.knowledge);
  const trade = told && told !== draft.product ? takeAnswer('product', heard, world) : undefined;
  const form = flow.step === 'form' ? undefined : formNamed(heard.text, world.knowledge, draft.form);
  const members = flow.step === 'members' ? undefined : peopleTold(heard.text)?.members;
  const fields = {
    ...moves?.fields,
    ...(trade?.kind === 'set' ? trade.fields : {}),
    ...(form ? { form } : {}),
    ...(members && members !== draft.members ? { members } : {}),
  };
  const lines = [
    form && say(world.knowledge.wording, form === 'tht' ? 'form_tht' : 'form_htx'),
    fields.placeText,
    fields.productText,
    fields.members && `${fields.members} người`,
  ].filter((text) => text !== undefined);
  if (lines.length === 0) return undefined;
  const changed = say(world.knowledge.wording, 'line_changed', { lines: lines.join(', ') });
  const said = [changed, ...(moves?.note ? [moves.note] : [])].map(line);
  return ask(context, { ...flow, draft: { ...draft, ...fields } }, said);
}

/** "Tôi muốn tổ hợp tác thôi": a few words that name another form than the one written down. */
function formNamed(
  text: string,
  knowledge: Knowledge,
  before: string | undefined,
): 'tht' | 'htx' | undefined {
  if (isAsking(text) || goesOnFrom(text) || syllables(text).length > longestChange) return undefined;
  const form = formIn(text, knowledge.words);
  return form && form !== 'lien-hiep' && form !== before ? form : undefined;
}
const longestChange = 8;
