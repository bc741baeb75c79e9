// What kind of thing is typed while registering, whatever the step asks for: each step takes only what may be of its kind.
import { isFullName, isTitledName } from '../../../../language/family-names.ts';
import { clean, fold, foldInPlace, plainWords, syllables } from '../../../../language/fold.ts';
import { wordAgrees } from '../../../../language/marks-agree.ts';
import { digitsOfBrokenPhone, findPhone } from '../../../../language/phones.ts';
import { namesIn } from '../../../../language/places.ts';
import { placeNames, tradesIn } from '../../../understand/names.ts';
import { countAnswered, isVagueCount } from '../../../understand/told/count.ts';
import { productTold } from '../../../understand/told/index.ts';
import type { World } from '../../../world.ts';
import type { Step } from '../steps.ts';
import { saysSend } from './typed.ts';

export type Kind = 'phone' | 'agrees' | 'sends' | 'name' | 'count' | 'number' | 'time' | 'place' | 'trade';

/** The surest kind first; undefined for what may be anything. */
export function kindOf(message: string, world: World): Kind | undefined {
  const text = clean(message);
  if (findPhone(text) || digitsOfBrokenPhone(text)) return 'phone';
  if (agrees(text)) return 'agrees';
  if (sends(text)) return 'sends';
  if (isFullName(text) || isTitledName(text)) return 'name';
  if (isTime(text)) return 'time';
  const told = productTold(text, world.knowledge);
  const count = told ? undefined : countAnswered(text);
  if (count && !count.besides) return count.unit ? 'count' : 'number';
  if (isVagueCount(text)) return 'count';
  if (told === undefined && isPlace(text, world)) return 'place';
  return told || startsTrade(text) || insistsOnTrade(text, world) ? 'trade' : undefined;
}

/** What is no answer to a step that would take almost any words. */
const strange: Partial<Record<Step, ReadonlySet<Kind>>> = {
  place: new Set(['phone', 'agrees', 'sends', 'count', 'number', 'time', 'trade']),
  product: new Set(['phone', 'agrees', 'sends', 'name', 'count', 'number', 'time', 'place']),
  name: new Set(['phone', 'agrees', 'sends', 'count', 'number', 'time', 'place', 'trade']),
  time: new Set(['phone', 'agrees', 'sends', 'name', 'count', 'place', 'trade']),
};
/** "Ba", "Tư", "Lam" and "Dung" are names too. */
export function isStrangeTo(step: Step, text: string, world: World): boolean {
  const kind = kindOf(text, world);
  if (step === 'name' && syllables(text).length === 1 && (kind === 'number' || fold(text) === 'dung'))
    return false;
  return kind !== undefined && strange[step === 'place-elsewhere' ? 'place' : step]?.has(kind) === true;
}

/** "Vịt", "chè": nothing but names of trades, which "Lan" or "Mai" may be too, so it is no kind by itself. */
export function isBareTrade(text: string, { knowledge }: World): boolean {
  const found = tradesIn(text, knowledge);
  return found.length > 0 && found.reduce((sum, { length }) => sum + length, 0) >= syllables(text).length;
}

/** "Gà với lợn cơ mà", "lợn chứ": nothing but trades, put right by the words behind them. */
function insistsOnTrade(text: string, world: World): boolean {
  const insisted = insisting.exec(foldInPlace(text));
  if (!insisted) return false;
  const named = text.slice(0, insisted.index).replace(/\s(?:với|voi|và|va|cả|ca)(?=\s)/giu, '');
  return isBareTrade(named, world);
}
const insisting = /\s(?:co ma|chu|kia|moi dung)(?: (?:ma|nhe|a|em))*\s*$/;

/** "Bò vỗ béo": a few words that begin with a trade's name, and are of no other kind. */
export function namesTrade(text: string, world: World): boolean {
  const [first] = tradesIn(text, world.knowledge);
  const few = syllables(text).length <= fewWords && !isFullName(text) && !isTitledName(text);
  return first?.at === 0 && few && (kindOf(text, world) ?? 'trade') === 'trade';
}
const fewWords = 4;

/** "Đúng", "ừ", "vâng ạ", "đồng ý", in their own marks: "Dũng" and "Vàng" are names, "dừng" and "đừng" say no. */
export const agrees = (text: string): boolean => {
  const words =
    clean(text)
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  return (
    words.length > 0 && !/\d/.test(text) && words.every((w) => agreeing.some((spelt) => sameWord(w, spelt)))
  );
};
const sameWord = (word: string, spelt: string): boolean =>
  fold(word) === fold(spelt) && wordAgrees(word, spelt);
