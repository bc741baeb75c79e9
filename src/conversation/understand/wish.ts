// Recognises a plain wish to form or join a group ("em muốn lập tổ hợp tác"): it opens registering, a question does not.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { isAsking } from '../../language/asking.ts';
import { fold, plainWords, withoutSigns } from '../../language/fold.ts';
import { personWords } from '../../language/person-words.ts';
import { maskNumbers } from '../../language/phones.ts';
import { namesIn } from '../../language/places.ts';
import { foundWords, groupWords } from './founding-words.ts';
import { placeNames } from './names.ts';
import { refusesFounding } from './not-forming.ts';
import { writtenOut } from './phrasing/shorthand.ts';
import { peopleTold } from './told/people.ts';
import { withoutTold } from './without-told.ts';

const wish =
  /\b(?:muon|dinh|tinh|xin|dang k[yi]|(?:ghi|viet) (?:ten|ho|giup)|cho (?:nha )?(?:em|toi|minh|chi|anh))\b/;
/** "Ghi giúp" asks a kindness, no question. */
const kindly =
  /\b(?:ghi|viet|dang ky) giup\b|\bgiup (?:em|toi|minh|nha|(?:vo|chong|me|bo|con|anh|chi)(?: (?:tui|toi|em|minh|chau))?)\b/g;
/** "Không biết chữ nhiều" tells of oneself. */
const unlettered =
  /\b(?:khong|ko|k|chua) (?:biet|thao|thong|gioi)(?: (?:doc|viet|dung|noi|go|bam))? (?:chu|tieng|mang|may)\b/g;
/** "…, mà không biết gõ chữ nhiều", told behind the wish. */
const andUnlettered =
  /[\s,]+(?:mà|ma|nhưng|nhung)\s+(?:(?:tôi|toi|em|mình|minh|cháu|chau|bác|bac|lại|lai)\s+)*(?:không|khong|ko|k|chưa|chua)\s+(?:biết|biet|thạo|thao|giỏi|gioi)(?:\s+(?:đọc|doc|viết|viet|dùng|dung|gõ|go|bấm|bam))?\s+(?:chữ|chu|máy|may|mạng|mang)(?:\s+(?:nhiều|nhieu|lắm|lam|mấy|may|đâu|dau|thạo|thao))*\s*$/iu;
/** "…, mà bác không có điện thoại", told behind the wish. */
const andNoPhone =
  /[\s,]+(?:mà|ma|nhưng|nhung)\s+(?:\p{L}+\s+){0,2}(?:không|khong|ko|k|chưa|chua)\s+(?:có|co|dùng|dung|biết dùng|biet dung)\s+(?:điện thoại|dien thoai|đt|dt|số|so|máy|may)(?:\s+(?:riêng|rieng|thoại|thoai|nào|nao|đâu|dau|cả|ca))*\s*$/iu;
/** "Trồng dâu" is a trade; with its marks, or without any behind how many they are, it asks no "đâu". */
const mulberry = /dâu(?: tằm)?|(?<=trong |nuoi )dau(?: tam)?(?=.*\d+ (?:ho|nha|nguoi))/giu;
/** To form one, or to join neighbours in a group; joining a cooperative that there is asks how that is done. */
const deed = new RegExp(
  `\\b(?:(?:${foundWords}|dang k[yi]|dk)(?:(?: \\w+){0,2}?|(?: (?:luon|lun|nha|nhe|di|cho|em|e|toi|minh|tui|giup|ho|voi|a))*) (?:mot |1 )?(?:${groupWords})|ghi ten(?: \\w+){0,2}? (?:mot |1 )?(?:nhom|to)(?! hop tac)|(?:tham gia|vao|gia nhap) (?:mot |1 )?nhom)\\b`,
);
const asking =
  /\?|\b(?:gi|j|dau|may|bao(?= (?:nhieu|nhiu|lau|gio|h)\b)|bnhieu|nhiu|sao|nao|khong|ko|k|kg|hok|chua|ai|ha|ntn|the nao|phai|can|duoc|dc|co|luat|nghi quyet|nq|thu tuc|trinh tu|hay(?! qua| lam| that)|giay to|ho so|tien|von|phi|giay|chung nhan|mau|co quan|nghia vu|hoi|biet|buoc|cach|huong dan|mat|giup|thi)\b/;
