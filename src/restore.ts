// npm run restore -- file — checks a copy and its key, puts it in the database's place, erases again who asked for it since, and keeps the newer tokens of Zalo.
import { existsSync } from 'node:fs';
import { makeChannelStore } from './channel/store.ts';
import { keepNewerTokens } from './channel/zalo-oa/restored.ts';
import { tokensKey } from './channel/zalo-oa/tokens.ts';
import { loadConfig } from './config.ts';
import { dropUnsent, eraseAgain } from './conversation/store/restored.ts';
import { audit } from './database/audit.ts';
import { CopyProblem, checkCopy, keptUnder, putBack, subjectsSince } from './database/copy.ts';
import { fileOf, kindOf, openDatabase } from './database/open.ts';
import { keyFile, loadKey, makeVault } from './database/vault.ts';

const config = loadConfig(process.env);
const copy = process.argv[2];
try {
  if (!copy) throw new CopyProblem('Cách dùng: npm run restore -- <tệp> (dừng chương trình trước)');
  if (kindOf(config.DATABASE_URL) === 'postgres')
    throw new CopyProblem(
      'Dữ liệu ở PostgreSQL: dùng pg_restore --clean --if-exists --dbname=<DATABASE_URL> <tệp> (xem docs/van-hanh.md).',
    );
  if (config.DATA_KEY === undefined && !existsSync(keyFile(config.DATA_DIR)))
    throw new CopyProblem(
      `Hãy đặt khóa của bản sao trước: biến DATA_KEY hoặc tệp ${keyFile(config.DATA_DIR)}.`,
    );
  const vault = makeVault(loadKey(config.DATA_KEY, config.DATA_DIR));
  const facts = checkCopy(copy, vault);
  const target = fileOf(config.DATABASE_URL);
  const now = new Date();
  const kept = putBack(copy, target, now.toISOString().replaceAll(/[:.]/g, '-'));

  const { db, close } = await openDatabase(config.DATABASE_URL);
  const erased = kept ? subjectsSince(kept, 'person.erased', facts.latest ?? '') : [];
  const again = await eraseAgain(db, erased, now);
  const unsent = await dropUnsent(db, now);
  const tokens = await keepNewerTokens(
    makeChannelStore(db, vault, () => now),
    kept && keptUnder(kept, tokensKey, vault),
  );
  await audit(db, now, {
    actor: 'system',
    action: 'database.restored',
    subject: 'all',
    detail: JSON.stringify({ latest: facts.latest, again, unsent, tokens }),
  });
  await close();
  console.log(`Đã khôi phục ${facts.leads} phiếu; việc cuối cùng trong bản sao: ${facts.latest ?? 'không có'} (UTC).
${kept ? `Dữ liệu trước đó giữ ở ${kept}; xóa đi khi không cần nữa.` : 'Trước đó chưa có dữ liệu ở đây.'}
Xóa lại ${again} người đã yêu cầu xóa sau khi sao lưu; bỏ ${unsent} tin cũ chưa gửi để không gửi hai lần.${tokens ? '\nGiữ lại mã Zalo OA mới hơn của dữ liệu trước đó.' : ''}`);
} catch (error) {
  if (!(error instanceof CopyProblem)) throw error;
  console.error(error.message);
  process.exit(1);
}