const agreeing =
  'có đúng đồng ý ừ ừm uh um ok oke okie vâng dạ phải rồi ạ được dc đc chuẩn chính xác nhé em'.split(' ');

/** "Gửi luôn", "đăng ký đi": wants it done. */
const sends = (text: string): boolean =>
  (saysSend(text) || asked.test(plainWords(text))) && !/[?]/.test(text);
const asked =
  /^(?:(?:ok|u|vang|da|roi|thi|thoi) )*(?:gui|dang ky|dk|lam|ghi) (?:phieu|luon|di|tiep)(?: (?:phieu|luon|di|nhe|a|em|thoi|tiep))*$/;

/** Only words of the clock and the day, and at least one that names a time. */
export function isTime(text: string): boolean {
  const said = syllables(text);
  if (said.length < 2 && !/^\d{1,2}(?:h\d*|g)$/.test(said[0] ?? '')) return false;
  return (
    said.every((w) => ofTime.has(w) || /^\d{1,2}(?:[h:.]\d{0,2})?$/.test(w)) &&
    naming.test(said.join(' ')) &&
    !namesOther(text)
  );
}
/** "Trồng bưởi", "cho cá": their marks say that they are no words of time. */
const namesOther = (text: string): boolean =>
  (
    clean(text)
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? []
  ).some((word) => spellings[fold(word)]?.every((spelt) => !wordAgrees(word, spelt)));
const spellings: Record<string, readonly string[]> = {
  trong: ['trong'],
  buoi: ['buổi'],
  nam: ['năm'],
  ca: ['cả'],
  toi: ['tối', 'tôi', 'tới'],
  gio: ['giờ'],
};
const naming =
  /\b(?:buoi (?:sang|trua|chieu|toi|dem|nao|hom|mai|thu|cuoi)|\d{1,2} ?h|gio|trua|chieu|dem|luc nao|khi nao|hom nao|ngay nao|thu (?:hai|ba|tu|nam|sau|bay|\d)|chu nhat|cuoi tuan|hanh chinh|(?:sau|truoc|khoang|tam|tu|luc) \d|(?:sang|toi) (?:nay|mai|som|muon|\d)|(?:goi|nghe) (?:sang|toi)|mai goi)\b/;
const ofTime = new Set(
  `buoi sang trua chieu toi dem khuya hom nay mai mot ngay luc khi nao gio h cung duoc dc thi goi alo nghe may sau truoc
  tu den khoang tam ngoai thu hai ba bon nam bay chu nhat cuoi dau tuan hanh chinh ranh roi viec som muon a nhe em minh
  cho la vao ca deu con nhe nha luon chi dung khong ko k phut ruoi kem nhung trong`.split(/\s+/),
);

/** "Xã …", "em ở …", or nothing but names of places. */
function isPlace(text: string, { knowledge }: World): boolean {
  const found = namesIn(text, placeNames(knowledge));
  if (found.length === 0) return false;
  const words = clean(text).match(/[\p{L}\p{M}\d]+/gu) ?? [];
  const left = words.filter((_, i) => !found.some((f) => f.at <= i && i < f.at + f.length)).map(fold);
  if (tradesIn(text, knowledge).some((p) => p.length > 1)) return false;
  return left.every((w) => ofPlaces.has(w)) || opensPlace.test(fold(text));
}
const ofPlaces = new Set(
  'xa phuong thon ban xom o toi em minh nha tai cu moi huyen tinh tp thanh pho que chau a'.split(' '),
);
const opensPlace = /^(?:(?:toi|em|minh|nha|nha toi|nha em|chau) )*(?:o|tai|xa|phuong|thon) /;

/** "Trồng hồi", "nuôi nhím": the trade need not be a known one. In a text with marks a bare "trong" is "in". */
function startsTrade(text: string): boolean {
  const words = clean(text).toLowerCase().split(/\s+/);
  const [deed = '', ...what] = words.slice(words.findIndex((w) => !ofSelf.has(fold(w))));
  const marked = words.some((w) => w !== fold(w));
  const does = deeds.some((d) => sameWord(deed, d) && !(marked && deed !== d));
  return does && what.length > 0 && words.length <= longestTrade;
}
const deeds = ['trồng', 'nuôi', 'chăn'];
const ofSelf = new Set('em toi minh nhom nha bon chung to muon dinh lam'.split(' '));
const longestTrade = 8;
