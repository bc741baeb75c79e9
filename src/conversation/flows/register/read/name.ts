// Reads a person's name as it is typed: what introduces it and what is said around it is left out.
import { isThanks } from '../../../../language/asking.ts';
import { isFullName, isTitledName, isWrittenAsName } from '../../../../language/family-names.ts';
import { clean, fold, syllables } from '../../../../language/fold.ts';
import { wordAgrees } from '../../../../language/marks-agree.ts';
import { saidBeforeWords } from './said-before.ts';

const pronoun = 'tôi|em|e|mình|cháu|con|anh|chị|bác|cô|chú|tui';
const barePronoun = '[Tt]oi|[Ee]m|[Ee]|[Mm]inh|[Cc]hau|[Cc]on|[Aa]nh|[Cc]hi|[Bb]ac';
/** With marks, and typed without any, where a bare "la" at the start may be the family name. */
const introductions = [
  // "Gọi ba con là ông Sính", "ghi tên chồng em: Kha": whoever is to be called.
  /^(?:(?:dạ|da|vâng|vang|thì|thi|cứ|cu)\s+)*(?:gọi|goi|ghi|viết|viet|lấy|lay|để|de|điền|dien)\s+(?:cho\s+)?(?:tên\s+|ten\s+)?(?:của\s+|cua\s+)?(?:bố|bo|ba|cha|mẹ|me|má|ma|ông|ong|bà|chồng|chong|vợ|vo|anh|chị|chi|em|con|cháu|chau|cô|co|chú|chu|bác|bac)(?:\s+(?:trai|gái|gai|nội|noi|ngoại|ngoai|dâu|dau|rể|re))?\s+(?:tôi|toi|em|mình|minh|con|cháu|chau|tui|nhà|nha)(?:\s+(?:tên|ten))?(?:\s*:\s*|\s+(?:là|la)\s+)(?=\p{L})/iu,
  // "Vợ tôi tên là …", "c tên là Lan", "chú tên Thọ".
  /^(?:(?:dạ|da|vâng|vang|thì|thi)\s+)*(?:c|a|chú|chu|bác|bac|cô|co|ông|ong|bà|ba|(?:vợ|vo|chồng|chong|mẹ|me|bố|bo|con|em|anh|chị|chi)(?:\s+(?:trai|gái|gai|dâu|dau|rể|re))?\s+(?:tôi|toi|em|mình|minh|tui|cháu|chau))\s+(?:tên|ten)(?:\s+(?:là|la))?\s+(?=\p{L})/iu,
  new RegExp(
    `^(?:(?:dạ|vâng|à|ờ)\\s+)?(?:(?:cứ\\s+)?(?:gọi|ghi|viết)\\s+)?(?:(?:${pronoun})\\s+)?(?:(?:họ\\s+(?:và\\s+)?)?tên(?:\\s+(?:thật|của))?(?:\\s+(?:${pronoun}|bà|ông|má))?(?:\\s+là)?|là)[\\s:]+(?=\\p{L})`,
    'iu',
  ),
  new RegExp(
    `^(?:[Dd]a )?(?:(?:[Cc]u )?(?:[Gg]oi|[Gg]hi|[Vv]iet) )?(?:(?:${barePronoun}) )?(?:(?:[Hh]o (?:va )?)?[Tt]en(?: that| cua)?(?: toi| em| minh| chi| anh| bac| co| chau| chu| ba| ong)?(?: la)?)[\\s:]+(?=\\p{L})`,
    'u',
  ),
  new RegExp(`^(?:[Dd]a )?(?:(?:[Cc]u )?[Gg]oi )?(?:${barePronoun}) la (?=\\p{L})`, 'u'),
  /^(?:(?:dạ|vâng)\s+)?(?:tôi|em|mình)\s+(?=\p{L}+(?:\s+ạ)?$|\p{Lu})/iu,
];
const introduced = (text: string): string =>
  introductions.reduce((rest, opening) => (rest === text ? text.replace(opening, '') : rest), text);

/** "Tên Minh được không": behind what introduces it, a name. */
const behind =
  /[\s,]+(?:(?:có )?(?:được|dc|đc|duoc) (?:không|khong|ko|k)(?: (?:ạ|em|nhỉ))?|ạ|nhé|nha|nhá|nhe)[\s.!?]*$/iu;

