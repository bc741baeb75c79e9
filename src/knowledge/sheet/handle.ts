// Exports a knowledge folder to a workbook and brings an edited workbook back; what the curator must read comes back as lines.
import { existsSync } from 'node:fs';
import { assemble } from '../files/assemble.ts';
import { loadKnowledge, readSources } from '../files/load.ts';
import { withDrafts } from '../with-drafts.ts';
import { applyPlan } from './apply.ts';
import { compareTable } from './compare.ts';
import { pagesOf } from './pages.ts';
import { sayMistakes, sayPlan } from './say.ts';
import { readWorkbook, writeAll, writeWorkbook } from './store.ts';
import { readTable } from './table.ts';

export type Told = { ok: boolean; lines: string[] };

export async function exportCards(folder: string, file: string): Promise<Told> {
  const { knowledge, problems } = loadKnowledge(folder);
  if (!knowledge || problems.length > 0) return unreadable(problems.length);
  const all = withDrafts(knowledge);
  await writeWorkbook(file, pagesOf(all));
  const asks = [...all.cards.values()].reduce((n, card) => n + card.asks.length, 0);
  return { ok: true, lines: [`Đã xuất ${all.cards.size} thẻ với ${asks} cách hỏi ra ${file}.`] };
}

/** Writes only when `write` is set and neither the table nor the check of the result has a mistake. `day` is for the check. */
export async function importCards(folder: string, file: string, write: boolean, day: string): Promise<Told> {
  if (!existsSync(file)) return { ok: false, lines: [`Không thấy tệp ${file}.`] };
  const sources = readSources(folder);
  const { knowledge, problems } = assemble(sources);
  if (!knowledge || problems.length > 0) return unreadable(problems.length);
  const sheets = await readWorkbook(file).catch(() => undefined);
  if (!sheets) {
    const message = `${file} không phải tệp Excel .xlsx đọc được; mở bằng Excel rồi lưu lại dạng .xlsx.`;
    return { ok: false, lines: [message] };
  }
  const plan = compareTable(withDrafts(knowledge), readTable(sheets));
  const difference = sayPlan(plan);
  if (plan.mistakes.length > 0) return refused(difference, 'Bảng có lỗi', sayMistakes(plan));
  const applied = applyPlan(sources, plan, day);
  if (applied.problems.length > 0)
    return refused(difference, 'Nội dung trong bảng chưa qua được kiểm tra', applied.problems);
  if (applied.writes.length === 0) return { ok: true, lines: difference };
  if (!write)
    return {
      ok: true,
      lines: [...difference, 'Đây là chạy thử, chưa ghi gì. Đúng ý thì chạy lại với --write.'],
    };
  writeAll(folder, applied.writes);
  return { ok: true, lines: [...difference, `Đã ghi ${applied.writes.length} tệp trong ${folder}.`] };
}

const refused = (difference: string[], what: string, problems: readonly string[]): Told => ({
  ok: false,
  lines: [
    ...difference,
    '',
    `${what}, chưa ghi gì:`,
    ...problems.map((p) => `  ${p}`),
    `Có ${problems.length} lỗi cần sửa.`,
  ],
});

const unreadable = (count: number): Told => ({
  ok: false,
  lines: [`Kho có ${count} lỗi nên chưa làm được; chạy npm run knowledge:check để xem và sửa trước.`],
});
