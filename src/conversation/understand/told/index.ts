// Picks up what people tell in passing (ward, trade, how many, which form), so that the register flow need not ask again.
import { formIn } from '../../../knowledge/forms.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { Place } from '../../../knowledge/schema/place.ts';
import { isAsking } from '../../../language/asking.ts';
import { clean, fold, foldInPlace, syllables } from '../../../language/fold.ts';
import { type NameFound, namesIn } from '../../../language/places.ts';
import type { Told } from '../../state.ts';
import { placeNames, productNames, tradesIn } from '../names.ts';
import { withoutTold } from '../without-told.ts';
import { peopleTold } from './people.ts';
import { placeTold } from './place.ts';

const self = '(?:em|e|toi|minh|mk|tui|tau|tao|chau)';
const own = new RegExp(
  `\\b(?:${self}|(?:nha|chung|bon|nhom|to|xom|thon|ban|que) (?:${self}|ta|con)|gia dinh|vo chong)\\b`,
);
const wish =
  /\b(?:muon|dinh|tinh|xin|dang ky|ban nhau|ban tinh)\b[^.?!]{0,24}\b(?:lap|mo|thanh lap|vao|lam|tham gia|dang ky)\b/;
/** What one does with a trade; what else is done with things ("mua máy", "làm sản phẩm") makes none of them one's trade. */
const raises = new Set('trong nuoi xuat bien hai'.split(' '));
const deals = new Set('lam ban thu mua nghe nghi'.split(' '));
const deeds = new Set([...raises, ...deals, 'san', 'che']);

/** Only what people say of themselves: "HTX cần mấy người" tells nothing, "nhà em có 4 hộ trồng chè" does, and so does "nuôi gà đồi" alone. */
export function tellsOf(message: string, knowledge: Knowledge, told: Told): Told {
  const folded = fold(message);
  if (own.test(folded) || wish.test(folded) || formDecided(message) || tellsBarely(message, knowledge))
    return ownTells(message, knowledge, told);
  const telling = isAsking(message) && !told.place ? openingClause(message) : message;
  const place = telling && placeTold(telling, knowledge, told.place ? 'moved' : 'opens');
  return place ? withPlace(told, place) : told;
}

/** A name of several places is not kept, nor is what was kept before it. */
function withPlace({ place: _, ...told }: Told, place: Place | 'unclear'): Told {
  return place === 'unclear' ? told : { ...told, place: place.id };
}

/** "Ở phường …, năm người đủ chưa": what stands before the question. */
function openingClause(message: string): string | undefined {
  const [first = '', ...rest] = message.split(/[,.;\n]/);
  return rest.length > 0 && !isAsking(first) ? first : undefined;
}

/** "6 người", "nuôi gà đồi": a few words that tell, and nothing asked. */
const tellsBarely = (message: string, knowledge: Knowledge): boolean =>
  !isAsking(message) &&
  ((syllables(message).length <= fewWords && !tellsMore(message, knowledge)) ||
    syllables(withoutTold(message, knowledge)).length <= fewBesides) &&
  (peopleTold(message) !== undefined || raisesSomething(message, knowledge));
const fewWords = 8;
/** "Nhóm nuôi lợn đen bản địa, có 5 nhà, ở thôn … phường …": little is said besides the trade, the count and the ward. */
const fewBesides = 10;

/** The same of a message that is known to be about oneself: "5 nhà", where "4 nhà" is to be put right; `wishes`: and to wish for a group. */
export function ownTells(
  message: string,
  knowledge: Knowledge,
  told: Told,
  wishes = wish.test(fold(message)),
): Told {
  const place = placeTold(message, knowledge, 'anywhere');
  const product = productTold(message, knowledge) ?? grownOn(message, knowledge);
  const people = peopleTold(message, told);
  const form = formDecided(message) ?? (wishes ? formIn(message, knowledge.words) : undefined);
  const before = place ? withPlace(told, place) : told;
  return {
    ...before,
    ...tradeOf(before, product, wishes ? unlistedTrade(message, knowledge) : undefined),
    ...people,
    ...(form === 'tht' || form === 'htx' ? { form } : {}),
  };
}

/** A trade of the list takes the place of one in words, and one in words of none. */
const tradeOf = (told: Told, product: string | undefined, words: string | undefined): Told =>
  product ? { product, productText: undefined } : words && !told.product ? { productText: words } : {};

