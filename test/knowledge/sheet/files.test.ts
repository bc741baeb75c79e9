// The two commands on real files in a folder of their own: export, import, a refusal, a write that fails half-way.
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import writeXlsx from 'write-excel-file/node';
import { readSources } from '../../../src/knowledge/files/load.ts';
import { exportCards, importCards, type Told } from '../../../src/knowledge/sheet/handle.ts';
import { readWorkbook, writeAll, writeWorkbook } from '../../../src/knowledge/sheet/store.ts';

const root = join(import.meta.dirname, '../../..');
let folder = '';
let pack = '';
let book = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hoi-htx-sheet-'));
  pack = join(folder, 'knowledge');
  book = join(folder, 'the.xlsx');
  cpSync(join(root, 'test/pack'), pack, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const take = (write: boolean, file = book): Promise<Told> => importCards(pack, file, write, '2026-11-23');
const said = (told: Told): string => told.lines.join('\n');

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

test('export, look, write, look again', async () => {
  const before = readSources(pack);
  expect(said(await exportCards(pack, book))).toContain('Đã xuất 9 thẻ');
  expect(said(await take(true))).toContain('không có gì đổi');
  expect(readSources(pack)).toEqual(before);

  await change('Người rủ bà con lập hợp tác xã.', 'Ai muốn lập hợp tác xã.');
  expect(said(await take(false))).toMatch(/\+ Ai muốn lập[\s\S]*chạy thử, chưa ghi gì/);
  expect(readSources(pack)).toEqual(before);

  expect(said(await take(true))).toContain('Đã ghi 1 tệp');
  const after = readSources(pack);
  expect(after.filter((f, i) => f.text !== before[i]?.text).map((f) => f.path)).toEqual([
    'cards/khai-niem/xa-may-nguoi.yaml',
  ]);
  // The card has moved on since it was exported, but there is nothing left to change.
  expect(said(await take(true))).toContain('không có gì đổi');
});

test('what was changed in the store after the export is not overwritten', async () => {
  await exportCards(pack, book);
  const path = join(pack, 'cards/dang-ky/le-phi.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace('Nhóm sắp nộp hồ sơ.', 'Người khác vừa sửa.'));
  const told = await take(true);
  expect(told.ok).toBe(false);
  expect(said(told)).toMatch(/thẻ “le-phi” đã được sửa trong kho sau khi xuất/);
  expect(readFileSync(path, 'utf8')).toContain('Người khác vừa sửa.');
});

test('a figure the clause does not have is refused, and no file is touched', async () => {
  await exportCards(pack, book);
  await change('ít nhất 09 thành viên tự nguyện', 'ít nhất 06 thành viên tự nguyện');
  const before = readSources(pack);
  const told = await take(true);
  expect(told.ok).toBe(false);
  expect(said(told)).toMatch(/chưa ghi gì:\n {2}Thẻ!H\d+ .*con số “06” không có/);
  expect(readSources(pack)).toEqual(before);
});

test('what is no workbook is said, not thrown', async () => {
  const odd = join(folder, 'odd.xlsx');
  writeFileSync(odd, 'xin chào');
  expect(said(await take(true, odd))).toContain('không phải tệp Excel');
  expect(said(await take(true, join(folder, 'khong-co.xlsx')))).toContain('Không thấy tệp');
});

test('the commands say how they are used, and do it', { timeout: 120_000 }, async () => {
  const env = { ...process.env, KNOWLEDGE_DIR: pack };
  const run = (file: string, ...args: string[]): Promise<string> =>
    promisify(execFile)(process.execPath, [join(root, 'src/cli', file), ...args], { env }).then(
      ({ stdout }) => stdout,
      (e: { code: number; stderr: string }) => `${e.code} ${e.stderr}`,
    );
  expect(await run('knowledge-export.ts', book)).toContain('Đã xuất');
  expect(await run('knowledge-import.ts', book, '--write')).toContain('không có gì đổi');
  expect(await run('knowledge-import.ts')).toMatch(/^2 Dùng: npm run knowledge:import/);
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
