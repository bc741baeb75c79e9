// npm run backup -- file — copies the SQLite database while the program runs, checks the copy, and says what else must be kept.
import { existsSync } from 'node:fs';
import { loadConfig } from '../config.ts';
import { CopyProblem, takeCopy } from '../database/copy.ts';
import { fileOf, kindOf } from '../database/open.ts';
import { keyFile, loadKey, makeVault } from '../database/vault.ts';

const config = loadConfig(process.env);
const to = process.argv[2];
try {
  if (!to) throw new CopyProblem('Cách dùng: npm run backup -- <tệp>');
  if (kindOf(config.DATABASE_URL) === 'postgres')
    throw new CopyProblem(
      'Dữ liệu ở PostgreSQL: dùng umask 077; pg_dump --format=custom --file=<tệp> <DATABASE_URL> (xem docs/van-hanh.md).',
    );
  const key = keyFile(config.DATA_DIR);
  if (config.DATA_KEY === undefined && !existsSync(key))
    throw new CopyProblem(`Không thấy khóa: không có DATA_KEY và không có ${key}.`);
  const vault = makeVault(loadKey(config.DATA_KEY, config.DATA_DIR));
  const facts = await takeCopy(fileOf(config.DATABASE_URL), to, vault);
  const where = config.DATA_KEY === undefined ? `tệp ${key}` : 'biến DATA_KEY';
  console.log(`Đã chép ${facts.leads} phiếu, ${(facts.bytes / 2 ** 20).toFixed(1)} MB vào ${to}; đã kiểm tra: tệp lành, đúng khóa.
Bản sao KHÔNG chứa khóa (${where}). Không có khóa thì không đọc được tên và số điện thoại: giữ khóa ở nơi khác, đừng để chung với bản sao.`);
} catch (error) {
  if (!(error instanceof CopyProblem)) throw error;
  console.error(error.message);
  process.exit(1);
}