/** "Mấy chị em làm bánh chưng muốn lập tổ hợp tác": what is made stands before the wish. */
function unlistedTrade(message: string, knowledge: Knowledge): string | undefined {
  const found = madeBefore.exec(message.normalize('NFC'))?.[1]?.trim();
  const ofNone = found !== undefined && tradesIn(found, knowledge).length === 0;
  return ofNone && !isAsking(found) && !noTrade.test(fold(found)) ? found : undefined;
}
const madeBefore =
  /(?<!\p{L})((?:làm|lam|gói|goi|nấu|nau|may|thêu|theu|đan|dệt|det|nặn|chế biến|che bien|sản xuất|san xuat|nuôi|trồng)\s+[^,.;:?!]{2,40}?)\s+(?:(?:đang|dang|cũng|cung|giờ|gio)\s+)?(?:muốn|muon|định|dinh|tính)\s+(?:được\s+|duoc\s+|cùng\s+|cung\s+)?(?:lập|lap|thành lập|thanh lap|mở|mo|vào|vao)\s/iu;
const noTrade =
  /^(?:lam|goi) (?:chung|cung|viec|thue|o|tai|ben|cong nhan|cong ty|cty|an|sao|the nao|gi|ho so|giay|don|htx|to|hop tac|dien|cho|lai|voi)\b/;

/** "Thôi vậy lập tổ hợp tác trước", "chốt tổ hợp tác": which of the two it shall be. */
function formDecided(message: string): 'tht' | 'htx' | undefined {
  const form = decided.exec(fold(message))?.[1];
  return form === undefined ? undefined : /^(?:hop tac xa|htx)$/.test(form) ? 'htx' : 'tht';
}
const decided =
  /(?:^|[,.;!?] *)(?:(?:ok|oke|u|uh|vang|da|ma|gio) )*(?:thoi|the|vay|chot|quyet|chon)(?: (?:thoi|the|vay|thi|la|lai|se|chung|bon|toi|em|minh|nha|cu|luon|dinh))*(?: (?:lap|chon|lam|theo|dang ky))?(?: (?:mot|1|cai|luon))* (to hop tac|tht|hop tac xa|htx)(?: (?:truoc|vay|thoi|di|luon|nhe|nha|cho))+(?=\W|$| )/;

/** A trade of one syllable ("chè") counts only behind what one does with it ("trồng chè"); where that is little ("làm", "mua"), no further word may make another of it ("làm sản phẩm", "mua máy sấy"). */
export function productTold(message: string, knowledge: Knowledge): string | undefined {
  const words = wordsOf(message);
  const ends = (next: string | undefined): boolean =>
    next === undefined || plain.has(next) || /^\d/.test(next);
  const typed =
    clean(message)
      .toLowerCase()
      .match(/[\p{L}\p{M}\d]+/gu) ?? [];
  const found = tradesIn(message, knowledge).filter(
    (f) =>
      !deniedAt(message, f) &&
      !answersPhone.test(words.slice(Math.max(f.at - 2, 0), f.at + f.length).join(' ')) &&
      !(typed[f.at] === 'lon' && greatWater.has(words[f.at - 1] ?? '')) &&
      !otherWord.test(words.slice(f.at + f.length - 1, f.at + f.length + 1).join(' ')) &&
      (f.length > 1 ||
        raisesAt(words, typed, f.at) ||
        (deals.has(wordBefore(words, f.at)) && ends(words[f.at + 1]))),
  );
  return found.length === 1 ? found[0]?.id : undefined;
}

/** "Góp vườn bưởi", "300 gốc bưởi", "đồi chè": what stands on one's own land tells the trade, where it is one. */
function grownOn(message: string, knowledge: Knowledge): string | undefined {
  const typed =
    clean(message)
      .toLowerCase()
      .match(/[\p{L}\p{M}\d]+/gu) ?? [];
  const marked = typed.some((w) => w !== fold(w));
  const grown = tradesIn(message, knowledge).filter((f) => {
    const ground = typed[f.at - 1] ?? '';
    const stands = marked ? grounds.has(ground) : bareGrounds.has(ground);
    return stands && !deniedAt(message, { ...f, at: f.at - 1, length: f.length + 1 });
  });
  const [first, ...more] = new Set(grown.map((f) => f.id));
  return more.length === 0 ? first : undefined;
}
const grounds = new Set(['vườn', 'gốc', 'đồi', 'nương', 'ruộng', 'rừng', 'ao', 'đàn', 'trại']);
/** Without marks the others may be many words. */
const bareGrounds = new Set(['vuon', 'goc', 'nuong', 'ruong', 'rung', 'ao']);

