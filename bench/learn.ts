// npm run eval:learn [-- follow-up | two | line] — learns from the tuning part what the signs of a follow-up, of two questions in one message and of the line asked for are worth, says how well that holds for cards left out, and writes it down.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Behind, behind, type State } from '../src/conversation/state.ts';
import { talkAlone } from '../src/conversation/talk-alone.ts';
import { candidatesOf, noneOfAll } from '../src/conversation/understand/follow-up/candidates.ts';
import { shortness } from '../src/conversation/understand/follow-up/index.ts';
import { followUpInputs, followUpSigns } from '../src/conversation/understand/follow-up/worth.ts';
import { lineSigns, signsOfLines } from '../src/conversation/understand/line-asked/signs.ts';
import { namedIn } from '../src/conversation/understand/named.ts';
import { inputsOf, type Learned, type Network } from '../src/conversation/understand/network.ts';
import { cutSigns, cutsOf, noCut, topicBehind } from '../src/conversation/understand/two-questions/cuts.ts';
import { cueId } from '../src/knowledge/search.ts';
import { knowledge } from '../test/support/knowledge.ts';
import { type Labelled, labelled } from './labelled.ts';
import { type LabelledLine, labelledLines } from './labelled-lines.ts';
import { type Example, heldOut, learnNetwork } from './learn-network.ts';

const day = '2026-11-24';

/** For a message off the topic every cue is right, and "none of all"; there are few such, and to answer one is the worse mistake. */
function followUp(item: Labelled): Example[] {
  return examplesOf(item, item.dialog?.at(-1) ?? '', topicOf(item));
}

/** The same message where the talk really stood, where that was behind another answer than the labelled one: a wrong answer is followed by what was meant. */
function followUpAstray(item: Labelled): Example[] {
  const labelled = topicOf(item).card;
  const topic = behind(standsAt(item));
  return topic.card && labelled !== topic.card ? examplesOf(item, item.dialog?.at(-1) ?? '', topic) : [];
}

/** A question of its own, behind an answer that has nothing to do with it: the talk goes on elsewhere. */
function elsewhere(item: Labelled, place: number): Example[] {
  const cards = [...knowledge.cards.values()];
  const last = cards[(place * 37 + 11) % cards.length];
  if (!last || item.want.includes(last.id)) return [];
  return examplesOf(item, item.q ?? '', topicBehind(last));
}

function examplesOf(item: Labelled, message: string, topic: Behind): Example[] {
  const last = topic.card ? knowledge.cards.get(topic.card) : undefined;
  if (!last) return [];
  const named = namedIn(knowledge, message);
  const candidates = candidatesOf(knowledge, message, named, last, topic);
  const isCue = (id: string): boolean => id === noneOfAll || id.startsWith(cueId(''));
  const good = candidates.map(({ id }) => (item.want.length > 0 ? item.want.includes(id) : isCue(id)));
  const rows = candidates.map((c) => followUpInputs(c.signs, shortness(named.length)));
  const times = item.want.length > 0 ? 1 : 2;
  return good.includes(true) ? [{ rows, good, group: item.want[0] ?? message, times }] : [];
}

/** Where the talk stood: behind the cards that are labelled, else behind what was answered. */
function topicOf(item: Labelled): Behind {
  const [id, ...earlier] = item.before ?? [];
  const state = standsAt(item);
  const card = knowledge.cards.get(id ?? '');
  if (!card) return behind(state);
  const [before, ...more] = [...new Set(earlier)].filter((e) => e !== id);
  const then = before ? { before, ...(more.length > 0 ? { earlier: more.slice(0, 4) } : {}) } : {};
  return behind({ ...state, topic: { ...topicBehind(card), ...then } });
}

/** With the form that was told, where no answer was about one. */
function standsAt({ dialog = [] }: Labelled): State {
  const said = dialog.slice(0, -1);
  if (!stood.has(keyOf(said))) replay(said);
  const state = stood.get(keyOf(said)) as State;
  const told = state.told.form === 'unsure' ? undefined : state.told.form;
  const form = state.topic.form ?? told;
  return form ? { ...state, topic: { ...state.topic, form } } : state;
}

