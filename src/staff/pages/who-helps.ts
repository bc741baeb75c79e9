// Whom to turn to for a link: the admin, or whoever installed the service while there is no account at all.
import type { Database } from '../../database/open.ts';
import { hasAccounts } from '../store/accounts.ts';

/** What the sign-in page and the page of a dead link say. */
export type Help = { signIn: string; deadLink: string };

const byAdmin: Help = {
  signIn: 'Quên mật khẩu? Nhờ người quản trị gửi đường dẫn đặt lại.',
  deadLink: 'Bạn xin người quản trị đường dẫn mới.',
};
const byInstaller: Help = {
  signIn:
    'Chưa có tài khoản nào. Người cài đặt chạy npm run staff:link trên máy chủ, mở đường dẫn in ra để lập tài khoản đầu tiên.',
  deadLink: 'Chưa có tài khoản nào: người cài đặt chạy npm run staff:link trên máy chủ để có đường dẫn mới.',
};

export const whoHelps = async (db: Database): Promise<Help> =>
  (await hasAccounts(db)) ? byAdmin : byInstaller;
