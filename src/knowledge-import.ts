// npm run knowledge:import -- file.xlsx [--write] — shows how an edited workbook differs from the store, and writes it when asked.
import { existsSync } from 'node:fs';
import { loadConfig } from './config.ts';
import { assemble } from './knowledge/assemble.ts';
import { readSources } from './knowledge/load.ts';
import { applyPlan } from './knowledge/sheet/apply.ts';
import { compareTable } from './knowledge/sheet/compare.ts';
import { sayMistakes, sayPlan } from './knowledge/sheet/say.ts';
import { readWorkbook, writeAll } from './knowledge/sheet/store.ts';
import { readTable } from './knowledge/sheet/table.ts';
import { vietnamDay } from './language/dates.ts';

const usage = 'Dùng: npm run knowledge:import -- the.xlsx [--write]';
const args = process.argv.slice(2);
const write = args.includes('--write');
const [file, ...more] = args.filter((a) => a !== '--write');
if (!file || more.length > 0) stop(2, usage);
if (!existsSync(file)) stop(2, `Không thấy tệp ${file}.\n${usage}`);

const folder = loadConfig(process.env).KNOWLEDGE_DIR;
const sources = readSources(folder);
const { knowledge, problems } = assemble(sources);
if (!knowledge || problems.length > 0)
  stop(
    1,
    `Kho có ${problems.length} lỗi nên chưa so được; chạy npm run knowledge:check để xem và sửa trước.`,
  );

const sheets = await readWorkbook(file).catch(() =>
  stop(1, `${file} không phải tệp Excel .xlsx đọc được; mở bằng Excel rồi lưu lại dạng .xlsx.`),
);
const plan = compareTable(knowledge, readTable(sheets));
for (const line of sayPlan(plan)) console.log(line);
const mistakes = sayMistakes(plan);
if (mistakes.length > 0) refuse('Bảng có lỗi', mistakes);

const applied = applyPlan(sources, plan, vietnamDay(new Date()));
if (applied.problems.length > 0) refuse('Nội dung trong bảng chưa qua được kiểm tra', applied.problems);
if (applied.writes.length === 0) process.exit(0);
if (!write) {
  console.log('Đây là chạy thử, chưa ghi gì. Đúng ý thì chạy lại với --write.');
  process.exit(0);
}
writeAll(folder, applied.writes);
console.log(`Đã ghi ${applied.writes.length} tệp trong ${folder}.`);

function refuse(what: string, problems: readonly string[]): never {
  console.log(`\n${what}, chưa ghi gì:`);
  for (const problem of problems) console.log(`  ${problem}`);
  stop(1, `Có ${problems.length} lỗi cần sửa.`);
}

function stop(code: number, message: string): never {
  console.error(message);
  process.exit(code);
}
