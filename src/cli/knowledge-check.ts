// npm run knowledge:check — prints every mistake in knowledge/ and fails if there is one; says loudly what could not be compared.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { loadConfig } from '../config.ts';
import { checkKnowledge } from '../knowledge/check/index.ts';
import { reporter } from '../knowledge/check/report.ts';
import { checkSources, type SourceTexts } from '../knowledge/check/sources.ts';
import { Fact } from '../knowledge/coverage.ts';
import { loadKnowledge } from '../knowledge/files/load.ts';
import { vietnamDay } from '../language/dates.ts';

const config = loadConfig(process.env);
const assembled = loadKnowledge(config.KNOWLEDGE_DIR);
const problems = checkKnowledge(assembled, vietnamDay(new Date()));
const k = assembled.knowledge;
const compared =
  k && problems.length === 0
    ? checkSources(k, sourceTexts(), reporter(assembled.written, problems))
    : undefined;
for (const p of problems) console.log(`${config.KNOWLEDGE_DIR}/${p.file}:${p.line}: ${p.message}`);

if (k) {
  const published = [...k.cards.values()];
  const asks = published.reduce((n, c) => n + c.asks.length, 0);
  console.log(
    `${k.documents.size} văn bản, ${k.provisions.size} điều khoản, ${published.length} thẻ đã đăng với ${asks} cách hỏi, ${k.cues.size} mục trò chuyện.`,
  );
}
if (assembled.problems.length > 0)
  console.log('Sửa các lỗi viết trên trước rồi chạy lại; nội dung chưa được kiểm tra hết.');
if (compared && compared.compared > 0)
  console.log(`Đã so câu chữ của ${compared.compared} điều khoản với nguồn.`);
if (compared && compared.notCompared > 0)
  console.log(
    `CHÚ Ý: ${compared.notCompared} điều khoản CHƯA được so câu chữ với nguồn. Đặt FACTS_FILE=…/facts.json và SEED_DIR=…/seed rồi chạy lại.`,
  );
console.log(problems.length === 0 ? 'Không có lỗi.' : `Có ${problems.length} lỗi cần sửa.`);
process.exitCode = problems.length === 0 ? 0 : 1;

function sourceTexts(): SourceTexts {
  const { FACTS_FILE, SEED_DIR } = config;
  return {
    facts: FACTS_FILE ? z.array(Fact).parse(JSON.parse(readFileSync(FACTS_FILE, 'utf8'))) : undefined,
    text(name) {
      const path = SEED_DIR && join(SEED_DIR, name);
      return path && existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    },
  };
}
