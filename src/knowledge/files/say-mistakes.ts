// What a curator did wrong, in Vietnamese and with what to do: the parser's and the schema's own words never reach a reader.
import { isAlias, isScalar, visit, type Document as YamlDocument } from 'yaml';
import type { z } from 'zod';

const inQuotes = 'phải đặt trong ngoặc kép "…"';
const yamlSays: Record<string, string> = {
  TAB_AS_INDENT: 'thụt dòng bằng phím Tab; hãy thụt bằng dấu cách',
  BAD_INDENT: 'thụt dòng sai, hoặc có dấu [ { chưa đóng; các mục cùng cấp phải thẳng cột',
  DUPLICATE_KEY: 'mục này đã viết ở trên; bỏ bớt một',
  BLOCK_AS_IMPLICIT_KEY: `thụt dòng sai, hoặc câu có dấu hai chấm; câu có dấu hai chấm ${inQuotes}`,
  MULTILINE_IMPLICIT_KEY: 'thiếu dấu hai chấm và một dấu cách sau tên mục, hoặc câu dài phải viết sau “>-”',
  UNEXPECTED_TOKEN: `thừa chữ sau ngoặc kép, thiếu “- ” ở một dòng, hoặc câu bắt đầu bằng dấu đặc biệt; câu như vậy ${inQuotes}`,
  BAD_ALIAS: `câu bắt đầu bằng dấu * hay & ${inQuotes}`,
  BAD_SCALAR_START: `câu bắt đầu bằng dấu @, % hay \` ${inQuotes}`,
  BAD_DQ_ESCAPE: 'trong ngoặc kép không viết dấu \\; bỏ dấu đó đi',
  MULTIPLE_DOCS: 'một tệp chỉ chứa một phần; bỏ dòng “---”',
  BAD_DIRECTIVE: `dòng bắt đầu bằng dấu % ${inQuotes}`,
  TAG_RESOLVE_FAILED: `câu bắt đầu bằng dấu ! ${inQuotes}`,
};

export function sayYaml(code: string, message: string): string {
  const known =
    code === 'MISSING_CHAR'
      ? /closing/.test(message)
        ? 'ngoặc kép mở ở đây chưa đóng; thêm dấu ngoặc kép ở cuối câu'
        : 'dòng này thiếu dấu hai chấm sau tên mục, hoặc phải thụt vào dưới mục ở trên'
      : yamlSays[code];
  return `YAML viết sai: ${known ?? 'xem lại dấu hai chấm, thụt dòng và ngoặc kép ở dòng này'}`;
}

/** What the parser would let pass though words get lost or quotes become part of a sentence. */
export function silentLosses(doc: YamlDocument): { offset: number; message: string }[] {
  const found: { offset: number; message: string }[] = [];
  visit(doc, (_, node) => {
    if (isAlias(node)) found.push({ offset: node.range?.[0] ?? 0, message: sayYaml('BAD_ALIAS', '') });
    if (!isScalar(node)) return;
    const offset = node.range?.[0] ?? 0;
    if (node.anchor) found.push({ offset, message: sayYaml('BAD_ALIAS', '') });
    if (node.comment && node.type === 'PLAIN')
      found.push({ offset, message: `phần sau dấu # không được đọc; câu có dấu # ${inQuotes}` });
    if (typeof node.value === 'string' && node.type === 'PLAIN' && /^[“”„].*[“”]$/s.test(node.value))
      found.push({
        offset,
        message: 'ngoặc cong “…” bao cả câu sẽ thành chữ của câu; bỏ đi hoặc dùng ngoặc thẳng "…"',
      });
  });
  return found;
}

export function sayIssue(issue: z.core.$ZodIssue, path: readonly PropertyKey[]): string {
  const at = path.filter((p) => typeof p === 'string').join('.');
  const where = at ? `“${at}”: ` : '';
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null || issue.input === ''
        ? `thiếu ${at ? `mục “${at}”` : 'nội dung'}; hãy viết thêm`
        : `${where}viết sai kiểu; cần ${kind(issue.expected)}`;
    case 'unrecognized_keys':
      return `không có mục tên “${String(path.at(-1))}”; xem lại chính tả tên mục`;
    case 'invalid_value':
      return `${where}chỉ được viết một trong: ${issue.values.join(', ')}`;
    case 'too_small':
      return `${where}${ours(issue.message) ?? 'chưa có gì; cần ít nhất một'}`;
    default:
      return `${where}${ours(issue.message) ?? 'viết chưa đúng; xem một tệp cùng loại hoặc sổ tay biên tập'}`;
  }
}

/** The schema's own sentences are Vietnamese; a library's are not, and stay inside. */
const ours = (message: string): string | undefined =>
  /[ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]/iu.test(message)
    ? message
    : undefined;

function kind(expected: string): string {
  if (expected === 'array') return 'danh sách, mỗi dòng bắt đầu bằng “- ”';
  if (expected === 'object') return 'các mục “tên: giá trị”';
  return 'một câu chữ';
}