/** "Hà thôi": no more than that. */
const only = /(?<=^\p{Lu}\S*(?:\s\p{Lu}\S*)*)[\s,]+(?:thôi|thoi|là được|la duoc|cũng được|cung duoc)$/u;

/** Behind a name: when one was born, how old one is, where one lives ("Lực tổ 3", "Mận sn 1979"). */
const personBehind =
  /[\s,]+(?:(?:sn|sinh(?:\s+năm|\s+nam)?|năm sinh|nam sinh)[\s:]*\d{2,4}|\d{2}\s*(?:tuổi|tuoi)|(?:ở\s+)?(?:tổ|to|thôn|thon|bản|ban|xóm|xom|khu|tdp)\s+(?:dân phố\s+|dan pho\s+)?\d{1,2})(?:\s+(?:ạ|a|nhé|nhe))?$/iu;
/** "Lò Thị Mai em nhé", "… nhé em": who is spoken to is no part of it; "Em" with a capital may be. */
const addressBehind =
  /(?<=\p{Lu}\S*(?:\s\p{Lu}\S*)*)[\s,]+(?:(?:em|e|anh|chị|chi|cháu|chau|bác|bac|con|cô|bạn|ban|ad|bot|đây|day)(?:\s+(?:ơi|oi|nhé|nhe|nha|ạ|a|à|em|anh|chị|cháu))*|(?:nhé|nhe|nha|ạ)\s+(?:em|e|anh|chị|chi|cháu|chau|bác|bac|con|bạn|ban|ad|bot))[\s.!]*$|[\s,]+(?:em|cháu|chau|con|bạn|ban)\s+(?:nhé|nhe|nha|ạ)[\s.!]*$/u;
/** "Chị Lò Thị Mai": with the whole name told, what one calls oneself stays out. */
const ownName = (text: string): string => {
  const bare = text.replace(
    /^(?:chị|chi|em|anh|cháu|chau|bác|bac|cô|chú|chu|con|tôi|toi|mình|minh)\s+/iu,
    '',
  );
  return bare !== text && syllables(bare).length >= wholeName && isFullName(bare) ? bare : text;
};
const wholeName = 3;
/** "a Lực": a title cut to its letter; "A Páo" is a name. */
const shortTitle = /^(?:a|c|e)\s+(?=\p{Lu})/u;

