// Turns one YAML text into checked values, or into mistakes that name the line and say what to do.
import { isNode, LineCounter, parseDocument, type Document as YamlDocument } from 'yaml';
import type { z } from 'zod';

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
  if (doc.errors.length > 0) {
    const problems = doc.errors.map((e) => ({
      file,
      line: lines.linePos(e.pos[0]).line || 1,
      message: sayYaml(e.code),
    }));
    return { value: undefined, problems, lineOf };
  }
  const read = schema.safeParse(doc.toJS() ?? undefined, { reportInput: true });
  if (read.success) return { value: read.data, problems: [], lineOf };
  const problems = read.error.issues.map((issue) => ({
    file,
    line: lineOf(issue.path),
    message: sayIssue(issue),
  }));
  return { value: undefined, problems, lineOf };
}

function lineOfPath(doc: YamlDocument, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node = doc.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function sayYaml(code: string): string {
  const known: Record<string, string> = {
    TAB_AS_INDENT: 'thụt dòng bằng phím Tab; hãy thụt bằng dấu cách',
    BAD_INDENT: 'thụt dòng sai; các mục cùng cấp phải thẳng cột',
    DUPLICATE_KEY: 'mục này đã viết ở trên; bỏ bớt một',
    MISSING_CHAR: 'thiếu dấu ngoặc kép đóng hoặc dấu hai chấm',
    BLOCK_AS_IMPLICIT_KEY: 'câu có dấu hai chấm phải đặt trong ngoặc kép "…"',
    MULTILINE_IMPLICIT_KEY: 'thiếu dấu hai chấm sau tên mục, hoặc câu dài phải viết sau “>-”',
    UNEXPECTED_TOKEN: 'có ký tự lạ; câu bắt đầu bằng dấu đặc biệt phải đặt trong ngoặc kép "…"',
    BAD_ALIAS: 'câu bắt đầu bằng dấu * phải đặt trong ngoặc kép "…"',
  };
  return `YAML viết sai: ${known[code] ?? `(${code}) xem lại dấu hai chấm, thụt dòng và ngoặc kép`}`;
}

function sayIssue(issue: z.core.$ZodIssue): string {
  const at = issue.path.filter((p) => typeof p === 'string').join('.');
  const where = at ? `“${at}”: ` : '';
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? `thiếu mục ${where || 'bắt buộc '}hãy viết thêm`
        : `${where}viết sai kiểu; cần ${kind(issue.expected)}`;
    case 'unrecognized_keys':
      return `${where}không có mục tên ${issue.keys.map((k) => `“${k}”`).join(', ')}; xem lại chính tả tên mục`;
    case 'invalid_value':
      return `${where}chỉ được viết một trong: ${issue.values.join(', ')}`;
    case 'too_small':
      return `${where}${issue.message.startsWith('Too') ? 'chưa có mục nào; cần ít nhất một' : issue.message}`;
    default:
      return `${where}${issue.message}`;
  }
}

function kind(expected: string): string {
  if (expected === 'array') return 'danh sách, mỗi dòng bắt đầu bằng “- ”';
  if (expected === 'object') return 'các mục “tên: giá trị”';
  return 'chữ';
}
