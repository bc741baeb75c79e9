// Whether a piece of text asks something, by its question words, with marks or without.
import { clean, fold, plainWords, syllables } from './fold.ts';
import { tellLand } from './normalise/land.ts';
import { personWords } from './person-words.ts';
import { aTurn, remembered } from './remembered.ts';

const words = new Set(
  'gi j dau may bao nhieu bn bnhieu nhiu sao nao khong ko k kg hong hok hk chua ai a ha phai ntn'.split(' '),
);

/** "Thôi không cần nữa đâu" says no. */
const declines =
  /^(?:(?:thoi|da|a|o|u|vay) )*(?:khong|ko|k|kg|hong|chang|cha)\b.*\bdau(?: (?:a|nhe|nha|em|anh|chi|bac|co|chu))*$/;

/** "Hà" is half a name where "hả" asks. */
const named = /(?<!\p{L})hà(?!\p{L})/iu;

/** Spelt with these marks they are other words: "máy" is no "mấy", "đầu" no "đâu", "chùa" no "chưa", "hỏng" no "hông". */
const others = /(?<!\p{L})(?:máy|mây|đầu|dầu|đậu|dâu|dấu|đau|sáo|chùa|h[ồổỏóòọ]ng)(?!\p{L})/giu;

/** One word alone asks nothing, nor does a name with "Bảo" in it, nor "3 ha", nor "790 kg", nor "ai cũng khen", nor "à" before all else. */
export const isAsking = remembered((text): boolean => {
  const said = syllables(tellLand(text.normalize('NFC').replace(others, 'x')));
  const asks = (w: string, i: number): boolean =>
    words.has(w) &&
    (w !== 'a' || i > 0) &&
    (w !== 'ha' || !(named.test(text.normalize('NFC')) || /^\d/.test(said[i - 1] ?? ''))) &&
    ((w !== 'kg' && w !== 'k') || !/^\d/.test(said[i - 1] ?? '')) &&
    !said.slice(i + 1, i + 4).includes('cung') &&
    (w !== 'bao' || howMuch.test(said.slice(i + 1, i + 3).join(' ')));
  return said.length >= 2 && (text.includes('?') || (!declines.test(said.join(' ')) && said.some(asks)));
}, aTurn);

/** Behind "bao": "bao lăm" asks, "bão làm đổ" does not. */
const howMuch = /^(?:nhieu|nhiu|lau|gio|h|lam(?! (?:do|gay|hong|sap|chet|bay|toc|ngap)\b))(?: |$)/;

/** "còn ao cá nhà tôi", "thế còn gà": asks the question before once more, of something else; with marks typed, "con" is no "còn". */
export function goesOnFrom(text: string): boolean {
  const typed = clean(text).toLowerCase();
  return (typed === fold(text) ? /^(?:(?:the|vay) )?con\s/ : /^(?:(?:thế|vậy) )?còn\s/).test(typed);
}

/** "Cảm ơn mọi người nhé": short thanks or a farewell, with nothing asked behind it. */
export const isThanks = (text: string): boolean =>
  thanks.test(fold(text)) && !isAsking(withoutPolite(text).replace(/(?<=n )nhi[eề]u/giu, ''));
const thanks =
  /^(?:\S+ ){0,2}(?:cam on|cam ta|da ta|tks|thanks?|tam biet|bye)(?: (?!(?:muon|can|xin|hoi|dang|ghi|nho|giup|goi)\b)\S+){0,7}$/;

/** Thanks or a farewell, however it is dressed. */
export const isCourtesy = (text: string): boolean =>
  /\b(?:cam on|cam ta|da ta|thank|thanks|tks|chao|tam biet|bye)\b/.test(fold(text));

/** "Dài quá, nói gọn thôi", "tóm lại vào thì được tiền hay không": the same in a sentence. */
export const asksShorter = (text: string): boolean => shorter.test(fold(text));
const shorter =
  /\b(?:noi|tra loi|ke) (?:\w+ )?(?:gon|ngan|don gian|de hieu)\b|\btom (?:lai|tat)\b|\bdai (?:qua|dong)\b|\bkho hieu\b|\b(?:noi|cho|lay)(?: \w+)? vi du\b/;

/** "Cho xin nguyên văn khoản đó", "trích câu chữ ra xem": the very words of the law, behind an answer. */
export const asksForWords = (text: string): boolean => veryWords.test(fold(text));
const veryWords = /\bnguyen van\b|\bcau chu\b|\btrich (?:dan |nguyen )?(?:khoan|dieu|luat|cau)\b/;

/** "Khi nào có thì báo mình nhé": to be told once it is known. */
export const asksToBeTold = (text: string): boolean => told.test(fold(text));
const told =
  /\b(?:co|biet)(?: \w+){0,3}? (?:thi )?(?:bao|nhan|noi|goi)(?: lai| tin| cho| giup| voi)* (?:minh|toi|em|e|chau|bac|chi|anh|co|chu|nhe|voi)\b/;

/** "Ghi giúp tôi cán bộ gọi lại", "chuyển cán bộ giúp tôi": wants a person, and asks nothing. */
export const asksForPerson = (text: string): boolean =>
  (person.test(fold(text)) && !isAsking(text)) || isWishForPerson(plainWords(text));