const longest = 14;

/** True only for a short statement: any word that asks something leaves it to the questions. Where, what and how many is told besides neither asks nor makes it long. */
export function wishesToForm(message: string, knowledge: Knowledge): boolean {
  if (refusesFounding(message)) return false;
  const text = writtenOut(knowledge, maskNumbers(message)).replace(andUnlettered, '').replace(andNoPhone, '');
  if (wishesToSignUp(text) || signsUpFirst(text, knowledge) || asksWhereToSignUp(text)) return true;
  if (joinsWhoever.test(fold(text).replace(/[^\p{L}\d?]+/gu, ' ')) && !text.includes('?')) return true;
  const told = /^(?<before>.*[.!\n]\s*)(?=\S)(?<last>[^.!\n]+[.!]?)$/s.exec(text)?.groups;
  const story = fold(withoutTold(told?.before ?? '', knowledge)).replace(notThere, ' ');
  if (told?.last && !storyAsks.test(story) && wishesToForm(told.last, knowledge)) return true;
  const folded = fold(text);
  if (tooFew.test(folded) || !saysWish(folded, text) || asksAtEnd(text)) return false;
  const rest = withoutTold(text, knowledge);
  const asked = fold(rest.replace(mulberry, ' '))
    .replace(kindly, ' ')
    .replace(unlettered, ' ')
    .replace(opener, ' ');
  return asked.split(/\s+/).length <= longest && !asking.test(asked);
}

/** Who they are is told before the wish; "không biết chữ" in it asks nothing. */
const storyAsks =
  /\?|\b(?:gi|j|dau|may(?! (?:oi|nay|nha))|bao (?:nhieu|lau|gio)|bn|sao|nao|ntn|ha)\b|\b(?:khong|ko|k|chua)(?: (?:a|em|nhi|vay|chau|bac))*\s*(?:[.,!;]|$)/;

/** "Không ở … đâu", without the place. */
const notThere = /\b(?:khong|ko|k)(?: phai)?(?: (?:o|ben|tai|la))? +dau\b/g;

/** "Ai lập tổ chế biến đậu phụ thì cho tôi vào với": to join a group that is yet to be. */
const joinsWhoever =
  /\b(?:ai|nha nao|nguoi nao|to nao|nhom nao|cho nao|nao)(?: (?:co|ma|muon|dinh|dang|se|chua))* (?:lap|lam|mo|co|gom|ru) (?:\S+ ){1,10}?(?:thi |ma )?(?:cho|ru|goi|bao|xin|keu|nhan) (?:toi|em|e|minh|chau|bac|co|chu|tui)(?: \S+){0,2}? (?:vao|tham gia|theo|lam cung|gop|ghi ten|chung|voi)(?: \S+){0,4}\s*$|\b(?:toi|em|e|minh|chau|bac|tui) (?:\S+ ){0,3}(?:muon|xin) (?:vao|tham gia|ghep)(?: \S+){0,3} voi (?:ai|nha nao|nhom nao|to nao)(?: \S+){0,4}\s*$/;

