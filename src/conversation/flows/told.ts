// What was told in passing, on its own: taken note of, shown on "sửa", forgotten one by one or all.
import { answerWith } from '../../knowledge/answer.ts';
import { say } from '../../knowledge/wording.ts';
import { isAsking } from '../../language/asking.ts';
import { fold, foldInPlace } from '../../language/fold.ts';
import { type Context, type Draft, line, reply } from '../context.ts';
import type { Choice } from '../message.ts';
import { answerReply } from '../replies/answer.ts';
import { linesInstead } from '../replies/detail.ts';
import { menuReply } from '../replies/menu.ts';
import { forYou, toldLine, toldParts } from '../replies/told.ts';
import type { Told } from '../state.ts';
import { deniesTold } from '../understand/told/denied.ts';
import { ownTells } from '../understand/told/index.ts';
import type { World } from '../world.ts';

/** "Nhà em 4 hộ trồng chè", with nothing asked; behind an answer the talk goes on about that. */
export function noteTold({ state, world }: Context): Draft | undefined {
  const goesOn = state.topic.card !== undefined || state.distress !== undefined;
  const text = toldLine(world.knowledge, state.told, world.today, goesOn ? 'told_noted' : 'told_only');
  return text === undefined
    ? undefined
    : { state, replies: [reply([line(text)], menuReply(world).choices)], outcome: 'small_talk' };
}

/** Enough people or too few, the counter of their ward: what the last answer did not say before this was told. */
export function meantForLast({ state, world }: Context, before: Told): Draft | undefined {
  const { knowledge, today } = world;
  const answer = answerWith(knowledge, state.topic.card ?? '', state.topic.asOf ?? today);
  if (!answer || answer.day !== today) return undefined;
  const known = new Set(forYou(knowledge, answer, before).map((b) => b.text));
  const own = forYou(knowledge, answer, state.told);
  const list = toldLine(knowledge, state.told, today, 'told_now');
  if (!list || own.every((b) => known.has(b.text))) return undefined;
  const whole = answerReply(knowledge, answer, today);
  return {
    state,
    replies: [reply([...linesInstead(whole, own), { kind: 'note', text: list }], whole.choices)],
    outcome: 'answered',
    cards: [answer.card.id],
  };
}

/** "Sửa" with nothing else to edit; undefined when nothing was told. */
export function editTold({ state, world }: Context): Draft | undefined {
  const { knowledge, today } = world;
  const text = toldLine(knowledge, state.told, today, 'told_fix');
  if (text === undefined) return undefined;
  return { state, replies: [reply([line(text)], forgetChoices(world, state.told))], outcome: 'action' };
}

const forgetChoices = ({ knowledge, today }: World, told: Told): Choice[] => [
  ...toldParts(knowledge, told, today).map((p) => ({
    id: `forget:${p.slot}`,
    label: say(knowledge.wording, 'label_forget', { value: p.text }),
  })),
  { id: 'forget:all', label: say(knowledge.wording, 'label_forget_all') },
];

/** Pressed, or its words typed however late. */
function forgets({ state, heard, world }: Context): string | undefined {
  if (heard.kind === 'choice') return heard.id.startsWith('forget:') ? heard.id : undefined;
  if (heard.kind !== 'text' || Object.keys(state.told).length === 0) return undefined;
  const typed = fold(heard.text);
  const known = forgetChoices(world, state.told).find((c) => fold(c.label) === typed)?.id;
  return (
    known ??
    (typed.startsWith(fold(say(world.knowledge.wording, 'label_forget', { value: '' }))) ? gone : undefined)
  );
}
/** A button of before, of what is no longer remembered. */
const gone = 'forget:gone';

export function forgetTold(context: Context): Draft | undefined {
  const { state } = context;
  const slot = forgets(context)?.slice('forget:'.length);
  if (slot === undefined) return undefined;
  const told = slot === 'all' ? {} : without(state.told, [slot]);
  return forgotten({ ...context, state: { ...state, told } });
}

/** The trade goes with the words it was told in. */
const without = (told: Told, slots: readonly string[]): Told =>
  Object.fromEntries(
    Object.entries(told).filter(([name]) => !slots.includes(name === 'productText' ? 'product' : name)),
  );

/** Says so, and what is still remembered. */
function forgotten({ state, world }: Context): Draft {
  const left = toldLine(world.knowledge, state.told, world.today, 'told_now');
  const blocks = [line(say(world.knowledge.wording, 'told_forgot')), ...(left ? [line(left)] : [])];
  return { state, replies: [reply(blocks, menuReply(world).choices)], outcome: 'action' };
}

/** Typed where what is remembered is shown to be put right ("5 nhà", "số người là 6", "6"), or behind "à nhầm". */
export function correctTold(context: Context): Draft | undefined {
  const { state, heard, world } = context;
  if (heard.kind !== 'text' || Object.keys(state.told).length === 0) return undefined;
  const { knowledge, today } = world;
  const shown = state.offered.some((c) => c.id.startsWith('forget:'));
  const parts = toldParts(knowledge, state.told, today).filter(({ slot }) => shown || ofOneself.has(slot));
  const denial = deniesTold(heard.text, parts);
  const slip = mistaken.exec(foldInPlace(heard.text))?.[0].length ?? 0;
  if (!shown && slip === 0 && !denial) return undefined;
  const denied = deniedFirst.exec(heard.text)?.[0];
  // "Không phải vay thêm. …" puts right an answer, not what was told.
  if (!shown && !denial && denied && isEmpty(ownTells(denied, knowledge, {}))) return undefined;
  const text = denial?.rest ?? heard.text.slice(denied?.length ?? slip);
  if (isAsking(text)) return undefined;
  const left = without(state.told, denial?.slots ?? []);
  const told = ownTells(shown ? counted(text, state.told) : text, knowledge, left);
  if (JSON.stringify(told) === JSON.stringify(state.told)) return undefined;
  const corrected = { ...context, state: { ...state, told } };
  return meantForLast(corrected, state.told) ?? noteTold(corrected) ?? forgotten(corrected);
}
const isEmpty = (told: Told): boolean => Object.keys(told).length === 0;
/** A form or a number may be denied of what was answered, too. */
const ofOneself: ReadonlySet<string> = new Set(['place', 'product']);
const mistaken = /^(?:a |o |u )*(?:nham|noi nham|ghi nham|khong phai|sua lai)(?: (?:roi|la|thanh))*[ ,.:]+/;

/** "Không phải nuôi gà, nuôi vịt": what it is not, told first. */
const deniedFirst = /^(?:không|khong|ko|k) (?:phải|phai) [^,.;]+[,.;]\s*/iu;

/** A bare number counts what was counted before. */
const counted = (text: string, { members, memberUnit = 'người' }: Told): string =>
  members === undefined ? text : text.replace(/^(\D*?)(\d{1,3})\s*$/u, `$1$2 ${memberUnit}`);