/** With marks typed "trong" is no "trồng"; without, one harvests ("thu hai"), makes and exports in two words. */
function raisesAt(words: readonly string[], typed: readonly string[], at: number): boolean {
  const place = at - (isMeasured(words, at) ? 3 : 1);
  const word = words[place] ?? '';
  if (!raises.has(word)) return false;
  const marked = typed.some((w) => w !== fold(w));
  if (marked) return spelledDeeds.has(typed[place] ?? '');
  const before = pairedWith.get(word);
  return before === undefined || before.has(words[place - 1] ?? '');
}
const spelledDeeds = new Set(['trồng', 'nuôi', 'xuất', 'biến', 'hái']);
const pairedWith = new Map([
  ['xuat', new Set(['san'])],
  ['bien', new Set(['che'])],
  ['hai', new Set(['thu', 'di', 'ru', 'nguoi', 'tho', 'de'])],
]);

/** "Không bán hàng", "có nuôi gà đâu": within its clause the trade is denied. */
function deniedAt(message: string, { at, length }: NameFound): boolean {
  const text = foldInPlace(clean(message));
  const words = [...text.matchAll(/[\p{L}\p{M}\d]+/gu)];
  const [first, last] = [words[at], words[at + length - 1]];
  if (!first || !last) return false;
  const before =
    text
      .slice(0, first.index)
      .split(/[,.;:!?\n]/)
      .at(-1) ?? '';
  const behind = text.slice(last.index + last[0].length).split(/[,.;:!?\n]/)[0] ?? '';
  return deniedBefore.test(before) || (hasBefore.test(before) && deniedBehind.test(behind));
}
const deed =
  '(?:phai|co|he|con|la|lam|muon|dinh|can|di|hoi|nghe|mua|ban|thu|nuoi|trong|o|san xuat|che bien|gi|tung|bao gio|chuyen|viec)';
const deniedBefore = new RegExp(
  `\\b(?:khong|ko|k|hong|chang|(?:chu|da|ma|roi) cha|dau (?:co|phai|he))(?: ${deed})* *$`,
);
const hasBefore = new RegExp(`\\b(?:co|ai|nao)(?: ${deed})* *$`);
const deniedBehind = /^(?: (?:gi|nao|het))* dau(?: (?:a|ma|nhe|nha))*\s*$/;

/** "Mua lon" without marks is oftener a great rain. */
const greatWater = new Set(['mua', 'lu', 'nuoc', 'gio', 'bao', 'song']);

/** "Không nghe máy", without marks, is no tailor's. */
const answersPhone = /\b(?:khong|ko|k|kg|chua|it|hay|moi|cu|dc|duoc|goi|toi|em|ai) nghe may$/;

/** "Trong nam 2025" is no mushroom, "xuat hoa don" no flower, "hai dua con" no melon. */
const otherWord =
  /^(?:dua (?:con|be|chau|em|nho|tre|lon|nao|kia|no|ay|do|nay|ban|gai|trai|nguoi|ng|o|lam|di|ve|hoc|nua|khac)|nam (?:(?:19|20)\d\d|nay|ngoai|toi|sau|truoc|qua|do|ay)|hoa (?:don|chat|hong))$/;

const raisesSomething = (message: string, knowledge: Knowledge): boolean =>
  /^(?:trong|nuoi|san xuat|che bien)\b/.test(fold(message)) && productTold(message, knowledge) !== undefined;

/** "Trồng 5 sào rau": how much of it may stand between. */
function wordBefore(words: readonly string[], at: number): string {
  return words[isMeasured(words, at) ? at - 3 : at - 1] ?? '';
}
const isMeasured = (words: readonly string[], at: number): boolean =>
  /^(?:sao|ha|mau|hecta|goc|con|cay)$/.test(words[at - 1] ?? '');

/** Words that only tell who one is, where, in which trade and how many: "nhà em ở … 4 hộ trồng chè". */
const plain = new Set(
  'em e toi minh mk tui tau tao chau con me nha ho nguoi gia dinh anh chi bac co chu ong ba ngoai noi bon chung nhom xom thon que phuong xa o tai voi va cung la co dang dinh tinh muon lam nghe thoi roi day nay a nhe nha da vang ca moi deu thui t mih chuyen vuon mot hai ba bon nam sau bay'.split(
    ' ',
  ),
);

/** Whether a message says something besides, or wishes for it: of "htx ép tôi bán chè", "mật ong muốn làm ocop" the trade is the least. */
export function tellsMore(message: string, knowledge: Knowledge): boolean {
  const words = wordsOf(message);
  const names = [...namesIn(message, placeNames(knowledge)), ...namesIn(message, productNames(knowledge))];
  const named = (i: number): boolean => names.some((n) => n.at <= i && i < n.at + n.length);
  const more = words.filter((w, i) => !named(i) && !plain.has(w) && !deeds.has(w) && !/^\d/.test(w));
  return more.length > 1 || (more.length === 1 && words.some((w) => w === 'muon' || w === 'xin'));
}

const wordsOf = (message: string): string[] => fold(message).match(/[a-z\d]+/g) ?? [];