const saysWish = (folded: string, text: string): boolean =>
  (wish.test(folded) && deed.test(folded)) ||
  named.test(folded) ||
  headed.test(folded) ||
  (ours.test(folded) && Boolean(peopleTold(text)?.members)) ||
  agreed.test(
    folded
      .replace(/[,.!]+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );

/** "Muốn lập htx mà chỉ có 3 nhà" asks whether they are enough. */
const tooFew = /\bma (?:chi|moi) (?:co|duoc)\b/;

/** "Vậy giờ đăng ký tổ trước rồi lên htx sau à"; without marks an "a" at the end is oftener "ạ". */
const asksAtEnd = (text: string): boolean =>
  /(?<!\p{L})(?:à|ah|hả|phỏng|chăng|(?<!đi )chứ)[\s.!]*$/iu.test(text) ||
  /^(?:vay|the)\b.*\ba[\s.!]*$/.test(fold(text));

/** "Ok vậy lập tổ hợp tác", "thế lập cái kia": agreeing to what was spoken of. */
const opener = /^(?:(?:ok|oke|u|uh|um|da|vang|vay|the|thoi|ma|roi|gio|thi|nhat tri|thong nhat)[ ,]+)+/;
const agreed =
  /^(?:(?:ok|oke|u|uh|um|da|vang|vay|thoi|ma|gio|thi|nhat tri|thong nhat) )+(?:cho (?:em|toi|minh|chung toi) )?(?:lap|dang ky|mo) (?:luon )?(?:mot |1 |cai )?(?:to hop tac|hop tac xa|nhom|to)(?: (?:di|luon|nhe|nha|thoi|do|ay|a|voi))*$|^(?:(?:ok|u|vay|the|thoi|gio|thi) )+(?:lap|dang ky|mo) cai (?:kia|do|ay|nay|dau|thu \w+)(?: (?:di|luon|nhe|nha|thoi|a|voi))*$/;
/** "Lập tổ nuôi gà ở … 4 hộ": said like a heading, with how many they are. */
const named = new RegExp(`^(?:${foundWords}) (?:mot |1 )?(?:${groupWords})\\b.*\\b\\d+ (?:ho|nha|nguoi)\\b`);

/** "Lập tổ hợp tác làm miến, tôi ở …": the same with where one lives. */
const headed = new RegExp(
  `^(?:${foundWords}) (?:mot |1 )?(?:${groupWords})\\b.*[,.] *(?:nha )?(?:toi|em|e|minh|chau|tui|chung toi|bon em) (?:o|ben|tai) `,
);

/** "Mình với 5 nhà hàng xóm lập tổ …": told of oneself, with how many they are. */
const ours = new RegExp(
  `^(?:(?:a|da|alo|bot|oi|chao|ad|em|anh|chi) )*(?:toi|em|minh|nha (?:toi|em|minh)|bon (?:toi|em|minh)|chung (?:toi|em|minh)|may nha)\\b.*\\b(?:${foundWords}) (?:mot |1 )?(?:${groupWords})\\b`,
);

/** "Thôi cứ đăng ký cho mình đi", "…, mà thôi cho em đăng ký luôn": nothing but to sign up, here with the bot, in the whole message or behind what asks nothing. */
function wishesToSignUp(text: string): boolean {
  const clauses = text
    .split(/[.,;:!?\n]+|(?=(?<!\p{L})(?:mà thôi|ma thoi|thôi|thoi)(?!\p{L}))/u)
    .filter((c) => /\p{L}/u.test(c));
  const last = clauses.at(-1) ?? '';
  const before = text.slice(0, text.lastIndexOf(last));
  if (text.includes('?') || asksAtEnd(last) || (before.trim() !== '' && isAsking(before))) return false;
  const said = withoutSigns(fold(last));
  return (
    signing.test(said) &&
    (onlySigning.test(said) || (here.test(said) && onlySigning.test(said.replace(mayI, ''))))
  );
}
/** "Đăng ký cho em luôn, tổ hợp tác nuôi cá 4 người, em tên …": what follows only tells. */
function signsUpFirst(text: string, knowledge: Knowledge): boolean {
  const clauses = text.split(/[.,;:!\n]+/u).filter((clause) => /\p{L}/u.test(clause));
  const at = clauses.slice(0, 2).findIndex((clause) => signsUp(clause));
  const before = at > 0 ? plainWords(clauses[0] ?? '') : '';
  const told = clauses.slice(at + 1);
  return (
    at >= 0 &&
    told.length > 0 &&
    understood.test(before) &&
    !isAsking(
      clauses
        .filter((clause) => !ownName.test(clause))
        .join('. ')
        .replace(unasked, ' '),
    ) &&
    !text.includes('?') &&
    !asksAtEnd(text) &&
    told.some(
      (clause) =>
        deed.test(`dang ky ${fold(clause)}`) ||
        (peopleTold(clause)?.members ?? 0) > 0 ||
        namesIn(clause, placeNames(knowledge)).length > 0 ||
        ownName.test(clause) ||
        clause.includes('[số]'),
    )
  );
}
/** "Tôi tên …", told behind it. */
const ownName =
  /^\s*(?:(?:tôi|toi|em|e|mình|minh|cháu|chau|con|bác|bac|chị|chi|anh|cô|co|chú|chu)\s+)?(?:tên|ten)(?:\s+(?:tôi|toi|em|mình|minh))?(?:\s+(?:là|la))?\s+(?!gì|gi|nào|nao)\p{L}+(?:\s\p{L}+){0,4}\s*$/iu;
const signsUp = (clause: string): boolean =>
  signing.test(plainWords(clause)) && onlySigning.test(plainWords(clause));
/** "Lập tổ cần mấy người? Đăng ký cho em luôn", "… nếu có thì ghi tên cho tôi": what is asked beside a plain wish to be signed up, and what asks nothing; undefined where there are not both. */
export function askedBesideSigningUp(
  message: string,
  knowledge: Knowledge,
): { asked: string; told: string } | undefined {
  const clauses = writtenOut(knowledge, maskNumbers(message))
    .split(/(?<=[.,;:?!\n])\s*/u)
    .filter((clause) => /\p{L}/u.test(clause));
  const at = clauses.findIndex((clause) => bidsToSignUp(clause, knowledge));
  if (at < 0) return undefined;
  const before = clauses.slice(0, at).join(' ');
  const after = clauses.slice(at + 1).filter((clause) => !ownName.test(clause.replace(/[.,;:?!]+$/u, '')));
  const asked = [before, after.join(' ')].find((part) => part !== '' && asks(part));
  return asked === undefined ? undefined : { asked, told: clauses.filter((c) => !asks(c)).join(' ') };
}
const asks = (text: string): boolean => text.includes('?') || isAsking(text);
/** "Đăng ký giúp em": bidden, and no more of what one will have to do. */
const bidsToSignUp = (clause: string, knowledge: Knowledge): boolean =>
  [clause, withoutTold(clause, knowledge)].some((words) => {
    const said = plainWords(words).replace(condition, '').replace(leadsToTold, '');
    return bidding.test(said) && signing.test(said) && onlySigning.test(said);
  });
const condition =
  /^(?:(?:neu|ma|voi lai|roi|the|vay|con) )*(?:(?:co|duoc|dc|khong|ko|k|mien phi)(?: mat (?:tien|phi)| gi)? )?(?:thi )?/;
const bidding = /\b(?:cho|giup|gium|dum|ho|luon|di)\b/;
/** Whose group it is, and what led up to a trade or a place. */
const leadsToTold = /\b(?:nhom|to|nha|bon|chung|nuoi|trong|lam|o|ben|tai)(?: |$)/g;

/** "Ok rõ rồi", "chán", before it. */
const understood =
  /^(?:(?:ok|oke|u|uh|um|da|vang|thoi|a|the|vay|ro|hieu|duoc|dc|biet|xong|cam on|chan|roi|r|qua|em|e|toi|minh|bac|co|chu|anh|chi|ad|bot)(?: |$))*$/;

/** "Ghi lại cho tôi: … 8 anh em thợ mộc lập htx, …" with a number in it: a group is named, and nothing is asked. */
export function wishesWithNumber(message: string, knowledge: Knowledge): boolean {
  const text = writtenOut(knowledge, maskNumbers(message));
  const folded = fold(text);
  return (
    deed.test(folded) &&
    !already.test(folded) &&
    !text.includes('?') &&
    !isAsking(text.replace(unasked, ' ').replace(mulberry, ' ')) &&
    !asksAtEnd(text)
  );
}
/** "Tháng trước em đăng ký lập htx …" tells of what was done. */
const already = /\b(?:da|truoc|hom no|hom qua|thang truoc|tuan truoc|chua|roi ma|khong|ko|k)\b/;
/** Polite, and no question. */
const unasked =
  /(?<=[,;.]\s*)(?:xem|để xem|de xem)\s[^,.;!?]*|(?<!\p{L})(?:ạ|\[số\])(?!\p{L})|(?<!\p{L})may (?=(?:gia|quần|quan|áo|ao|mặc|mac|vá|va|đo|do|túi|tui)(?!\p{L}))|(?<=[,.;]\s*)(?:à|a)(?=\s)/giu;
const self = `(?:${personWords}|t|to|m|a|c|cau|tao|ban|bot|may|ad|bon|chung|nha|ca|ho)`;
const signUp = '(?:dang k[yi]|ghi (?:ten|danh|phieu)|(?:lam|lap|viet|dien) phieu)';
const signing = new RegExp(`\\b${signUp}\\b|\\bghi (?:\\w+ ){1,3}(?:ten|phieu)\\b`);
/** No word but these: "rồi" behind it is told of what was done, "phải" asks. */
const onlySigning = new RegExp(
  `^(?:(?:ok|oke|u|uh|um|da|vang|vay|the|thoi|ma|roi|gio|bay gio|thi|cu|de|hay|y|la|muon|dinh|xin|nho|lam on|viec|cai|${self}|cho) )*` +
    `(?:${signUp}|ghi|bam)` +
    `(?: (?:ten|phieu|dang k[yi]|nguyen vong|mot|1|cai|lap nhom|lap to|nhom|to|vao|vo|chung|luon|lun|ngay|di|nhe|nha|nhen|nghen|hen|a|voi|vay|day|do|them|lai|giup|gium|dum|ho|cho|o|tren|qua|trong|day|nay|may|bay gio|gio|${self}|de can bo goi(?: lai)?))*$`,
);
const here = /\b(?:o day|tren day|tren (?:may )?nay|o may nay|qua day|qua may|voi (?:em|bot|may|ad))\b/;
const mayI = / (?:duoc|dc)(?: (?:khong|ko|k|chu|chua))?$/;

/** "Muốn làm cùng bà con thì ghi tên ở đâu": here; where a group is registered, or a class joined, is a question. */
const asksWhereToSignUp = (text: string): boolean =>
  whereToSignUp.test(fold(text)) && !official.test(fold(text));
const whereToSignUp =
  /\b(?:lam (?:cung|chung)|cung lam|tham gia|vao nhom|lap nhom|gop chung)\b.*\bghi (?:ten|danh)\b.*\bdau\b|\bghi (?:ten|danh)\b.*\bdau\b.*\b(?:lam (?:cung|chung)|cung lam|tham gia|vao nhom|lap nhom|gop chung)\b/;
const official = /\b(?:to hop tac|hop tac xa|htx|tht|lop|hoc|tap huan|hoi cho|bao hiem|doan|dang)\b/;

/** "Em muốn vào hợp tác xã": to join one that there is, which asks how. */
export const wishesToJoin = (message: string): boolean => joining.test(fold(message));
const joining =
  /\b(?:muon|dinh|tinh|xin)\b(?: \w+){0,3}? (?:vao|vo|tham gia|gia nhap) (?:mot |1 )?(?:hop tac xa|htx|to hop tac|tht|to)\b/;
