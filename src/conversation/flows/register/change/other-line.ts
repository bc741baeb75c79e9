// What is typed at a step that it does not answer, but plainly is another line of the form: "trồng quế" where the number of people is asked.
import { formIn } from '../../../../knowledge/forms.ts';
import type { Knowledge } from '../../../../knowledge/knowledge.ts';
import { say } from '../../../../knowledge/wording.ts';
import { goesOnFrom, isAsking } from '../../../../language/asking.ts';
import { isWrittenAsName } from '../../../../language/family-names.ts';
import { plainWords, syllables } from '../../../../language/fold.ts';
import { namesIn } from '../../../../language/places.ts';
import { type Members, sayMembers } from '../../../../leads/lead.ts';
import { type Context, type Draft, line } from '../../../context.ts';
import type { Block } from '../../../message.ts';
import type { RegisterFlow } from '../../../state.ts';
import { placeNames } from '../../../understand/names.ts';
import { countAnswered } from '../../../understand/told/count.ts';
import { productTold } from '../../../understand/told/index.ts';
import { peopleTold } from '../../../understand/told/people.ts';
import type { World } from '../../../world.ts';
import { takeAnswer } from '../answer/take-answer.ts';
import { dropsTrade } from '../answer/take-product.ts';
import { servedAmong, takeStep } from '../answer/take-step.ts';
import { ask, askStill } from '../go-on.ts';
import { addedTo } from '../read/added.ts';
import { withoutLookalikes } from '../read/asks-back.ts';
import { isBareTrade, type Kind, kindOf, namesTrade } from '../read/kinds.ts';
import type { Step } from '../steps.ts';

/** At the others any words are taken for the answer, unless they are of another kind. */
const open: ReadonlySet<Step> = new Set(['product', 'name', 'time']);
const closed: ReadonlySet<Step> = new Set([
  'form',
  'place',
  'place-which',
  'members',
  'consent',
  'phone',
  'summary',
]);

/** "À nhầm, …", "à ở … cơ" with another ward: what was given before is put right, whatever the step. */
export const putsRight = (text: string): boolean => righting.test(plainWords(text));
const righting =
  /^(?:(?:a|o|u|oi|chet|thoi|em|toi|xin loi|chua|khong|ko) )*(?:(?:(?:ghi|viet|noi|go|bam|dien) )?(?:nham|lon|sai)|a o|a la)\b|^a o\b/;

const openers = new Set(
  'a o u oi chet thoi em toi xin loi chua khong ko nham lon sai ghi viet noi go bam dien roi la'.split(' '),
);
export function withoutOpener(text: string): string {
  const words = text.split(/\s+/);
  const from = words.findIndex((w) => !openers.has(plainWords(w)));
  return words.slice(Math.max(from, 0)).join(' ');
}

/** Changes what was remembered or given before, says so, and asks the step again. */
export function otherLine(context: Context, flow: RegisterFlow): Draft | undefined {
  const { heard, world } = context;
  if (heard.kind !== 'text' || flow.kind !== 'group') return undefined;
  if (flow.step === 'edit-which') return otherLine(context, { ...flow, step: 'summary' });
  if (!isHeardAt(flow.step, heard.text)) return undefined;
  if (flow.draft.productText && dropsTrade(heard.text))
    return ask(context, { ...flow, step: 'product', draft: { ...flow.draft, ...noTrade } }, []);
  const rights = putsRight(heard.text);
  if (rights || namesElsewhere(heard.text, world)) {
    const rest = rights ? { ...heard, text: withoutOpener(heard.text) } : heard;
    if (takeAnswer('place', rest, world).kind === 'which')
      return takeStep({ ...context, heard: rest }, { ...flow, step: 'place' });
  }
  const changed = lineChanged(context, flow);
  return changed && askStill(context, changed.flow, changed.said);
}

/** "Phường … tp …": with a place outside the wards that are served, which of several is not to be guessed. */
function namesElsewhere(text: string, { knowledge }: World): boolean {
  const named = namesIn(text, placeNames(knowledge)).flatMap(({ id }) => knowledge.places.get(id) ?? []);
  const namesakes = new Set(named.flatMap((p) => (p.trap ? [p.id, ...p.namesakes] : [])));
  return named.some((p) => p.served === false && !namesakes.has(p.id));
}

/** At a step that takes any words only what is put right, or surely of another kind. */
const isHeardAt = (step: Step, text: string): boolean =>
  putsRight(text) || closed.has(step) || open.has(step);