/** "… ad không biết thì thôi. cho em gặp người thật": said last, behind whatever was said before. */
export const asksForPersonAtLast = (text: string): boolean => {
  if (likeMachine.test(plainWords(text)) && whomToCall.test(plainWords(text))) return true;
  const clauses = text.split(/[.,;:!?\n]+/u).filter((c) => /\p{L}/u.test(c));
  const [first = '', ...more] = clauses.map(plainWords);
  return (
    more.length > 0 &&
    (aPerson.test(more.at(-1) ?? '') ||
      (aPerson.test(first) && !text.includes('?') && !more.some(asksPlainly)))
  );
};
/** "K để tên đâu nhé" asks nothing, nor does "tôi không rành chữ nghĩa". */
const asksPlainly = (clause: string): boolean =>
  !excuse.test(clause) &&
  isAsking(clause.replace(/\b(?:khong|ko|k|kg|dung|chang|cha) .*\b(?:dau|nhe|nha)\b/g, ' '));
/** "Nói chuyện như máy, có biết gọi cho ai không": who has had enough of the bot is after a person. */
const likeMachine =
  /(?:^(?:(?:dung|chan|cu|sao|ma|toan) )*|\b(?:noi|chuyen|tra loi|hoi|dap|tu van)(?: \S+)? )(?:nhu|giong)(?: (?:voi|cai|con|mot))* (?:may|bot|robot|ro bot|vet)\b/;
const whomToCall =
  /\b(?:goi|hoi|gap|lien he|lien lac|noi chuyen)(?: (?:dien|duoc|dc|cho|voi|toi))* (?:ai|nguoi nao)\b/;
/** … or in any of its clauses, where nothing is asked: "cho tôi gặp người. Tôi là …, 09…". */
export const asksForPersonSomewhere = (text: string): boolean =>
  !isAsking(text) && text.split(/[.,;:!?\n]+/u).some((c) => aPerson.test(plainWords(c)));
const you = `(?:${personWords}|t|tao)`;
const excuse = new RegExp(
  `^(?:(?:vi|tai|chu|thoi) )*${you} (?:khong|ko|k|chang|chua|gia|met|ngai|chiu|it|go)\\b(?!.*\\b(?:khong|ko|k|chua|gi|sao|nao)$)`,
);
/** "Cán bộ thú y", "cán bộ khuyến nông xã": of which office. */
const ofOffice = '(?: (?:thu y|khuyen nong|nong nghiep|kinh te|dia chinh|tu phap|xa|phuong|tinh))*';
const aPerson = new RegExp(
  `^(?:(?:thoi|vay|the|thi|gio|cu|lam on|nho|hay|${you}|cho|xin|muon|de) )*(?:gap|nhan(?: tin| loi)?(?: cho| voi)?|noi (?:chuyen )?voi|noi may(?: voi)?|chuyen(?: may)?(?: cho| sang)?|ket noi (?:voi )?|goi(?: dien)?(?: cho)?(?= (?:can bo|nhan vien))) ?(?:can bo${ofOffice}|(?:nguoi|ng|ngui) (?:that|phu trach|tu van)|nguoi|nhan vien|tu van vien)(?: (?:di|voi|nhe|nha|a|giup|ho|cho|luon|xong|that|phu trach|tu van|${you}))*$`,
);
/** "K cho toi gap ng that di", "cho tôi để lại lời nhắn cho cán bộ": nothing else is said. */
const isWishForPerson = (said: string): boolean => onlyAPerson.test(said) && !refusesPerson.test(said);
const onlyAPerson = new RegExp(
  `^(?:(?:thoi|vay|the|thi|gio|cu|lam on|nho|hay|ban|dang k[yi]|${you}|cho|xin|muon|de|co|k|ko|khong|duoc|dc) )*(?:(?:gap|noi chuyen voi|noi may voi) (?:can bo${ofOffice}|(?:nguoi|ng|ngui) that|nhan vien)|(?:de|gui) lai (?:loi nhan|tin nhan)(?: cho can bo)?)(?: (?:di|voi|nhe|nha|a|giup|ho|cho|luon|k|ko|khong|duoc|dc|${you}))*$`,
);
const refusesPerson = /\b(?:khong|ko|k) (?:muon|can|gap|phai|de)\b/;

const person =
  /^(?:\S+ ){0,5}(?:nho|ghi|bao|xin|can|muon)(?: \S+){0,2} can bo(?: \S+){0,2} goi (?:lai|cho|dien)\b|^(?:\S+ ){0,3}(?:ghi|de|nho|cho|chuyen)(?: \S+){0,3} can bo(?: \S+){0,1} (?:tra loi|goi|xem|lien he)(?: (?:ho|giup|cho|lai|toi|em|e|minh|bac|voi|nhe|a|di))*$|^(?:\S+ ){0,3}(?:chuyen|noi may)(?: (?:cho|voi|toi|em))? can bo(?: \S+){0,2} (?:giup|ho|voi|di|cho)\b/;

/** "Ạ" with its mark is polite and asks nothing, where "à" does. */
export const withoutPolite = (text: string): string =>
  text.normalize('NFC').replace(/(?<!\p{L})ạ(?!\p{L})/giu, ' ');
