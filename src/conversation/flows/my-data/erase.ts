// Erasing all that is kept of a person: asked once more, done on a plain yes, dropped on a no, and never left hanging over what is said later.
import { say, type WordingKey } from '../../../knowledge/wording.ts';
import { isAsking } from '../../../language/asking.ts';
import { plainWords } from '../../../language/fold.ts';
import { findPhone } from '../../../language/phones.ts';
import { type Context, type Draft, line, reply } from '../../context.ts';
import type { Choice } from '../../message.ts';
import { menuReply } from '../../replies/menu.ts';
import { freshState, type MyDataFlow } from '../../state.ts';
import { exactCommand } from '../../understand/commands.ts';
import type { World } from '../../world.ts';
import { holdsNumber, leadsWithNumber, takesOffNumber } from '../register/end/number-taken-off.ts';
import { pausedLine, pausing } from '../register/end/paused.ts';
import { eraseWord } from './erase-word.ts';

/** An open form is put aside meanwhile. */
export function askErase(context: Context): Draft {
  const next = { ...context, state: { ...context.state, ...pausing(context).state } };
  return sure(next, 'erase_sure', 'confirm-erase');
}

function sure({ state, world }: Context, question: WordingKey, step: MyDataFlow['step']): Draft {
  return {
    state: { ...state, flow: { flow: 'my-data', step } },
    replies: [reply([{ kind: 'warn', text: say(world.knowledge.wording, question) }], choices(world))],
    outcome: 'action',
  };
}

const choices = ({ knowledge: { wording } }: World): Choice[] => [
  { id: 'data:erase', label: say(wording, 'label_yes_erase') },
  { id: 'data:keep', label: say(wording, 'label_keep') },
];

/** The second, deliberate word: the button, its own words, or nothing but a yes right behind the question. */
export function takeErase(context: Context): Draft | undefined {
  const { state, heard } = context;
  if (state.flow?.flow !== 'my-data') return undefined;
  if (heard.kind === 'choice' && heard.id === 'data:keep') return keep(context);
  if (!isPending(context)) return undefined;
  if (heard.kind === 'choice') return heard.id === 'data:erase' ? erased(context.world) : undefined;
  if (heard.kind !== 'text') return undefined;
  // The number alone, taken off or another in its place, is no word on the rest.
  if (takesOffNumber(heard.text) && holdsNumber(context)) return undefined;
  if (findPhone(heard.text) !== undefined && leadsWithNumber(context).length > 0) return undefined;
  const word = eraseWord(heard.text);
  if (word === 'no') return keep(context);
  if (word === 'yes')
    return isFresh(context) ? erased(context.world) : sure(context, 'erase_sure', 'confirm-erase');
  if (onlyTheForm.test(plainWords(heard.text))) return sure(context, 'erase_all_only', 'erase-again');
  return isUnclear(context, heard.text) ? sure(context, 'erase_again', 'erase-again') : undefined;
}

/** "Chỉ xóa phiếu thôi, tin nhắn để lại". */
const onlyTheForm =
  /\b(?:chi|moi|rieng) (?:xoa|bo|huy) (?:moi |rieng |cai )?(?:phieu|to khai|so|ten)\b|\b(?:xoa|bo|huy) (?:moi|rieng|chi|mot) (?:cai )?(?:phieu|to khai|so|ten)\b|\btin nhan (?:thi )?(?:de|giu|khong xoa|dung xoa)\b|\b(?:de|giu)(?: lai)? tin nhan\b/;

const isPending = ({ state: { flow } }: Context): boolean => flow?.flow === 'my-data' && flow.step !== 'show';

/** A "yes" of the next day may answer something else. */
const isFresh = ({ state, world }: Context): boolean =>
  !state.lastAt || world.now.getTime() - Date.parse(state.lastAt) < 3_600_000;

/** Neither word, nor a question or an errand of its own; asked again once. */
function isUnclear({ state, world }: Context, text: string): boolean {
  const { flow } = state;
  if (flow?.flow !== 'my-data' || flow.step === 'erase-again') return false;
  const command = exactCommand(world.knowledge, text);
  return !isAsking(text) && (command === undefined || command === 'stop');
}

function keep({ state, world }: Context): Draft {
  const w = world.knowledge.wording;
  const paused = state.paused ? [pausedLine(world, state.paused)] : [];
  return {
    state: { ...state, flow: undefined },
    replies: [reply([line(say(w, 'erase_kept')), ...paused], menuReply(world).choices)],
    outcome: 'action',
  };
}

const erased = (w: World): Draft => ({
  state: { ...freshState, greeted: true },
  replies: [reply([line(say(w.knowledge.wording, 'erased'))])],
  outcome: 'action',
  happened: [{ kind: 'erase-me' }],
});

/** Something else was said instead of a yes or a no: nothing is pending any more, and the answer to it says so. */
export function lapsed(context: Context): { context: Context; note: string } | undefined {
  const { heard, state, world } = context;
  if (heard.kind === 'empty' || heard.kind === 'unsupported' || !isPending(context)) return undefined;
  return {
    context: { ...context, state: { ...state, flow: undefined } },
    note: say(world.knowledge.wording, 'erase_lapsed'),
  };
}
