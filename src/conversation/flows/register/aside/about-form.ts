// What people ask about the form itself while they fill it in: whether it costs, binds, is the real registering, needs papers, or puts them with strangers.
import type { WordingKey } from '../../../../knowledge/wording.ts';
import { fold } from '../../../../language/fold.ts';

/** Asked in one clause of its own, and not of a group: whether that costs is another question. */
export function aboutForm(text: string): WordingKey | undefined {
  const clauses = text
    .split(/(?<=\?)|[.,;!\n]+/u)
    .map((clause) => plain(clause))
    .filter((clause) => clause !== '');
  return asked.find(([, words, besides]) =>
    clauses.some((clause) => words.test(clause) && asks.test(clause) && !besides?.test(clause)),
  )?.[0];
}

const plain = (clause: string): string =>
  fold(clause.replace(/(?<!\p{L})(?:bạn|bàn|bản|cổ|tỏ|là)(?!\p{L})/giu, ' '))
    .replace(/[^\p{L}\d?]+/gu, ' ')
    .trim();
const asks =
  /\?|\b(?:hay(?! qua)|gi|sao|j)\b|\b(?:khong|ko|k|kg|hok|chu|a|ha|chua)(?: (?:a|em|e|nhi|vay|the|day|ad|bot|anh|chi|da|truoc|thoi|noi))*$/;

const fill = '(?:dang k[yi]|dk|ghi|gui|dien|khai|phieu|dong y|bam)';
const done = '(?: \\S+){0,4} (?:roi|xong|vao|nay|day)';
const ofGroup =
  /\b(?:to|to hop tac|tht|htx|hop tac xa|lap|gop|von|phuong|thanh vien|thue|nhom|moi nha|ho so|le phi|cong chung|vay)\b/;

const pays =
  '(?:mat|nop|ton|dong|thu|tra|lay|doi|tru)(?: (?:them|khoan|cua|toi|em|minh|gi|j|dong))* (?:tien|phi|xu)\\b';

const asked: readonly (readonly [WordingKey, RegExp, RegExp?])[] = [
  [
    'form_binds_not',
    new RegExp(
      `\\b${fill}${done}\\b(?: \\S+){0,4} (?:bat buoc|buoc|bi ep|ep|rang buoc|phai)(?: (?:phai|buoc|la))*(?: (?:lap|lam|theo|vao|tham gia|gi)\\b|(?: (?:khong|ko|k|chu|a))*$)(?! (?:bao cao|don|ho so|giay|thue|the|sao))` +
        `|\\b${fill}\\b.* (?:khong|ko|k) (?:lap|lam|theo|tham gia|muon)(?: (?:nua|that|to|htx|nhom|lap))* (?:thi |co |bi |cung )*(?:sao|phat|duoc|dc|van de)\\b`,
    ),
  ],
  [
    'form_is_wish',
    new RegExp(
      `\\b(?:dang k[yi]|dk|ghi|phieu)\\b(?: \\S+){0,6} (?<!ten )(?:that|chinh thuc)\\b` +
        `|\\b(?:dang k[yi]|dk|phieu|la)\\b.* hay (?:la )?(?:chi |moi )?(?:ghi|de|xem|hoi|nguyen vong|lay)\\b` +
        `|\\b(?:phieu|o day|vao day|tren (?:nay|may)|dang k[yi])\\b(?: \\S+){0,5} (?:gia tri|cong nhan|thay (?:cho )?(?:dang ky|ho so)|(?:la|thanh) (?:to|htx|to hop tac|hop tac xa))\\b`,
    ),
    /\bten (?:that|goi)\b/,
  ],
  [
    'form_free',
    new RegExp(
      `\\b(?:${fill}|o day|tren (?:nay|may)|cai nay|bot)\\b.* ${pays}|\\b(?:bi|lai|khong|ko|k)(?: phai)? ${pays}|\\bco (?:thu|lay|doi|tru) (?:tien|phi)\\b`,
    ),
    ofGroup,
  ],
  [
    'call_papers',
    new RegExp(
      `\\b(?:can bo|goi|ben do|${fill})\\b(?: \\S+){0,5} (?:hoi|can|doi|bat|xem|chuan bi|mang|trinh)(?: \\S+){0,3} (?:giay|cccd|can cuoc|cmnd|chung minh|so do|ho khau)\\b`,
    ),
    /\b(?:to hop tac|tht|htx|hop tac xa|lap|phuong|thanh vien|vay|ho so)\b/,
  ],
  [
    'with_strangers',
    /\b(?:lam|ghep|chung|cung|vao|nhom|gop)\b(?: \S+){0,4} (?:nguoi|ai|nha|dua|ho)(?: \S+){0,2} (?:la(?! (?:sao|gi|ai|the nao))|khong quen|chua quen|dau dau)\b/,
  ],
];
