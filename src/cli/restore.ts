// npm run restore -- file, or with PostgreSQL -- database: checks a copy and its key, carries over what must outlive a restore, and only then puts it in the database's place.
import { existsSync } from 'node:fs';
import { loadConfig } from '../config.ts';
import { CopyProblem, checkCopy, layDown, putInPlace, removeDatabase } from '../database/copy.ts';
import { checkDump, othersConnected } from '../database/dump.ts';
import { type Database, fileOf, kindOf, openAsItIs, openDatabase } from '../database/open.ts';
import { keyFile, loadKey, makeVault, type Vault } from '../database/vault.ts';
import { type CarriedOver, carryOver, type Replaced, readReplaced } from './carry-over.ts';

const config = loadConfig(process.env);
const insist = '--without-erasures';
const args = process.argv.slice(2);
const given = args.find((arg) => arg !== insist);
const now = new Date();
try {
  const postgres = kindOf(config.DATABASE_URL) === 'postgres';
  if (!given)
    throw new CopyProblem(
      `Cách dùng: npm run restore -- ${postgres ? '<tên cơ sở dữ liệu mà pg_restore vừa đổ vào>' : '<tệp>'} (dừng chương trình trước; xem docs/van-hanh.md).`,
    );
  if (config.DATA_KEY === undefined && !existsSync(keyFile(config.DATA_DIR)))
    throw new CopyProblem(
      `Hãy đặt khóa của bản sao trước: biến DATA_KEY hoặc tệp ${keyFile(config.DATA_DIR)}.`,
    );
  const vault = makeVault(loadKey(config.DATA_KEY, config.DATA_DIR));
  console.log(await (postgres ? restoreDatabase(given, vault) : restoreFile(given, vault)));
} catch (error) {
  if (!(error instanceof CopyProblem)) throw error;
  console.error(error.message);
  process.exit(1);
}

async function restoreFile(copy: string, vault: Vault): Promise<string> {
  const { leads, latest } = checkCopy(copy, vault);
  const target = fileOf(config.DATABASE_URL);
  const part = layDown(copy, target);
  try {
    const replaced = existsSync(target)
      ? await replacedAt(config.DATABASE_URL, vault).catch((error: unknown) => {
          if (args.includes(insist)) return undefined;
          throw new CopyProblem(
            `Không đọc được dữ liệu đang dùng (${String(error)}), nên không biết ai đã yêu cầu xóa sau khi sao lưu; chưa đổi gì. Sửa được (quyền đọc, ổ đĩa) thì sửa rồi chạy lại. Hỏng hẳn thì chạy lại với ${insist}, rồi xóa lại bằng tay theo sổ.`,
          );
        })
      : undefined;
    const { db, close } = await openDatabase(`sqlite:${part}`);
    const carried = await carryOver(db, vault, replaced, { latest, now }).finally(close);
    const kept = putInPlace(part, target, now.toISOString().replaceAll(/[:.]/g, '-'));
    return `Đã khôi phục ${leads} phiếu; việc cuối cùng trong bản sao: ${latest ?? 'không có'} (UTC).
${kept ? `Dữ liệu trước đó giữ ở ${kept}; xóa đi khi không cần nữa.` : 'Trước đó chưa có dữ liệu ở đây.'}
${told(carried, replaced)}`;
  } finally {
    removeDatabase(part);
  }
}

/** `name`: a database that pg_restore has filled, on the same server; what waits in it is dropped. The one in use is read only, unless it is the one named. */
async function restoreDatabase(name: string, vault: Vault): Promise<string> {
  const url = new URL(config.DATABASE_URL);
  url.pathname = `/${encodeURIComponent(name)}`;
  const same = url.href === new URL(config.DATABASE_URL).href;
  const { leads, latest } = await lookAlone(url.href, (db) => checkDump(db, vault));
  const replaced = same
    ? undefined
    : await replacedAt(config.DATABASE_URL, vault).catch((error: unknown) => {
        if (error instanceof CopyProblem) throw error;
        throw new CopyProblem(
          `Không đọc được cơ sở dữ liệu đang dùng (${String(error)}). Nếu đã mất hẳn thì đặt DATABASE_URL thành ${name} rồi chạy lại lệnh này.`,
        );
      });
  const { db, close } = await openDatabase(url.href);
  const carried = await carryOver(db, vault, replaced, { latest, now }).finally(close);
  return `Cơ sở dữ liệu ${name} đã sẵn sàng: ${leads} phiếu; việc cuối cùng trong bản sao: ${latest ?? 'không có'} (UTC).
${told(carried, replaced)}
${same ? '' : 'Cơ sở dữ liệu đang dùng chưa bị đổi gì. '}Bây giờ cho chương trình dùng ${name} (đổi tên hoặc đổi DATABASE_URL) rồi chạy lại.`;
}

function replacedAt(url: string, vault: Vault): Promise<Replaced> {
  return lookAlone(url, (db) => readReplaced(db, vault));
}

/** Reads a database as it is; refused while another program has it open, which would still write there, or lose what waits to be sent. */
async function lookAlone<T>(url: string, look: (db: Database) => Promise<T>): Promise<T> {
  const { db, kind, close } = await openAsItIs(url);
  try {
    const others = kind === 'postgres' ? await othersConnected(db) : 0;
    if (others > 0)
      throw new CopyProblem(
        `Còn ${others} kết nối tới cơ sở dữ liệu ${decodeURIComponent(new URL(url).pathname.slice(1))}; hãy dừng mọi tiến trình của chương trình và đóng công cụ trước.`,
      );
    return await look(db);
  } finally {
    await close();
  }
}

function told({ again, unsent, tokens }: CarriedOver, replaced: Replaced | undefined): string {
  const erased = replaced
    ? `Xóa lại ${again} người đã yêu cầu xóa sau khi sao lưu`
    : 'KHÔNG đọc được dữ liệu trước đó: ai yêu cầu xóa sau khi sao lưu thì phải xóa lại bằng tay theo sổ';
  const accounts = replaced
    ? 'Tài khoản cán bộ giữ như trong dữ liệu trước đó'
    : 'Tài khoản cán bộ là của lúc sao lưu: xem lại ai đã bị khóa hay đổi quyền từ đó';
  return `${erased}; bỏ ${unsent} tin cũ chưa gửi để không gửi hai lần.${tokens ? '\nGiữ lại mã Zalo OA mới hơn của dữ liệu trước đó.' : ''}
${accounts}; mọi người đăng nhập lại, đường dẫn mời và đặt lại mật khẩu tạo lại.`;
}
