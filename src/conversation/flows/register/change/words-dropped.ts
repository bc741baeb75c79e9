// "Bỏ chữ em với chữ chị đi", "thừa chữ em": words that shall not stand in a line of the form are taken out of it.
import { say } from '../../../../knowledge/wording.ts';
import { clean, fold, foldInPlace } from '../../../../language/fold.ts';
import { wordAgrees } from '../../../../language/marks-agree.ts';
import { type Draft, line, type Typed } from '../../../context.ts';
import type { RegisterFlow } from '../../../state.ts';
import { askStill } from '../go-on.ts';
import { personal } from '../steps.ts';

const held = ['name', 'productText', 'bestTime', 'note'] as const;

export function wordsDropped(context: Typed, flow: RegisterFlow): Draft | undefined {
  const { heard, world } = context;
  const words = wordsToDrop(heard.text);
  if (words.length === 0) return undefined;
  for (const field of held) {
    const written = flow.draft[field];
    const left = written === undefined ? undefined : without(written, words);
    if (left === undefined || left === '') continue;
    const at: RegisterFlow['step'] = flow.step === 'edit-which' ? 'summary' : flow.step;
    const next: RegisterFlow = { ...flow, step: at, draft: { ...flow.draft, [field]: left } };
    const told = line(say(world.knowledge.wording, 'line_changed', { lines: left }));
    const kept = field === 'name' ? { keptSaid: personal.name } : {};
    return { ...askStill(context, next, [told]), ...kept };
  }
  return undefined;
}

/** The line without them, where every one of them stands in it. */
function without(written: string, words: readonly string[]): string | undefined {
  const typed = written.split(/\s+/);
  const is = (a: string, b: string): boolean =>
    fold(a) === fold(b) && wordAgrees(b.toLowerCase(), a.toLowerCase());
  if (!words.every((word) => typed.some((w) => is(w, word)))) return undefined;
  return typed.filter((w) => !words.some((word) => is(w, word))).join(' ');
}

function wordsToDrop(message: string): string[] {
  const text = clean(message);
  const span = dropping.exec(foldInPlace(text))?.indices?.groups?.words;
  if (!span) return [];
  return text
    .slice(span[0], span[1])
    .replace(/["“”'‘’]/gu, '')
    .split(/\s*,\s*|\s+(?:và|va|với|voi|lẫn|lan|cả|ca)\s+/iu)
    .map((part) => part.replace(/^(?:(?:cái|cai|cả|ca|chữ|chu|từ|tu)\s+)+/iu, '').trim())
    .filter((part) => part !== '' && !/\s/.test(part));
}
const dropping =
  /\b(?:bo|xoa|bot|cat|thua|du)(?: (?:di|giup|ho|mat|ca|cai|cho|hai|2|may))* (?=chu |tu )(?<words>(?:chu|tu) .+?)(?= (?:di|ra|giup|ho|nhe|nha|a|em oi|voi a|roi|o|trong|khoi|cho)\b|[.;!]|$)/d;
