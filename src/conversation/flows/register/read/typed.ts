// What is typed at the summary instead of tapped: "sửa số điện thoại", "số người là 9", "gửi đi".
import { clean, fold, foldInPlace, withoutSigns } from '../../../../language/fold.ts';
import type { FieldStep } from '../steps.ts';

const change =
  /^(?:cho )?(?:(?:em|toi|minh) )?(?:muon )?(?:sua|doi|thay|chua|dien|ghi|nhap)(?: ?[:.,])? (?:lai )?(?:cai |dong |muc |phan |cho (?!o\b))?|^(?:cai |dong |muc |phan |cho )(?=\S)/;
const lines: readonly (readonly [FieldStep, RegExp])[] = [
  ['phone', /^(?:so dien thoai|so dt|sdt|dien thoai|dt|so phone|phone)\b/],
  ['name', /^(?:ho ten|ten|ho va ten)\b/],
  ['place', /^(?:noi o|noi dang o|phuong|xa|dia chi|cho o|noi)\b/],
  ['product', /^(?:se lam|viec lam|viec|dinh lam|nganh nghe|nganh|nghe|san pham|cay|con|mat hang|lam gi)\b/],
  ['members', /^(?:so luong nguoi|so luong|so nguoi|so ho|so thanh vien|may nguoi|nguoi|thanh vien)\b/],
  ['time', /^(?:gio tien goi|gio goi|gio|thoi gian|luc goi)\b/],
  ['note', /^(?:noi dung(?: loi nhan)?|loi nhan|nhan kem|nhan them|ghi kem|ghi chu)\b/],
  ['form', /^(?:loai|hinh thuc|muon lap|to hop tac|hop tac xa|tht|htx)\b/],
];
const becomes =
  /^(?: (?:cua )?(?:toi|em|minh|nha toi|nha em))?(?: (?:di|giup|nhe|ho))*\s*(?:,? ?(?:ghi|viet) (?:lai )?(?=la\b))?(?:(?:ghi|viet|sua|doi|chua|de|chuyen)(?: lai| giup| cho)*(?: thanh| sang| la\b)|(?:ghi|viet|sua|doi|chua) lai[,:]?(?= \S)|(?:phai |moi |dung |gio |bay gio )?la\b|(?:sua|doi)(?: lai)?(?: thanh| la)?(?= \d)|thanh|sang|lai la|(?:gio|bay gio|hien|nay)(?: la)?(?= \d)|[:=,])\s*[:=]?\s*(?=\S)/;

/** A line of the form, and what it shall be when that was typed with it. */
export type NamedLine = { step: FieldStep; value?: string };

export function lineNamed(text: string): NamedLine | undefined {
  const typed = clean(text);
  const flat = foldInPlace(typed);
  const asked = change.exec(flat)?.[0].length ?? 0;
  const rest = flat.slice(asked);
  for (const [step, words] of lines) {
    const named = words.exec(rest)?.[0];
    if (named === undefined) continue;
    const behind = rest.slice(named.length);
    const link = becomes.exec(behind)?.[0];
    if (link !== undefined) {
      const value = typed.slice(asked + named.length + link.length);
      return { step, value: named === 'so ho' && /^\d+$/.test(value) ? `${value} hộ` : value };
    }
    // "Sửa số người 7", "đổi số điện thoại rồi, giờ là 0912 345 678"
    const number = step === 'phone' && /\d[\d .-]{7,}\d/.test(behind);
    // "Sửa: tên chị Hà"
    const person =
      step === 'name' && asked > 0 && /^ (?:\p{Ll}+ )?\p{Lu}/u.test(typed.slice(asked + named.length));
    if ((asked > 0 && /^ \d/.test(behind)) || number || person)
      return { step, value: typed.slice(asked + named.length).trim() };
    // "Số người 7", "số người còn thiếu, 8"
    const count = step === 'members' ? ofCount.exec(behind)?.[1] : undefined;
    if (count !== undefined) return { step, value: count };
    return asked > 0 || behind.trim() === '' ? { step } : undefined;
  }
  return undefined;
}

