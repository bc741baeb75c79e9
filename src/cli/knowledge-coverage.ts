// npm run knowledge:coverage — facts used / set aside / forgotten, against the facts.json that FACTS_FILE names.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { loadConfig } from '../config.ts';
import { coverageOf, Fact, reasonsIn } from '../knowledge/coverage.ts';
import { loadKnowledge } from '../knowledge/files/load.ts';

const config = loadConfig(process.env);
const { knowledge } = loadKnowledge(config.KNOWLEDGE_DIR);
if (!knowledge) {
  console.error('Kho kiến thức không đọc được; chạy npm run knowledge:check để xem lỗi.');
  process.exit(1);
}
if (!config.FACTS_FILE) {
  console.error('Chưa biết bảng dữ kiện ở đâu. Đặt FACTS_FILE=đường/dẫn/facts.json rồi chạy lại.');
  process.exit(2);
}
const facts = z.array(Fact).parse(JSON.parse(readFileSync(config.FACTS_FILE, 'utf8')));
const reasons = reasonsIn(readFileSync(join(config.KNOWLEDGE_DIR, 'KHONG-DUNG.md'), 'utf8'));
const { used, setAside, forgotten, stale } = coverageOf(knowledge, facts, reasons);
for (const { fact, reason } of setAside) console.log(`để ngoài  ${fact.id}: ${reason}`);
for (const fact of forgotten) console.log(`bỏ sót    ${fact.id}: ${fact.statement.slice(0, 120)}`);
for (const id of stale)
  console.log(`thừa      ${id}: đã có thẻ dùng hoặc không có dữ kiện này; bỏ dòng trong KHONG-DUNG.md`);
console.log(`Đã dùng ${used.length}, để ngoài ${setAside.length}, bỏ sót ${forgotten.length}.`);
process.exitCode = forgotten.length + stale.length === 0 ? 0 : 1;
