// npm run eval:learn — learns from the talks of the tuning part what each sign is worth to a follow-up, says how well that holds for talks left out, and writes it down.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { talkAlone } from '../src/conversation/talk-alone.ts';
import { shortness } from '../src/conversation/understand/follow-up.ts';
import { namedIn } from '../src/conversation/understand/named.ts';
import { candidatesOf, noneOfAll, type Signs, signNames } from '../src/conversation/understand/signs.ts';
import { talkId } from '../src/knowledge/search.ts';
import { knowledge } from './knowledge.ts';
import { type Labelled, labelled } from './labelled.ts';
import { type Example, heldOut, learnWorth } from './softmax.ts';

const day = '2026-11-24';

/** Every sign twice: as it is, and by how short the message is. */
function rowOf(signs: Signs, short: number): Example['rows'][number] {
  const found = signNames.flatMap((name, i) => (signs[name] ? [[i, signs[name]] as const] : []));
  return {
    places: found.flatMap(([i]) => [2 * i, 2 * i + 1]),
    values: found.flatMap(([, value]) => [value, short * value]),
  };
}

/** For a message off the topic all talk is right, and "none of all". */
function followUp(item: Labelled): Example[] {
  const turns = item.dialog ?? [];
  const talk = talkAlone(knowledge, day);
  for (const text of turns.slice(0, -1)) talk.say({ kind: 'text', text });
  const { topic, told } = talk.state();
  const last = topic.card ? knowledge.cards.get(topic.card) : undefined;
  if (!last) return [];
  const message = turns.at(-1) ?? '';
  const named = namedIn(knowledge, message);
  const form = topic.form ?? (told.form === 'unsure' ? undefined : told.form);
  const candidates = candidatesOf(knowledge, message, named, last, form ? { ...topic, form } : topic);
  const isTalk = (id: string): boolean => id === noneOfAll || id.startsWith(talkId(''));
  const good = candidates.map(({ id }) => (item.want.length > 0 ? item.want.includes(id) : isTalk(id)));
  const rows = candidates.map((c) => rowOf(c.signs, shortness(named.length)));
  return good.includes(true) ? [{ rows, good }] : [];
}

const talks = labelled()
  .filter((i) => i.part === 'tuning' && i.dialog)
  .flatMap(followUp);
const count = 2 * signNames.length;
const share = ((100 * heldOut(talks, count)) / talks.length).toFixed(1);
const line = `${talks.length} talks, ${share} % right first of those left out while learning`;
console.log(line);
const worth = learnWorth(talks, count);
const at = (i: number): number => Number((worth[i] as number).toFixed(3));
writeFileSync(
  join(import.meta.dirname, '../src/conversation/understand/worth.ts'),
  `// What each sign is worth to a follow-up, in log-odds: always, and besides in a message of a few words; written by \`npm run eval:learn\` from the talks of the tuning part.
// ${new Date().toISOString().slice(0, 10)}: ${line}.
import type { signNames } from './signs.ts';

export type Worth = Record<(typeof signNames)[number], { always: number; short: number }>;
export const worth: Worth = {
${signNames.map((name, i) => `  ${name}: { always: ${at(2 * i)}, short: ${at(2 * i + 1)} },`).join('\n')}
};
`,
);