/** "Tên em không phải thế", "số của tôi đâu phải số ấy": what was written down is wrong, and nothing is said of what it shall be. */
export const lineDenied = (text: string): NamedLine | undefined => {
  const line = denying.exec(bare(clean(text)))?.[1];
  return line === undefined ? undefined : { step: line === 'ten' ? 'name' : 'phone' };
};
const denying =
  /^(?:(?:da|o|u|a|oi|chu|em|toi|bao|dung|lai|ma|roi) )*(?:ho )?(ten|so dien thoai|sdt|so)(?: (?:cua )?(?:em|e|toi|t|minh|chau|con|bac|anh|chi|co|chu|ong|ba))? (?:khong|ko|k|kg|dau|co) phai(?: (?:la|ten|so))* (?!(?:ghi|khai|dua|noi|gui|de)\b)\S/;

const ofCount =
  /^[\s,]+(?:(?:con|bi|ghi|thi|sai|thieu|nham|du|chua|co|chi|moi)[\s,]+)*(\d{1,3})(?: (?:nguoi|ng))?(?: thoi)?\s*$/;
/** "Sửa tên", "đổi số điện thoại giúp em": a line that shall be changed, and not into what. */
export function lineToChange(text: string): FieldStep | undefined {
  const flat = foldInPlace(clean(text));
  const asked = change.exec(flat)?.[0].length ?? 0;
  const rest = flat.slice(asked);
  const found = asked > 0 ? lines.find(([, words]) => words.test(rest)) : undefined;
  return found && polite.test(rest.replace(found[1], '')) ? found[0] : undefined;
}
const polite =
  /^(?: (?:cua|giup|ho|voi|cho|lai|di|nhe|nha|a|em|e|toi|minh|chau|(?:duoc|dc) (?:khong|ko|k)|roi|da|cai))*[\s.!?]*$/;

/** "Gửi", "đúng rồi gửi đi", "ok gửi nhé"; "đừng" and "dừng" send nothing, nor does "dung" where it may be one of them. */
export function saysSend(text: string): boolean {
  if (/đừng|dừng/iu.test(clean(text)) || text.includes('?')) return false;
  const said = bare(
    text
      .replace(/(?<=(?:đúng|dung|ok|chuẩn|chuan|xong|được|duoc|dc|vâng|vang)\s+)r(?!\p{L})/giu, 'rồi')
      .replace(/(?<!\p{L})(?:đúng|dung(?=\s*[,.]|\s+(?:rồi|roi|hết|het)))(?!\p{L})/giu, 'phai'),
  );
  return sending.test(said);
}
const done =
  '(?:gui|phai(?: (?:roi|het|het roi))?|chuan(?: roi)?|chinh xac|xong(?: roi)?|duoc roi|ok|oke|vang|u|uh|um|dong y|(?:khong|ko|k) (?:can )?(?:sua|doi)(?: gi)?(?: nua)?)';
const sending = new RegExp(
  `^(?:(?:ok|u|vang|da|roi|thi|the|thoi|ke|ke no|duoc|dc|toi|em|minh) )*${done}(?: (?:${done}|di|luon|lun|phieu|nhe|nha|nhen|a|em|ad|oi|chau|con|bac|anh|chi|ban|bot|roi|thoi|vay|giup|cho|toi|ba|ong|co|chu))*$`,
);

/** "Ghi sai", "sai rồi", "chưa đúng": something is wrong, and not what. */
export const saysWrong = (text: string): boolean =>
  /^(?:(?:a|o|u|oi|chet|thoi|em|toi|phieu|cai nay|the|bi) )*(?:(?:ghi|viet|noi|go) )?(?:bi )?(?:sai|nham)(?: (?:roi|r|het|mat|bet|day|nhe|em|a|ca))*$|^(?:chua|khong|ko|k) (?:dung|phai|chinh xac)(?: (?:roi|dau|em|a|lam|the))*$/.test(
    bare(text),
  );

