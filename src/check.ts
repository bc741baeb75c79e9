// npm run knowledge:check — prints every mistake in knowledge/ and fails if there is one.
import { loadConfig } from './config.ts';
import { checkKnowledge } from './knowledge/check/index.ts';
import { loadKnowledge } from './knowledge/load.ts';
import { vietnamDay } from './language/dates.ts';

const config = loadConfig(process.env);
const assembled = loadKnowledge(config.KNOWLEDGE_DIR);
const problems = checkKnowledge(assembled, vietnamDay(new Date()));
for (const p of problems) console.log(`${config.KNOWLEDGE_DIR}/${p.file}:${p.line}: ${p.message}`);

const k = assembled.knowledge;
if (k) {
  const published = [...k.cards.values()].filter((c) => c.status === 'published');
  const asks = published.reduce((n, c) => n + c.asks.length, 0);
  console.log(
    `${k.documents.size} văn bản, ${k.provisions.size} điều khoản, ${published.length} thẻ đã đăng với ${asks} cách hỏi, ${k.talk.size} mục trò chuyện.`,
  );
}
if (assembled.problems.length > 0)
  console.log('Sửa các lỗi viết trên trước rồi chạy lại; nội dung chưa được kiểm tra hết.');
console.log(problems.length === 0 ? 'Không có lỗi.' : `Có ${problems.length} lỗi cần sửa.`);
process.exitCode = problems.length === 0 ? 0 : 1;
