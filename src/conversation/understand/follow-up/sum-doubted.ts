// "Chắc chắn được 36 triệu không?", with nothing else said: whether a sum is sure.
import { clean, syllables } from '../../../language/fold.ts';

/** Behind an answer about money it asks after that sum, and of nothing new. */
export function doubtsSum(message: string): boolean {
  const said = syllables(message.replace(/\d[\d.,]*/g, ' # '));
  const doubts = said.some((w) => sure.has(w)) || said.includes('#');
  const gets = said.some((w) => getting.has(w));
  const asks = clean(message).endsWith('?') || asking.has(said.at(-1) ?? '');
  return doubts && gets && asks && said.every((w) => words.has(w));
}
const sure = new Set('chac dam cam lieu'.split(' '));
const getting = new Set('duoc dc nhan linh'.split(' '));
const asking = new Set('khong ko k chu chua ha a nhi hong hok day'.split(' '));
const words = new Set([
  ...sure,
  ...getting,
  ...asking,
  ...`# the vay thi ma la co chan bao doan that su se nha toi em e minh bac tui chau gia dinh du ca tron so tien do ay nay
  khoan muc tam trieu tr nghin ngan dong ty ti cho roi phai dung tat het chung lai ve`.split(/\s+/),
]);
