// npm run knowledge:export -- file.xlsx — the cards and their ways of asking as one workbook for people who live in Excel.
import { loadConfig } from '../config.ts';
import { exportCards } from '../knowledge/sheet/handle.ts';

const file = process.argv[2];
if (!file?.endsWith('.xlsx')) {
  console.error('Dùng: npm run knowledge:export -- the.xlsx');
  process.exit(2);
}
const { ok, lines } = await exportCards(loadConfig(process.env).KNOWLEDGE_DIR, file);
for (const line of lines) console.log(line);
process.exitCode = ok ? 0 : 1;
