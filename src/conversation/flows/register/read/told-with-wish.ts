// Where one lives and what one will do, told in the very sentence that wishes for a group: neither is asked for again.
import { isAsking } from '../../../../language/asking.ts';
import { clean, foldInPlace, plainWords, syllables } from '../../../../language/fold.ts';
import { maskNumbers } from '../../../../language/phones.ts';
import type { RegisterFlow } from '../../../state.ts';
import { foundWords, groupWords } from '../../../understand/founding-words.ts';
import { tradesIn } from '../../../understand/names.ts';
import { countAnswered } from '../../../understand/told/count.ts';
import { withoutTold } from '../../../understand/without-told.ts';
import type { World } from '../../../world.ts';
import { takePlace } from '../answer/take-place.ts';
import { takeProduct } from '../answer/take-product.ts';
import { namedButton } from '../answer/which-place.ts';
import { wardChoices } from '../ask/step.ts';
import { kindOf } from './kinds.ts';

/** "… ở phường này tỉnh kia": where several have the name, the words around it say which, else the ward that is served. */
export function placeSaid(text: string, world: World): RegisterFlow['draft'] {
  for (const [, said = ''] of clean(text).matchAll(lives)) {
    const ward = namedButton(said.replace(tradeBehind, ''), wardChoices(world), world);
    const taken = takePlace(ward && `place:${ward.id}`, said, world);
    if (taken.kind === 'set') return taken.fields;
  }
  return {};
}
const lives =
  /(?:(?<!\p{L})(?:ở|tại|o)\s+|(?<=[,.;]\s*)(?=(?:phường|phuong|xã|xa|thôn|thon)\s))(\p{L}[^,.;!?]*)/giu;
/** "… muốn lập nhóm nuôi ong", told behind the ward. */
const tradeBehind =
  /\s+(?:muốn|muon|định|dinh|xin|cần|can|đang|dang|có|co|làm|lam|nuôi|nuoi|trồng|trong)(?!\p{L}).*$/iu;

/** "Lập nhóm may gia công tại nhà, …", "lập htx mộc với chế biến quế": in its own words, known or not. */
export function tradeSaid(text: string, world: World): RegisterFlow['draft'] {
  const typed = maskNumbers(clean(text));
  const led = group.exec(foldInPlace(typed));
  if (!led) return tradeListed(typed, world);
  const [said = ''] = typed
    .slice(led.index + led[0].length)
    .split(
      /[,.;:!?\n]|\s(?:ở|o|tại|tai)\s(?=(?:phường|phuong|xã|xa|thôn|thon|bản|xóm|xom|tổ)\s)|\s(?:ở|tại|với|cùng)\s(?=\p{Lu}|nhà\s|\d|mấy\s|vài\s)|\s(?:đi|nhé|nha|ạ|luôn|giúp|được|cho)(?!\p{L})/u,
    );
  const trade = said.trim().replace(tail, '');
  const known = tradesIn(trade, world.knowledge).length > 0;
  if (
    other.test(plainWords(trade)) ||
    !(known || deed.test(trade)) ||
    withoutTold(trade, world.knowledge).length > longest
  )
    return {};
  const taken = takeProduct(trade, world);
  return taken.kind === 'set' ? taken.fields : {};
}
/** "Đăng ký cho mình luôn, 3 người, trứng cút": of what is listed behind the wish, the one thing that is nothing else. */
function tradeListed(text: string, world: World): RegisterFlow['draft'] {
  const clauses = text.split(/[,.;!\n]+/u).flatMap((clause) => clause.trim() || []);
  const at = clauses.findIndex((clause) => signsUp.test(plainWords(clause)));
  const behind = at < 0 ? [] : clauses.slice(at + 1);
  const counts = behind.filter((clause) => countAnswered(clause)?.unit !== undefined);
  const left = behind.filter((clause) => !counts.includes(clause) && mayBeTrade(clause, world));
  const taken = counts.length > 0 && left.length === 1 ? takeProduct(left[0] ?? '', world) : undefined;
  return taken?.kind === 'set' ? taken.fields : {};
}
const signsUp = /\b(?:dang k[yi]|dk|ghi ten|ghi phieu|lap nhom|lap to)\b/;
const mayBeTrade = (clause: string, world: World): boolean => {
  const kind = kindOf(clause, world);
  return (
    (kind === undefined || kind === 'trade') &&
    !isAsking(clause) &&
    !ofOneself.test(plainWords(clause)) &&
    syllables(clause).length <= wordsOfTrade
  );
};
const ofOneself =
  /\b(?:toi|em|minh|ten|so|nha|o|cam on|nhe|nha|a|giup|voi|luon|di|oi|goi|xem|nho|cho|thoi|roi|ok|gap)\b/;
const wordsOfTrade = 4;

const group = new RegExp(
  `\\b(?:${foundWords}|dang k[yi]|dk|vao)(?: \\S+){0,2}? (?:mot |1 )?(?:${groupWords})(?: de| chuyen| cung nhau| cung| rieng)* (?=\\S)`,
);
const deed =
  /^(?:nuôi|trồng|chăn|làm|may|thêu|dệt|đan|chế biến|sản xuất|sơ chế|thu mua|buôn|bán|kinh doanh|dịch vụ|du lịch|nghề|nuoi|trong|chan|lam|det|che bien|san xuat|so che|kinh doanh|dich vu|du lich)\s+\p{L}{2}/iu;
/** Words about the wish itself. */
const other =
  /^(?:cho|di|voi|o|tai|nhe|nha|giup|luon|cung|nay|do|day|co|gom|duoc|dc|nhau|roi|ngay|ho|lai|moi|thi|la|nao|gi|khong|ko|k|minh|em|toi|hop tac)\b/;
const tail = /\s+(?:tại nhà|tai nha|ở nhà|o nha)$/iu;
const longest = 60;