/** "Bỏ lời nhắn đi", "không ghi kèm nữa". */
export const dropsNote = (text: string): boolean => dropping.test(bare(text));
const dropping =
  /^(?:thoi )?(?:bo|xoa|khong(?: can)?(?: ghi| nhan)?|ko(?: can)?(?: ghi| nhan)?|dung(?: ghi| nhan)?) (?:cai |dong |phan )?(?:loi nhan|nhan kem|kem|cau hoi)(?: (?:do|nay|di|nua|dau|nhe|em|a|kem))*$|^(?:thoi )?(?:cai |dong |phan )?(?:ghi kem|nhan kem|loi nhan)(?: \S+){0,5} (?:bo|xoa)(?: (?:di|ra|het|nhe|nha|em|a|giup|cho|toi))*$/;

/** "Giờ tiện gọi bỏ trống đi", "bỏ giờ gọi": a line that shall stand empty. */
export function lineEmptied(text: string): FieldStep | undefined {
  const said = bare(text);
  const before = emptying.exec(said)?.[0];
  const rest = before === undefined ? said : said.slice(before.length);
  const found = lines.find(([, words]) => words.test(rest));
  const behind = found && rest.replace(found[1], '');
  if (found === undefined || behind === undefined) return undefined;
  return (before === undefined ? emptied : lineOnly).test(behind) ? found[0] : undefined;
}
const emptying =
  /^(?:thoi )?(?:cho )?(?:bo trong|de trong|bo|xoa|khong ghi|ko ghi|khong can) (?:cai |dong |muc |phan )?/;
const emptied =
  /^(?: (?:thi|nay|do|ay|cu))*(?: (?:bo trong|de trong|bo qua|bo|xoa|trong|khong can|khong ghi|ko can))+(?: (?:di|nhe|nha|a|em|giup|cho|toi|luon|het|ghi|dien))*$/;
const lineOnly = /^(?: (?:di|nhe|nha|a|em|giup|cho|toi|luon|nay|do|ay))*$/;

/** What is left of a message without the clause that says so; undefined where none does. */
export function withoutNoteDropped(text: string): string | undefined {
  const clauses = text.split(/(?<=[.,;!?])\s*|\s+(?=(?:rồi|roi)\s+(?:gửi|gui))/iu);
  const kept = clauses.filter((clause) => !dropsNote(clause));
  return kept.length < clauses.length ? kept.join(' ').replace(/[\s,.;]+$/, '') : undefined;
}

/** "Thôi không sửa nữa", asked which line. */
export const saysKeep = (text: string): boolean =>
  /^(?:thoi|(?:thoi )?(?:khong|ko|k)(?: can)?(?: sua| doi)?(?: gi)?(?: nua| dau)?|giu nguyen|de nguyen)(?: (?:nhe|a|em))*$/.test(
    bare(text),
  );

/** "Không", "không có", where a line may be left out. */
export const saysNone = (text: string): boolean =>
  /^(?:da )?(?:khong|ko|k)(?: (?:co|can|ghi))?(?: (?:gi|a|em|nhe|dau))*$/.test(bare(text));

/** "Chưa rõ mấy người", "chưa biết": passes over what may be passed over. */
export const saysUnsure = (text: string): boolean =>
  /^(?:(?:da|toi|em|minh|nhom|con|thi|cung) )*(?:chua|khong|ko) (?:ro|biet|chac|tinh|dem|quyet|nghi ra)(?: (?:duoc|la|co|dinh|se|lam|nua))*(?: (?:may|bao nhieu|gi|j|the nao|luc nao|gio nao))?(?: (?:nguoi|nha|ho))?(?: (?:a|em|dau|nhe|lam|het|ca))*$/.test(
    bare(text),
  );

const bare = (text: string): string => withoutSigns(fold(text));
