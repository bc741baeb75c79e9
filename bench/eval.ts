// npm run eval — how often the bot finds the right card for messages its curators never saw, by kind, tuning part and set-aside part apart.
import { join } from 'node:path';
import { talkAlone } from '../src/conversation/talk-alone.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { talkId } from '../src/knowledge/search.ts';
import { tokensOf } from '../src/language/normalise/tokens.ts';
import { type Labelled, labelled } from './labelled.ts';

const day = '2026-11-24';
const loaded = loadKnowledge(join(import.meta.dirname, '../knowledge')).knowledge;
if (!loaded) throw new Error('the knowledge has mistakes: run npm run knowledge:check');
const knowledge = loaded;
const showErrors = process.argv.includes('--errors');
const floors = process.argv.includes('--floors');

type Result = {
  item: Labelled;
  first: boolean;
  three: boolean;
  outcome: string;
  cards: readonly string[];
  /** For a card question: nothing offered, or a talk entry instead. */
  refused: boolean;
  /** Answered as sure with a card that is not wanted. */
  wrongAndSure: boolean;
  right: boolean;
};

const answers = (outcome: string): boolean =>
  outcome === 'answered' || outcome === 'out_of_date' || outcome === 'no_answer';

function judge(item: Labelled): Result {
  const talk = talkAlone(knowledge, day);
  const turns = item.dialog ?? [item.q ?? ''];
  for (const turn of turns.slice(0, -1)) talk.say({ kind: 'text', text: turn });
  const turn = talk.say({ kind: 'text', text: turns.at(-1) ?? '' });
  const cards = turn.kept.cards;
  const ranked = knowledge.search
    .rank(turns.at(-1) ?? '', 3)
    .map((h) => h.id)
    .filter((id) => !id.startsWith(talkId('')));
  const sure = turn.outcome !== 'choose' && answers(turn.outcome) && cards.length > 0;
  const wanted = (id: string | undefined): boolean => id !== undefined && item.want.includes(id);
  if (item.want.length === 0) {
    const expected = (item.outcome ?? 'off_topic').split('|');
    const noCard = !sure;
    return {
      item,
      first: noCard,
      three: noCard,
      outcome: turn.outcome,
      cards,
      refused: false,
      wrongAndSure: sure,
      right: noCard && (expected.includes(turn.outcome) || expected.includes('off_topic')),
    };
  }
  const two = item.kind === 'two';
  const first = two
    ? item.want.every((id) => cards.includes(id))
    : sure
      ? wanted(cards[0])
      : wanted(item.dialog ? cards[0] : ranked[0]);
  const three = two
    ? item.want.some((id) => cards.includes(id))
    : [...cards.slice(0, 4), ...(item.dialog ? [] : ranked)].some(wanted);
  return {
    item,
    first,
    three,
    outcome: turn.outcome,
    cards,
    refused: cards.length === 0,
    wrongAndSure: sure && !cards.some(wanted),
    right: sure && wanted(cards[0]),
  };
}

/** Messages nearly the same as a card's own phrasing tell nothing and are dropped. */
function overlaps(items: readonly Labelled[]): Set<Labelled> {
  const key = (t: string): string => [...new Set(tokensOf(t))].sort().join(' ');
  const asks = new Set([...knowledge.cards.values()].flatMap((c) => [c.title, ...c.asks].map(key)));
  return new Set(items.filter((i) => i.q !== undefined && asks.has(key(i.q))));
}

const all = labelled();
const dropped = overlaps(all);
const unknown = all.filter((i) => i.want.some((id) => !knowledge.cards.has(id)));
for (const i of unknown) console.error(`${i.file}:${i.line}: no card “${i.want.join(', ')}”`);
const results = all.filter((i) => !dropped.has(i) && !unknown.includes(i)).map(judge);
console.log(`${all.length} labelled, ${dropped.size} dropped as the same words as a card's phrasing.`);

const share = (list: readonly Result[], test: (r: Result) => boolean): string =>
  list.length === 0 ? '–' : ((100 * list.filter(test).length) / list.length).toFixed(1);
const figures: Record<string, number> = {};

for (const part of ['tuning', 'aside'] as const) {
  const own = results.filter((r) => r.item.part === part);
  console.log(`\n${part === 'tuning' ? 'Tuning part' : 'Set-aside part'} (${own.length})`);
  console.log(
    'kind'.padEnd(12),
    'n'.padStart(5),
    'first',
    'in 3 ',
    'answered right',
    'refused',
    'wrong and sure',
  );
  const groups = new Map<string, Result[]>();
  for (const r of own) {
    for (const k of [r.item.kind, r.item.want.length > 0 ? 'ALL CARDS' : 'ALL OTHER'])
      groups.set(k, [...(groups.get(k) ?? []), r]);
  }
  for (const [kind, list] of [...groups].sort()) {
    console.log(
      kind.padEnd(12),
      String(list.length).padStart(5),
      share(list, (r) => r.first).padStart(5),
      share(list, (r) => r.three).padStart(5),
      share(list, (r) => r.right).padStart(9),
      share(list, (r) => r.refused).padStart(9),
      share(list, (r) => r.wrongAndSure).padStart(9),
    );
    figures[`${part} ${kind}`] = Number(share(list, (r) => r.first));
  }
}

if (showErrors) {
  console.log('\nErrors of the tuning part:');
  for (const r of results.filter(
    (x) => x.item.part === 'tuning' && (!x.first || x.wrongAndSure || x.refused),
  )) {
    const ranked = knowledge.search.rank(r.item.q ?? r.item.dialog?.at(-1) ?? '', 3);
    console.log(
      `${r.item.kind} | ${r.item.q ?? r.item.dialog?.join(' ▸ ')} | want ${r.item.want.join(',') || r.item.outcome} | ${r.outcome} ${r.cards.join(',')} | ${ranked.map((h) => `${h.id} ${h.score.toFixed(2)}`).join(' ')}`,
    );
  }
}
if (floors) {
  const { floor } = await import('./floors.ts');
  const under = Object.entries(floor).filter(([name, least]) => (figures[name] ?? 0) < least);
  for (const [name, least] of under) console.error(`${name}: ${figures[name]} is under its floor ${least}`);
  if (under.length > 0) process.exitCode = 1;
}
