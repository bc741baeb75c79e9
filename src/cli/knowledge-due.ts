// npm run knowledge:due -- 60 — what lapses or must be looked at again within so many days (90 unless told).
import { loadConfig } from '../config.ts';
import { dueWithin, dueWords } from '../knowledge/due.ts';
import { loadKnowledge } from '../knowledge/files/load.ts';
import { sayDate, vietnamDay } from '../language/dates.ts';

const days = Number(process.argv[2] ?? 90);
const { knowledge } = loadKnowledge(loadConfig(process.env).KNOWLEDGE_DIR);
if (!knowledge || !Number.isInteger(days) || days < 0) {
  console.error(
    knowledge
      ? 'Số ngày phải là số nguyên, ví dụ: npm run knowledge:due -- 60'
      : 'Kho kiến thức không đọc được; chạy npm run knowledge:check.',
  );
  process.exit(2);
}
const due = dueWithin(knowledge, vietnamDay(new Date()), days);
for (const d of due) console.log(`${sayDate(d.day)}  ${dueWords[d.why].padEnd(9)} ${d.what}`);
console.log(
  due.length === 0
    ? `Trong ${days} ngày tới không có gì đến hạn.`
    : `${due.length} mục đến hạn trong ${days} ngày tới.`,
);
