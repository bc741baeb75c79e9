// npm run knowledge:import -- file.xlsx [--write] — shows how an edited workbook differs from the store, and writes it when asked.
import { loadConfig } from '../config.ts';
import { importCards } from '../knowledge/sheet/handle.ts';
import { vietnamDay } from '../language/dates.ts';

const args = process.argv.slice(2);
const [file, ...more] = args.filter((a) => a !== '--write');
if (!file || more.length > 0) {
  console.error('Dùng: npm run knowledge:import -- the.xlsx [--write]');
  process.exit(2);
}
const folder = loadConfig(process.env).KNOWLEDGE_DIR;
const { ok, lines } = await importCards(folder, file, args.includes('--write'), vietnamDay(new Date()));
for (const line of lines) console.log(line);
process.exitCode = ok ? 0 : 1;
