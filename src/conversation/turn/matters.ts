// What a talk is about, for whoever calls back: the latest typed questions that said something, without thanks, venting and wishes for a person.
import { isThanks } from '../../language/asking.ts';
import { closingOf } from '../../language/closing.ts';
import { plainWords, syllables } from '../../language/fold.ts';
import { maskNumbers } from '../../language/phones.ts';
import type { Context, Draft } from '../context.ts';
import { complaintIn } from '../understand/phrasing/complaint.ts';
import { openingOf } from '../understand/phrasing/opening.ts';
import { ventsOnly } from '../understand/phrasing/vents.ts';
import { isHeardOut, saysNothing } from './asked.ts';

/** The last three; what is said again takes the place of what it says again, and another day begins anew. */
export function mattersNow(context: Context, draft: Draft): string[] | undefined {
  const { state, heard, world } = context;
  const since = state.lastAt ? world.now.getTime() - Date.parse(state.lastAt) : 0;
  const before = since < hoursOfTalk * 3_600_000 ? draft.state.matters : undefined;
  if (heard.kind !== 'text' || !isHeardOut(context, draft)) return before;
  const said = maskNumbers(saidOf(context, heard.text)).slice(0, longest);
  if (syllables(said).length < fewest) return before;
  const now = ` ${plainWords(said)} `;
  const others = (before ?? []).filter((text) => !now.includes(` ${plainWords(text)} `));
  return [...others, said].slice(-most);
}
const hoursOfTalk = 12;
const longest = 180;
const fewest = 3;
const most = 3;

/** "Ok cảm ơn nhé. Thế có ai giúp làm hồ sơ không": the sentences that say something. */
function saidOf({ world }: Context, text: string): string {
  const sentences = openingOf(text).rest.split(/(?<=[.!?;\n])\s+/u);
  const idle = (sentence: string): boolean =>
    saysNothing(sentence) ||
    isThanks(sentence) ||
    closingOf(sentence) !== undefined ||
    complaintIn(world.knowledge, sentence)?.rest === '' ||
    ventsOnly(world.knowledge, sentence);
  return sentences
    .filter((sentence) => !idle(sentence))
    .map((sentence) => sentence.replace(leads, ''))
    .join(' ')
    .replace(/[\s.,;]+$/u, '');
}
const leads = /^(?:(?:ok|oke|à|ừ|ờ|ơ|thế|vậy|mà|dạ|vâng)[\s,]+)+(?=\S+\s+\S)/iu;
