// npm run staff:link — prints a one-time link that makes a new admin account, for when the last one is lost.
import { loadConfig } from '../config.ts';
import { audit } from '../database/audit.ts';
import { openDatabase } from '../database/open.ts';
import { adminLink } from '../staff/first-link.ts';

const config = loadConfig(process.env);
const { db, close } = await openDatabase(config.DATABASE_URL);
const now = new Date();
const link = await db.transaction().execute(async (trx) => {
  await audit(trx, now, {
    actor: 'system',
    action: 'account.invited',
    subject: 'account',
    detail: 'admin, from the command line',
  });
  return adminLink(trx, config.PUBLIC_URL, now);
});
console.log(`Đường dẫn lập tài khoản quản trị, dùng một lần trong 3 ngày:\n${link}`);
await close();
