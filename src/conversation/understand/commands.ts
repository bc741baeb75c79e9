// Recognises what a message asks the bot to do: stop, go back, see a person, register, show or erase my data.
import { syllables } from '../../language/fold.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { talkId } from '../../knowledge/search.ts';
import type { Talk } from '../../knowledge/schema.ts';
import { thresholds } from './thresholds.ts';

export type Command = NonNullable<Talk['does']>;

/** A message that says nothing but a command, in one of the ways listed: works inside any flow. */
export function exactCommand(knowledge: Knowledge, message: string): Command | undefined {
  return phrases(knowledge).get(key(message));
}

/** A message whose meaning is a command though worded freely; only outside flows. */
export function likelyCommand(knowledge: Knowledge, message: string): Command | undefined {
  const best = knowledge.search.rank(message, 2)[0];
  if (!best || best.score < thresholds.talk || !best.id.startsWith(talkId(''))) return undefined;
  return knowledge.talk.get(best.id.slice(talkId('').length))?.does;
}

const polite = new Set(['a', 'nhe', 'nha', 'di', 'voi', 'cho', 'em', 'toi', 'minh', 'oi', 'ad', 'da', 'vang', 'giup']);
const key = (text: string): string => syllables(text).filter((w) => !polite.has(w)).join(' ') || text;

const made = new WeakMap<Knowledge, Map<string, Command>>();

function phrases(knowledge: Knowledge): Map<string, Command> {
  const ready = made.get(knowledge);
  if (ready) return ready;
  const all = new Map<string, Command>();
  for (const talk of knowledge.talk.values()) {
    if (talk.does) for (const ask of talk.asks) all.set(key(ask), talk.does);
  }
  made.set(knowledge, all);
  return all;
}