/** The form with what the message changes of its other lines, and the words that say so. */
export function lineChanged(
  context: Context,
  flow: RegisterFlow,
): { flow: RegisterFlow; said: Block[] } | undefined {
  const { world } = context;
  if (context.heard.kind !== 'text' || flow.kind !== 'group') return undefined;
  const rights = putsRight(context.heard.text);
  const kind = kindOf(context.heard.text, world);
  /** At a step that takes any words only what is surely of that kind. */
  const may = (line: Kind): boolean => rights || kind === line || closed.has(flow.step);
  const { draft } = flow;
  const text = (rights ? withoutOpener(context.heard.text) : context.heard.text).replace(deniedFirst, '');
  const heard = { ...context.heard, text };
  const place = servedAmong(takeAnswer('place', heard, world), world);
  const moves =
    may('place') && place.kind === 'set' && place.fields.place !== draft.place ? place : undefined;
  // "Lò Văn Tài", said too early, holds no trade (vận tải).
  const told = isWrittenAsName(heard.text) ? undefined : productTold(heard.text, world.knowledge);
  const bare = flow.step === 'place' && isBareTrade(heard.text, world);
  const named =
    flow.step === 'summary'
      ? heard.text
          .split(/[,;]/)
          .map((part) => part.trim())
          .find((part) => namesTrade(part, world))
      : undefined;
  const another =
    kind === 'trade' || bare || named !== undefined || (told !== undefined && told !== draft.product);
  const trade =
    may('trade') && another
      ? takeAnswer('product', { ...heard, text: named ?? heard.text }, world)
      : undefined;
  const form =
    flow.step === 'form' || (open.has(flow.step) && flow.step !== 'product')
      ? undefined
      : formNamed(heard.text, world.knowledge, draft.form);
  const counted = flow.step === 'members' || !may('count') ? undefined : countTold(heard.text, draft);
  const kept = flow.consent !== undefined || flow.updates !== undefined;
  const time = kept && kind === 'time' && flow.step !== 'time' ? takeAnswer('time', heard, world) : undefined;
  const fields = {
    ...moves?.fields,
    ...(trade?.kind === 'set' ? trade.fields : {}),
    ...(form ? { form } : {}),
    ...(counted && sayMembers(counted) !== sayMembers(draft) ? counted : {}),
    ...(time?.kind === 'set' ? time.fields : {}),
    ...(flow.step === 'summary' ? addedTo(heard.text, draft) : tradeAdded(heard.text, draft)),
  };
  const lines = [
    form && say(world.knowledge.wording, form === 'tht' ? 'form_tht' : 'form_htx'),
    fields.placeText,
    fields.productText,
    sayMembers(fields),
    fields.bestTime,
  ].filter((text) => text !== undefined);
  if (lines.length === 0) return undefined;
  const changed = say(world.knowledge.wording, 'line_changed', { lines: lines.join(', ') });
  const said = [changed, ...(moves?.note ? [moves.note] : [])].map(line);
  return { flow: { ...flow, draft: { ...draft, ...fields } }, said };
}

/** "Nuôi lợn nữa", whatever is asked: beside the trade that is written down. */
function tradeAdded(text: string, draft: RegisterFlow['draft']): Pick<RegisterFlow['draft'], 'productText'> {
  const { productText } = addedTo(text, draft);
  return productText ? { productText } : {};
}

/** "Không phải nấm! Nuôi ong": what it is not, told first. */
const deniedFirst = /^(?:không|khong|ko|k) (?:phải|phai) [^,.;!]{1,24}[,.;!]+\s*/iu;

/** What they will do instead is asked. */
const noTrade = { product: undefined, productText: undefined };

/** "Thêm 2 người" counts on; else people are told, or counted in words. */
function countTold(text: string, draft: RegisterFlow['draft']): Members | undefined {
  if (addedTo(text, draft).members) return undefined;
  const told = peopleTold(text);
  const count = told === undefined ? countAnswered(text) : undefined;
  return (
    told ?? (count?.unit && count.sure ? { members: count.members, memberUnit: count.memberUnit } : undefined)
  );
}

/** "Tôi muốn tổ hợp tác thôi": a few words that name another form than the one written down. */
function formNamed(
  text: string,
  knowledge: Knowledge,
  before: string | undefined,
): 'tht' | 'htx' | undefined {
  const long = syllables(text).length > (changes.test(plainWords(text)) ? longestTale : longestChange);
  if (isAsking(withoutLookalikes(text)) || goesOnFrom(text) || long) return undefined;
  const form = formIn(text, knowledge.words);
  return form && form !== 'lien-hiep' && form !== before ? form : undefined;
}
const longestChange = 8;
/** "Tôi bàn với bà nhà thì bà bảo làm tổ hợp tác trước, đổi lại giúp". */
const changes =
  /\b(?:doi|sua|chuyen|ghi|thay)(?: (?:lai|sang|thanh|giup|ho|cho|toi|em|minh))*(?: |$)|\b(?:lam|lap|ghi) (?:mot |1 |cai )?(?:to hop tac|tht|hop tac xa|htx) (?:truoc|thoi|di|cho)\b/;
const longestTale = 30;
