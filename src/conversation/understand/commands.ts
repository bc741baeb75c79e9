// Recognises what a message asks the bot to do: stop, go back, see a person, register, show or erase my data.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { onceFor } from '../../knowledge/once.ts';
import type { Cue } from '../../knowledge/schema/cue.ts';
import { cueOf } from '../../knowledge/search.ts';
import { clean, fold, foldInPlace, plainWords } from '../../language/fold.ts';
import { personWords } from '../../language/person-words.ts';
import { aTurn, remembered } from '../../language/remembered.ts';
import { isPolite, plainly } from './phrasing/polite.ts';
import { writtenOut } from './phrasing/shorthand.ts';
import { thresholds } from './thresholds.ts';

export type Command = NonNullable<Cue['does']>;

/** A message that says nothing but a command, in one of the ways listed: works inside any flow. */
export const exactCommand = (knowledge: Knowledge, message: string): Command | undefined =>
  reader(knowledge)(message);
const reader = onceFor((knowledge: Knowledge) => remembered((message) => read(knowledge, message), aTurn));

function read(knowledge: Knowledge, message: string): Command | undefined {
  const whole = listed(knowledge, message);
  if (whole) return whole;
  let rest = writtenOut(knowledge, message);
  for (let led = opener.exec(foldInPlace(rest)); led; led = opener.exec(foldInPlace(rest))) {
    rest = rest.slice(led[0].length);
    const command = listed(knowledge, rest);
    if (command) return agreed.has(command) ? command : undefined;
  }
  return undefined;
}

/** "Ừ", "vậy thì", "mà thôi" before what one then agrees to. */
const opener = /^(?:u|uh|um|ok|oke|da|vang|vay|the|thoi|ma|roi|gio|thi)[\s,.]+/;
const agreed: ReadonlySet<Command> = new Set(['register', 'staff']);

function listed(knowledge: Knowledge, typed: string): Command | undefined {
  const message = writtenOut(knowledge, typed);
  const said = phrases(knowledge).get(plainly(typed)) ?? phrases(knowledge).get(plainly(message));
  if (!said) return undefined;
  const marked = clean(typed).toLowerCase() !== fold(typed);
  return marked && !said.spelt.some((s) => agrees(typed, s) || agrees(message, s)) ? undefined : said.command;
}

/** Marks that were typed must be the phrase's own: "đúng" is not "dừng". */
function agrees(message: string, phrase: string): boolean {
  const words = new Set(
    clean(phrase)
      .toLowerCase()
      .split(/[^\p{L}\d]+/u),
  );
  const typed = clean(message)
    .toLowerCase()
    .split(/[^\p{L}\d]+/u);
  return typed.every((w) => w === fold(w) || isPolite(w) || words.has(w));
}

/** A message whose meaning is a command though worded freely; inside a flow only for what is no answer to its step. */
export function likelyCommand(knowledge: Knowledge, message: string): Command | undefined {
  const best = knowledge.search.rank(message, 2)[0];
  const command = best && best.score >= thresholds.command ? cueOf(knowledge, best.id)?.does : undefined;
  return command === 'erase' && onlyPutsRight(fold(message)) ? undefined : command;
}

/** "Sai số người, ban viên chức không làm nữa": what was told is wrong, and nothing need go. */
const onlyPutsRight = (flat: string): boolean =>
  /\b(?:sai|nham|sua)\b/.test(flat) && !/\b(?:xoa|huy|rut|go|bo|quen)\b/.test(flat);

/** "Đổi số", "tôi thay sim mới", "ghi nhầm số": of the number in one's form. */
export const changesNumber = (message: string): boolean => ownNumber.test(plainWords(message));
const self = `(?:${personWords}|t)`;
const ownNumber = new RegExp(
  `^(?:(?:da|a|thoi|gio|moi|vua|muon|can|xin|cho|giup|nho|${self}) )*(?:(?:doi|sua|thay)(?: lai| sang| giup| ho)*|(?:ghi|go|khai|nhap|cho) (?:nham|sai)) (?:cai )?(?:so dien thoai|so dt|so may|sdt|so|sim|dien thoai)(?: (?:moi|khac|roi|da (?:ghi|khai|gui)|trong phieu|o phieu|phieu|cua|nhe|nha|a|voi|giup|ho|duoc khong|dc ko|duoc ko|${self}))*$`,
);

type Phrase = { command: Command; spelt: string[] };

const phrases = onceFor((knowledge: Knowledge) => {
  const all = new Map<string, Phrase>();
  for (const cue of knowledge.cues.values()) {
    for (const ask of cue.does ? cue.asks : []) {
      const same = all.get(plainly(ask));
      if (same) same.spelt.push(ask);
      else if (cue.does) all.set(plainly(ask), { command: cue.does, spelt: [ask] });
    }
  }
  return all;
});
