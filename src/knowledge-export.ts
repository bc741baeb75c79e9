// npm run knowledge:export -- file.xlsx — the cards and their ways of asking as one workbook for people who live in Excel.
import { loadConfig } from './config.ts';
import { loadKnowledge } from './knowledge/load.ts';
import { pagesOf } from './knowledge/sheet/pages.ts';
import { writeWorkbook } from './knowledge/sheet/store.ts';

const file = process.argv[2];
if (!file?.endsWith('.xlsx')) {
  console.error('Dùng: npm run knowledge:export -- the.xlsx');
  process.exit(2);
}
const config = loadConfig(process.env);
const { knowledge, problems } = loadKnowledge(config.KNOWLEDGE_DIR);
if (!knowledge || problems.length > 0) {
  console.error(
    `Kho có ${problems.length} lỗi nên chưa xuất; chạy npm run knowledge:check để xem và sửa trước.`,
  );
  process.exit(1);
}
await writeWorkbook(file, pagesOf(knowledge));
const asks = [...knowledge.cards.values()].reduce((n, card) => n + card.asks.length, 0);
console.log(`Đã xuất ${knowledge.cards.size} thẻ với ${asks} cách hỏi ra ${file}.`);