/** A talk of many turns is replayed once, not for each of them. */
function replay(said: readonly string[]): void {
  const talk = talkAlone(knowledge, day);
  stood.set(keyOf([]), talk.state());
  said.forEach((text, i) => {
    talk.say({ kind: 'text', text });
    stood.set(keyOf(said.slice(0, i + 1)), talk.state());
  });
}

/** One question is one whatever its cuts; of two, the cuts that give both wanted cards are right, and none where no cut does. */
function cut(item: Labelled): Example[] {
  const cuts = cutsOf(knowledge, item.q ?? '', {});
  if (cuts.length === 0) return [];
  const good = cuts.map(({ parts }) => parts.every((part) => item.want.includes(part.card)));
  const whole = item.kind !== 'two' || !good.includes(true);
  const rows = [...cuts.map((c) => c.signs), noCut].map((signs) => inputsOf(signs, cutSigns));
  return [{ rows, good: [...good, whole], group: item.want[0] ?? '' }];
}

/** The lines that tell what is asked are right, and "none" where no line does. */
function lineAsked({ card, q, lines }: LabelledLine): Example {
  const rows = signsOfLines(knowledge, card, q).map((signs) => inputsOf(signs, lineSigns));
  const none = lines.length === 0;
  const good = rows.map((_, i) => (i === rows.length - 1 ? none : lines.includes(i)));
  return { rows, good, group: card.id };
}

const only = process.argv[2] ?? '';

function learn(
  file: string,
  signs: readonly string[],
  examplesFrom: () => readonly Example[],
  passes: number,
): void {
  if (!file.startsWith(only)) return;
  const examples = examplesFrom();
  const held = heldOut(examples, signs.length, passes);
  const percent = (share: number): string => (100 * share).toFixed(1);
  const line = `${examples.length} examples; of those about cards left out while learning ${percent(held.first)} % right first, ${percent(held.wrongAndSure)} % wrong among the surest 85`;
  console.log(`${file}: ${line}`);
  const { direct, units, start, out } = learnNetwork(examples, signs.length, passes);
  const short = (row: readonly number[]): number[] => row.map((n) => Number(n.toFixed(3)));
  const network: Network = {
    direct: short(direct),
    units: units.map(short),
    start: short(start),
    out: short(out),
  };
  const date = new Date().toISOString().slice(0, 10);
  const learned: Learned = { learned: `${date}: ${line}`, signs: [...signs], network };
  const text = JSON.stringify(learned, null, 1).replaceAll(/\n\s+(?=[-\d])|(?<=\d)\n\s+(?=\])/g, ' ');
  writeFileSync(join(import.meta.dirname, '../src/conversation/understand', file), `${text}\n`);
}

const keyOf = (said: readonly string[]): string => JSON.stringify(said);
const stood = new Map<string, State>();

const items = labelled().filter((i) => i.part === 'tuning');
learn(
  'two-questions/learned-cuts.json',
  cutSigns,
  () => items.filter((i) => i.q && i.want.length > 0).flatMap(cut),
  60,
);
/** How distress goes on is not for the signs to say, and what should be done is a command's. */
const unlearned = new Set(['urgent', 'action', 'handover', 'no_answer|choose|off_topic']);
const goesOn = items.filter((i) => i.dialog && !(i.want.length === 0 && unlearned.has(i.outcome ?? '')));
const longestFirst = goesOn.toSorted((a, b) => (b.dialog?.length ?? 0) - (a.dialog?.length ?? 0));
const single = new Set(['new card', 'plain', 'unmarked', 'shorthand']);
const alone = items.filter((i) => i.q && i.want.length > 0 && single.has(i.kind));
learn(
  'follow-up/learned-follow-ups.json',
  followUpSigns,
  () => {
    for (const item of longestFirst) standsAt(item);
    return [
      ...goesOn.flatMap(followUp),
      ...goesOn.filter((i) => i.before).flatMap(followUpAstray),
      ...alone.flatMap(elsewhere),
    ];
  },
  24,
);
learn(
  'line-asked/learned-lines.json',
  lineSigns,
  () =>
    labelledLines(knowledge)
      .items.filter((i) => i.part === 'tuning')
      .map(lineAsked),
  30,
);
