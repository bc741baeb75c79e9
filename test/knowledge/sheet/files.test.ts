// The two commands on real files in a folder of their own: export, import, a refusal, a write that fails half-way.
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import writeXlsx from 'write-excel-file/node';
import { readSources } from '../../../src/knowledge/load.ts';
import { readWorkbook, writeAll, writeWorkbook } from '../../../src/knowledge/sheet/store.ts';

const root = join(import.meta.dirname, '../../..');
let folder = '';
let pack = '';
let book = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hoi-htx-sheet-'));
  pack = join(folder, 'knowledge');
  book = join(folder, 'the.xlsx');
  cpSync(join(root, 'knowledge'), pack, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(file: string, ...args: string[]): Promise<{ code: number; out: string }> {
  const env = { ...process.env, KNOWLEDGE_DIR: pack };
  return promisify(execFile)(process.execPath, [join(root, 'src', file), ...args], { env, cwd: folder }).then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout + stderr }),
    (e: { code: number; stdout: string; stderr: string }) => ({ code: e.code, out: e.stdout + e.stderr }),
  );
}

/** Reads the exported workbook, changes cells, and saves it again as Excel would. */
async function change(find: string, put: string): Promise<void> {
  const pages = (await readWorkbook(book)).map((s) => ({
    name: s.name,
    widths: [],
    frozenColumns: 0,
    rows: s.rows.map((r) => r.map((c) => (c instanceof Date ? c : String(c ?? '').replace(find, put)))),
  }));
  await writeWorkbook(book, pages);
}

test('export, look, write, look again', { timeout: 120_000 }, async () => {
  const before = readSources(pack);
  expect(await run('knowledge-export.ts', book)).toMatchObject({
    code: 0,
    out: expect.stringContaining('Đã xuất'),
  });
  expect((await run('knowledge-import.ts', book, '--write')).out).toContain('không có gì đổi');
  expect(readSources(pack)).toEqual(before);

  await change('Người đang rủ người lập hợp tác xã.', 'Ai muốn lập hợp tác xã.');
  const dry = await run('knowledge-import.ts', book);
  expect(dry).toMatchObject({
    code: 0,
    out: expect.stringMatching(/\+ Ai muốn lập[\s\S]*chạy thử, chưa ghi gì/),
  });
  expect(readSources(pack)).toEqual(before);

  expect(await run('knowledge-import.ts', book, '--write')).toMatchObject({
    code: 0,
    out: expect.stringContaining('Đã ghi 1 tệp'),
  });
  const after = readSources(pack);
  expect(after.filter((f, i) => f.text !== before[i]?.text).map((f) => f.path)).toEqual([
    'cards/khai-niem/htx-so-nguoi.yaml',
  ]);
  // The same workbook again: the card has moved on since it was exported, but there is nothing left to change.
  expect((await run('knowledge-import.ts', book, '--write')).out).toContain('không có gì đổi');

  await change('ít nhất 05 thành viên chính thức', 'ít nhất 06 thành viên chính thức');
  await change('Ai muốn lập hợp tác xã.', 'Ai cũng được.');
  const refused = await run('knowledge-import.ts', book, '--write');
  expect(refused).toMatchObject({
    code: 1,
    out: expect.stringMatching(/chưa ghi gì:[\s\S]*đã được sửa trong kho/),
  });
  expect(readSources(pack)).toEqual(after);

  await run('knowledge-export.ts', book);
  await change('ít nhất 05 thành viên chính thức', 'ít nhất 06 thành viên chính thức');
  const wrong = await run('knowledge-import.ts', book, '--write');
  expect(wrong).toMatchObject({ code: 1, out: expect.stringMatching(/Thẻ!H\d+ .*con số “06” không có/) });
  expect(readSources(pack)).toEqual(after);
});

test('what is no workbook is said, not thrown', { timeout: 60_000 }, async () => {
  const odd = join(folder, 'odd.xlsx');
  writeFileSync(odd, 'xin chào');
  expect(await run('knowledge-import.ts', odd)).toMatchObject({
    code: 1,
    out: expect.stringContaining('không phải tệp Excel'),
  });
  expect(await run('knowledge-import.ts', 'khong-co.xlsx')).toMatchObject({
    code: 2,
    out: expect.stringContaining('Không thấy tệp'),
  });
  expect((await run('knowledge-import.ts')).code).toBe(2);
});

test('cells with a formula are found by sheet and address', async () => {
  const file = join(folder, 'formula.xlsx');
  const data = [[{ value: 'a', type: String }, { value: '=1+1', type: 'Formula' as const }, null]];
  writeFileSync(
    file,
    await writeXlsx([
      { sheet: 'Cách "hỏi" & thẻ', data },
      { sheet: 'Thẻ', data: [[null], ...data] },
    ]).toBuffer(),
  );
  const sheets = await readWorkbook(file);
  expect(sheets.map((s) => [s.name, [...s.formulas]])).toEqual([
    ['Cách "hỏi" & thẻ', ['B1']],
    ['Thẻ', ['B2']],
  ]);
});

test('a write that fails half-way leaves everything as it was', () => {
  const place = join(folder, 'half');
  mkdirSync(join(place, 'c.yaml'), { recursive: true });
  writeFileSync(join(place, 'a.yaml'), 'cũ');
  writeFileSync(join(place, 'd.yaml'), 'ở lại');
  const writes = [
    { path: 'a.yaml', text: 'mới' },
    { path: 'd.yaml', text: undefined },
    { path: 'b.yaml', text: 'mới' },
    { path: 'c.yaml', text: 'không ghi được: đã có thư mục tên này' },
  ];
  expect(() => writeAll(place, writes)).toThrow();
  expect(readSources(place).map((f) => [f.path, f.text])).toEqual([
    ['a.yaml', 'cũ'],
    ['d.yaml', 'ở lại'],
  ]);
  expect(readFileSync(join(place, 'd.yaml'), 'utf8')).toBe('ở lại');
});
