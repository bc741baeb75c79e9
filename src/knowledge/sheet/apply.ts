// Puts a plan into the curators' files in memory and checks the result; a mistake found is told by its place in the table.
import { LineCounter, parseDocument, visit } from 'yaml';
import { checkKnowledge } from '../check/index.ts';
import { assemble, type SourceFile } from '../files/assemble.ts';
import type { Problem } from '../files/read-yaml.ts';
import { type Field, fields, type Key, type Value } from './columns.ts';
import type { CardChange, NewCard, Plan } from './compare.ts';
import { editCard } from './edit.ts';
import { sayAt } from './table.ts';
import { cardText } from './yaml-text.ts';

/** A file as it must become; `text` absent takes it away (a card that moves to another topic). */
export type Write = { path: string; text: string | undefined };
export type Applied = { writes: Write[]; problems: string[] };

export function applyPlan(sources: readonly SourceFile[], plan: Plan, day: string): Applied {
  const writes = [...plan.changes.flatMap((c) => changed(sources, c)), ...plan.added.map(fresh)];
  const touched = new Map(writes.map((w) => [w.path, w.text]));
  const after = [
    ...sources.flatMap((f) => (touched.has(f.path) ? [] : [f])),
    ...writes.flatMap((w) => (w.text === undefined ? [] : [{ path: w.path, text: w.text }])),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
  const problems = checkKnowledge(assemble(after), day);
  return { writes, problems: problems.map((p) => sayProblem(p, touched.get(p.file), plan)) };
}

function changed(sources: readonly SourceFile[], change: CardChange): Write[] {
  const { card, topic } = change;
  const path = pathOf(card.topic, card.id);
  const source = sources.find((f) => f.path === path);
  if (!source) throw new Error(`no file ${path}`);
  const edits = new Map<Key, Value>(change.fields.map((f) => [f.field, f.after]));
  if (change.asks) edits.set('asks', change.asks.result);
  const text = editCard(source.text, edits);
  return topic
    ? [
        { path, text: undefined },
        { path: pathOf(topic, card.id), text },
      ]
    : [{ path, text }];
}

const fresh = (card: NewCard): Write => ({
  path: pathOf(card.topic, card.id),
  text: cardText(
    new Map<Key, Value>([
      ...fields.flatMap((field): [Key, Value][] => {
        const value = card.values[field];
        return value === undefined ? [] : [[field, value]];
      }),
      ['asks', card.asks],
    ]),
  ),
});

const pathOf = (topic: string, id: string): string => `cards/${topic}/${id}.yaml`;

/** "Thẻ!H5 (…): …" where the mistake came from the table, else the file and line. */
function sayProblem(problem: Problem, text: string | undefined, plan: Plan): string {
  const id = problem.file.split('/').at(-1)?.replace('.yaml', '') ?? '';
  const place = text === undefined ? undefined : keyAt(text, problem.line);
  const at = place && plan.at(id, place.key, place.item);
  return `${at ? sayAt(at) : `${problem.file}:${problem.line}`}: ${problem.message}`;
}

/** The field that stands on a line of a card file, and the item of its list. */
function keyAt(text: string, line: number): { key: Field | 'asks'; item: string | undefined } | undefined {
  const lines = new LineCounter();
  const doc = parseDocument(text, { schema: 'failsafe', lineCounter: lines });
  const lineOf = (range: readonly number[] | null | undefined): number => lines.linePos(range?.[0] ?? 0).line;
  let key: string | undefined;
  let item: string | undefined;
  visit(doc, {
    Scalar(role, node, path) {
      if (lineOf(node.range) > line) return;
      if (role === 'key' && path.length === 3) [key, item] = [String(node.value), undefined];
      else item = String(node.value);
    },
  });
  return key === 'asks' || fields.includes(key as Field) ? { key: key as Field | 'asks', item } : undefined;
}
