// Whether a form that was sent is taken back: "xóa giúp em phiếu vừa rồi", "thu hồi đồng ý", "thôi em không làm nữa"; not a cooperative that one leaves, nor others who give up.
import { plainWords } from '../../../../language/fold.ts';
import { noWord } from '../../../../language/negation.ts';
import { wishIn } from '../read/wishes.ts';

export function withdraws(text: string): boolean {
  const said = plainWords(text);
  const clauses = text.split(/[.,;!?\n]+/u).map(plainWords);
  const gone = wishIn(text) === 'erase' || withdrawing.test(said) || clauses.some((c) => byOneself.test(c));
  return gone && !leaving.test(said);
}

const withdrawing =
  /\b(?:rut|huy|xoa|bo)(?: (?:bo|het|giup|ho|cho|luon))*(?: (?:e|em|toi|minh|chau|tui|anh|chi|bac))?(?: cai)? (?:ten|phieu|dang ky|to khai|loi nhan|yeu cau goi)\b|\b(?:dung|khoi|(?:khong|ko|k|kg|chang)(?: (?:can|phai))?) goi(?: \S+){0,3} nua\b|\b(?:khong|ko|k) dong y nua\b|\b(?:phieu|to khai)(?: \S+){0,3} (?:xoa|huy) (?:giup|ho|di|cho|luon|het|bo)\b/;
const leaving = /\b(?:khoi|ra) (?:htx|hop tac|to hop tac|tht)\b/;

/** Who writes, and what leads up to it. */
const lead =
  '(?:(?:thoi|gio|bay gio|nay|toi|em|e|minh|chau|con|bac|tui|co|chu|anh|chi|nha|vo chong|ca nha|chung|bon|da|the|vay|thi|nhung|ma|so|lo|qua|roi|nghi lai|suy nghi lai|hom (?:truoc|qua)|a|o|u|chac|cho|muon|xin|bao|rang|la|doi y) )*';
/** Said of oneself: no more of the group, of being called, of what was agreed to. */
const byOneself = new RegExp(
  [
    `^${lead}${noWord} (?:muon |con )?(?:lam|dang ky|tham gia|lap|vao)(?: \\S+){0,2} nua\\b`,
    `^${lead}${noWord}(?: con)? (?:dong y|cho phep|cho (?=goi|luu|giu))(?: \\S+){0,5} nua\\b`,
    `^${lead}(?:rut|thu hoi|huy|bo)(?: (?:bo|lai|het|su|loi|cai|viec))* (?:dong y|cho phep)\\b`,
    `^${lead}rut(?: (?:don|dang ky|phieu|lui|lai|ten|khoi danh sach|day|thoi|luon|nhe|nha|a|em|ad))*$`,
  ].join('|'),
);
