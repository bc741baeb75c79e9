// Turns one YAML text into checked values, or into mistakes that name the line and say what to do.
import { isNode, LineCounter, parseDocument, type Document as YamlDocument } from 'yaml';
import type { z } from 'zod';
import { sayIssue, sayYaml, silentLosses } from './say-mistakes.ts';

/** A mistake in a curator's file. `line` counts from 1. Messages are Vietnamese: curators read them. */
export type Problem = { file: string; line: number; message: string };

export type Read<T> = { value: T | undefined; problems: Problem[]; lineOf: LineOf };
/** The line where a value stands, by its path in the file. */
export type LineOf = (path: readonly PropertyKey[]) => number;

/** Reads with the failsafe schema: every scalar stays text, so 5.000 is five thousand and 05 keeps its nought. */
export function readYaml<T>(file: string, text: string, schema: z.ZodType<T>): Read<T> {
  const lines = new LineCounter();
  const doc = parseDocument(text, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
  });
  const lineOf: LineOf = (path) => lineOfPath(doc, lines, path);
  const at = (offset: number): number => lines.linePos(offset).line || 1;
  const wrong = (problems: { line: number; message: string }[]): Read<T> => ({
    value: undefined,
    problems: problems.map((p) => ({ file, ...p })),
    lineOf,
  });
  const broken = [...doc.errors, ...doc.warnings].map((e) => ({
    line: at(placeOf(e, text)),
    message: sayYaml(e.code, e.message),
  }));
  // One slip makes the parser stumble on: what it says of a line is told once.
  if (broken.length > 0) return wrong([...new Map(broken.map((p) => [p.line, p])).values()].slice(0, 1));
  if (text.replace(/^\uFEFF/, '').trim() === '')
    return wrong([{ line: 1, message: 'tệp trống; viết nội dung vào hoặc xóa tệp này' }]);
  const lost = silentLosses(doc).map((l) => ({ line: at(l.offset), message: l.message }));
  if (lost.length > 0) return wrong(lost);
  const read = schema.safeParse(doc.toJS() ?? undefined, { reportInput: true });
  if (read.success) return { value: read.data, problems: [], lineOf };
  return wrong(
    read.error.issues.flatMap((issue) => {
      const paths =
        issue.code === 'unrecognized_keys' ? issue.keys.map((k) => [...issue.path, k]) : [issue.path];
      return paths.map((path) => ({ line: lineOf(path), message: sayIssue(issue, path) }));
    }),
  );
}

/** A quote left open is noticed at its end: what must be told is where it opens. */
function placeOf(e: { code: string; message: string; pos: [number, number] }, text: string): number {
  if (!/closing/.test(e.message)) return e.pos[0];
  const quote = e.message.includes("'") && !e.message.includes('"') ? "'" : '"';
  const before = text.slice(0, e.pos[1]);
  const open = [...before.matchAll(new RegExp(`(?:: |- )${quote}`, 'g'))].map((m) => m.index + 2);
  const unpaired = open.find((start) => {
    const line = before.slice(
      start + 1,
      before.indexOf('\n', start) < 0 ? undefined : before.indexOf('\n', start),
    );
    return !line.replace(/\\./g, '').includes(quote);
  });
  return unpaired ?? e.pos[0];
}

function lineOfPath(doc: YamlDocument, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node = doc.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
