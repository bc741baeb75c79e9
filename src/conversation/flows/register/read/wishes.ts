// Wishes heard at every step of the form, however they are worded: to erase what was given, to go on another time, not to give it.
import { isFullName, isTitledName } from '../../../../language/family-names.ts';
import { fold, withoutSigns } from '../../../../language/fold.ts';
import { noWord } from '../../../../language/negation.ts';

export type Wish = 'erase' | 'later' | 'refuse';

export function wishIn(message: string): Wish | undefined {
  if (isFullName(message) || isTitledName(message)) return undefined;
  const clauses = fold(
    message.replace(/đừng/giu, 'không').replace(/(?<!\p{L})(?:bán|bạn|bản|hồng)(?!\p{L})/giu, ' '),
  )
    .split(/[,.;!?:]+/)
    .map(withoutSigns)
    .filter((clause) => clause !== '');
  const some = (kind: RegExp): boolean => clauses.some((clause) => kind.test(clause));
  const nothingBut = (...kinds: RegExp[]): boolean =>
    clauses.every((clause) => [...kinds, opening].some((kind) => kind.test(clause)));
  if (some(erasing)) return 'erase';
  if (nothingBut(later, busy, leave, undecided) && (some(later) || some(busy))) return 'later';
  const refuses = some(denying) || (some(bareNo) && nothingBut(bareNo));
  return refuses && !some(agreeing) ? 'refuse' : undefined;
}

const lead =
  '(?:(?:da|a|o|u|vang|thoi|the|vay|nhung|ma|hay|roi|gio|toi|em|e|minh|tui|chau|anh|chi|bac|co|chu|bot|oi|cho|xin|muon|nho|lam on|doi y|nghi lai|khong lam nua|so(?: lam| qua)?) )*';
const whose = '(?: (?:cua|cho|giup|ho))?(?: (?:toi|em|minh|tui|chau|anh|chi|bac|nha toi|nha em))?';
const data =
  '(?:so dien thoai|so dt|sdt|dien thoai|so|ho ten|ten|thong tin|du lieu|phieu|dang ky|tin nhan|tat ca|moi thu|cai (?:vua|da) (?:ghi|khai))';
/** "Xóa số của tôi đi", "thôi em sợ lắm, xóa hết giúp": "đừng xóa" and "xóa nợ" are none. */
const erasing = new RegExp(
  `^${lead}(?:xoa|huy)(?: (?:bo|het|sach|di|giup|ho|luon|ngay))*(?:${whose} ?${data}(?: (?:va|voi) ${data})*\\b.*|${whose}(?: (?:di|nhe|nha|a|em|luon|het|voi|ngay|duoc khong|duoc ko|dc khong|dc ko))*)$`,
);

/** "Để tôi nghĩ đã", "mai làm tiếp", "thôi tôi bận": nothing is thrown away. */
const another =
  '(?:mai|mot|toi nay|toi mai|chieu|lat(?: nua)?|luc khac|khi khac|hom khac|hom sau|hom nao|bua khac|sau|tuan sau|khi nao ranh|ranh)';
const later = new RegExp(
  [
    `^${lead}(?:de|cho) (?:(?:toi|em|e|minh|tui|chau|bac|anh|chi|co) )?(?:(?:ve|con|di|cuoi tuan|${another}) )*(?:nghi|suy nghi|tinh|ban|hoi|xem xet|can nhac|can)\\b.* da(?: (?:nhe|nha|a|em))*$`,
    `^${lead}(?:de|hen) ${another}(?: (?:roi|toi|em|minh|thi))*(?: (?:lam|ghi|dang ky|khai|noi|tinh|nhan|dien))?(?: (?:tiep|not|lai|sau))*(?: (?:nhe|nha|a|em|vay|di|da|cung duoc))*$`,
    `^${lead}${another} (?:(?:toi|em|minh|tui|chau|bac|co|chu|anh|chi) )?(?:(?:lam|ghi|dang ky|khai|dien) (?:tiep|not|lai)|(?:vao|quay|nhan|tro) lai)(?: (?:nhe|nha|a|em|vay|duoc khong|dc ko|duoc ko))*$`,
    `^(?:\\S+ ){1,5}(?:qua|lam|the|nhi)(?: (?:nen|thoi|thi))? (?:de|hen) ${another}(?: (?:roi|toi|em|e|minh))*(?: (?:lam|ghi|dang ky|khai|tinh|dien))?(?: (?:tiep|not|lai|sau))*(?: (?:nhe|nha|a|em|vay|di|da|cung duoc))*$`,
    `^${lead}(?:chua|khoan) (?:voi )?(?:ghi|dang ky|lam|gui|khai)(?: (?:ten|phieu))?(?: (?:voi|dau|vao))*(?: (?:nhe|a|em|da))*$`,
    `^${lead}tam (?:dung|nghi|ngung)(?: (?:o day|da|nhe|thoi))*$`,
    `^${lead}dung(?: lai)?(?: o day)? (?:da|ty|chut|mot lat|co sao (?:khong|ko|k)|co duoc (?:khong|ko|k))(?: (?:nhe|nha|a|em))*$`,
    `^${lead}(?:nghi|suy nghi|nghi lai|tinh|can nhac)(?: (?:lai|them|ky))* da(?: (?:nhe|nha|a|em))*$`,
  ].join('|'),
);

/** "Em chưa hỏi vợ", "để hỏi chồng", "từ từ": why it waits. */
const whom = '(?:vo|chong|ck|vk|bo|me|con|anh|chi|ong|ba|nha|ba con|moi nguoi|gia dinh|anh em)';
const undecided = new RegExp(
  `^${lead}(?:(?:chua|de|con|phai|can|cho)(?: (?:toi|em|e|minh|kip|phai))*(?: (?:hoi|ban|noi|xin|bao|thong nhat)(?: (?:y kien|voi|y|lai|cung|xem))*)+ ${whom}(?: \\S+){0,3}|tu tu(?: da)?)$`,
);

/** "Được không", behind it. */
const leave = /^(?:co )?(?:duoc|dc|ok|nhe|nha)(?: (?:khong|ko|k|chu|nhe|nha|a|em|bot|ad))*$/;
const busy = new RegExp(`^${lead}(?:dang )?(?:ban|co viec|phai di)(?: (?:roi|lam|qua|viec|day))*$`);
/** Only what leads up to something, or thanks. */
const opening = new RegExp(`^${lead.replace(' )*', '(?: |$))*')}(?:cam on(?: (?:em|bot|anh|chi|nhe|a))*)?$`);

const given =
  '(?:dong y|chiu|cho|dua|gui|ghi|luu|khai|noi|tiet lo|cung cap|de lo|de lai|dang ky|tham gia|lam|can|thich|muon|dam|tin|dien|nhap|so dien thoai|so dt|sdt|dt|dien thoai|so|ho|ten|thong tin|ai|gi|het|nua|dau|lam|a|nhe|nha|em|toi|minh|chau|tui|bac|chi|anh|bot|ad|luon|cua|nay|vao|day|cam on|va)';
/** "Thôi không cho số đâu", "em không muốn khai tên": nothing but a no. */
const denying = new RegExp(`^${lead}${noWord} ${given}(?: ${given})*$`);
const bareNo = new RegExp(`^${lead}${noWord}(?: (?:dau|a|nhe|nha|em|bot|anh|chi|cam on))*$`);
const agreeing = new RegExp(`^${lead}dong y\\b`);