/** A number behind a name, and what leads up to it. */
export const numberBehind =
  /[\s,.;-]*(?:(?:còn|con|và|va|với|voi)\s+)?(?:(?:số|so|sđt|sdt|điện thoại|dien thoai)\s+(?:thì|thi)\s+)?(?:(?:số )?(?:điện thoại|dien thoai|đt|dt|sđt|sdt|số|so)(?: (?:của|cua|em|e|tôi|toi|cháu|chau|mình|minh|con|là|la))*)?[\s,:]*[+(]?\d[\d\s.()-]{7,}\s*$/iu;

/** The name in what was typed; undefined when it is none. Of several pieces the full name, behind what was no name ("em nói rồi, Bích") the name. */
export function nameIn(message: string): string | undefined {
  const text = clean(message).replace(/[\s!.…)(:;=*~-]+$/u, '');
  const pieces = text
    .split(/\s*[,;.!:)(…]+(?:\s+|$)/u)
    .filter((piece) => piece !== '' && piece.replace(saidBeforeWords, '') !== '' && !isThanks(piece));
  const whole = pieces.length > 1 ? pieces.map(nameInPiece).find((n) => n && isFullName(n)) : undefined;
  return whole ?? nameInPiece(pieces.length === 1 ? (pieces[0] ?? text) : text);
}

function nameInPiece(message: string): string | undefined {
  const text = ownName(message.replace(addressBehind, '').replace(personBehind, '')).replace(shortTitle, '');
  const name = introduced(text);
  const said =
    name === text ? name.replace(/[\s,]+(?:ạ|nhé|nha|nhá|nhe)[\s.!]*$/iu, '') : name.replace(behind, '');
  const bare = said
    .replace(/(?<=\p{Ll}) a$/u, '')
    .replace(only, '')
    .trim();
  const [first = '', ...more] = bare.split(/\s*[,;]\s*/).map(introduced);
  if (!isName(first)) return undefined;
  const whole = more.find((part) => isName(part) && fold(part).endsWith(` ${fold(first)}`));
  return whole ?? (more.length === 0 || name !== text || isFullName(first) ? first : undefined);
}

function isName(text: string): boolean {
  if (!/^[\p{L}\p{M}][\p{L}\p{M}\s.'-]{0,59}$/u.test(text)) return false;
  if (isFullName(text) || isTitledName(text)) return true;
  const words = syllables(text);
  if (
    /^(?:ten|(?:suy )?nghi)$/.test(fold(text)) ||
    words.length > mostWords ||
    /\b(?:bao (?:gio|lau|nhieu)|the nao|o dau|khi nao|la gi)\b/.test(fold(text))
  )
    return false;
  const typed = text.toLowerCase().split(/\s+/);
  return !typed.some((w) => isOrdinary(w, typed.length === 1)) && !roles.test(fold(text));
}
const mostWords = 7;

/** No part of a name that is not surely one: they ask, want, or speak of the form. */
const ordinary =
  `không ko k kg chưa gì sao nào đâu rồi được dc cũng nói biết muốn cần gửi xóa bỏ thôi tên điện thoại đăng ký ghi gọi
  hỏi cho phải làm nữa nhé nha ơi đây kia vậy thế thì mà nếu hay hoặc vì của người hộ trồng nuôi bot htx tht tôi tối số để`.split(
    /\s+/,
  );

/** One word alone only in its own marks: "lam" may be Lâm. */
const isOrdinary = (word: string, alone: boolean): boolean =>
  ordinary.some((w) => (alone ? w === word : fold(w) === fold(word) && wordAgrees(word, w)));

const roles =
  /\b(?:nong dan|can bo|thanh vien|giam doc|chu tich|dan toc|hoc sinh|sinh vien|giao vien|to truong|truong (?:thon|ban|xom)|nguoi dan|ba con)\b/;

/** "Phạm Quang Dũng nhưng đừng để ông ấy biết": a name, and what is said behind it. */
export function nameThenMore(message: string): { name: string; more: string } | undefined {
  const tale = besideFull.exec(clean(message));
  if (tale?.[1] && tale[2] && isFullName(tale[1]) && !isThanks(tale[2]))
    return { name: tale[1], more: tale[2] };
  if (nameIn(message) !== undefined) return undefined;
  const text = clean(message);
  const [, before = '', more = ''] = moreBehind.exec(text) ?? nextSentence.exec(text) ?? [];
  const name = before === '' ? undefined : nameIn(before);
  const surely =
    isFullName(before) || /^\p{Lu}\S*(?:\s\p{Lu}\S*)*$/u.test(introduced(before)) || isTitledName(before);
  return name !== undefined && surely && syllables(more).length > 1 ? { name, more } : undefined;
}
/** "Trần Văn Thụ, ao nhà tôi 4 sào chứ không phải 3": a full name, and a sentence without another number to call. */
const besideFull = /^([^,;.\d]{4,40})[,;]\s*((?:(?!\d{6})\S+\s+){4,}(?!\d{6})\S+)$/u;
const moreBehind =
  /^(.+?)(?:\s*[,.;]\s*|\s+)((?:nhưng|nhung|mà|ma|vì|vi|chứ|chu|nhờ|nho|để|de|đừng|dung|xin|thôi|thoi)\s+.+)$/isu;

/** "Man. Chồng tôi mất tháng 10". */
const nextSentence = /^([^.;]{2,40})[.;]\s+(\S+(?:\s+\S+){2,})$/su;

/** "Em tên là …", or words that all begin as names do: a name, though it holds a word that elsewhere asks. */
export const introduces = (text: string): boolean =>
  nameIn(text) !== undefined && (introducesName(text) || isWrittenAsName(text));

/** A name that nothing else may be: introduced, or a full name whatever stands around it. One syllable ("Cháy") may be a cry. */
export function surelyNames(text: string): boolean {
  const name = nameIn(text);
  return name !== undefined && (introduces(text) || isFullName(name) || isTitledName(name));
}

/** "Tên Minh", "em là Hoa": said with words that lead up to a name. */
export const introducesName = (text: string): boolean =>
  nameIn(text) !== undefined && introduced(clean(text)) !== clean(text);
