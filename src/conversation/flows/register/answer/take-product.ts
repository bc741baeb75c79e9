// The trade in an answer; how many they are, told with it, goes into its own line.

import { formIn } from '../../../../knowledge/forms.ts';
import { isAsking } from '../../../../language/asking.ts';
import { isFullName } from '../../../../language/family-names.ts';
import { fold, foldInPlace, plainWords, syllables } from '../../../../language/fold.ts';
import { tradesIn } from '../../../understand/names.ts';
import { countAnswered } from '../../../understand/told/count.ts';
import type { World } from '../../../world.ts';
import { asksBack } from '../read/asks-back.ts';
import { isStrangeTo, kindOf } from '../read/kinds.ts';
import { saidBeforeWords } from '../read/said-before.ts';
import type { Taken } from './take-answer.ts';

export function takeProduct(text: string, world: World): Taken {
  const found = tradesIn(text, world.knowledge)[0];
  const strange = isStrangeTo('product', text, world) && !(found && isLikeATrade(text, found.length));
  if (
    text.length < 2 ||
    text.length > 120 ||
    strange ||
    dropsTrade(text) ||
    text.replace(saidBeforeWords, '') === ''
  )
    return { kind: 'again' };
  if (!found && formIn(text, world.knowledge.words)) return { kind: 'again' };
  const asked = text.replace(joined, '').replace(sewing, '');
  if (!found && (asksBack(asked) || isAsking(asked))) return { kind: 'again' };
  const meant = text
    .slice(opening.exec(foldInPlace(text))?.[0].length ?? 0)
    .replace(denied, '')
    .replace(saidBeforeWords, '');
  const parts = meant.split(/\s*[,;]\s*|\.\s+/);
  const counts = parts.flatMap((part) => {
    const count = countAnswered(part);
    return count?.unit && count.sure ? [{ part, members: count.members, memberUnit: count.memberUnit }] : [];
  });
  const trades = parts.filter((part) => !counts.some((c) => c.part === part));
  // "Nuôi ong. Ở phường …": where one lives is another line.
  const elsewhere = (part: string): boolean => found !== undefined && kindOf(part, world) === 'place';
  const trade = trades.filter((part) => !elsewhere(part)).join(', ');
  const [counted] = counts;
  return {
    kind: 'set',
    fields: {
      productText: shortly((trade || meant).replace(joined, ''), found?.id, world),
      product: found?.id,
      ...(counted ? { members: counted.members, memberUnit: counted.memberUnit } : {}),
    },
  };
}
/** "Nam" without marks is nấm before it is a number, and a trade's name may be written as people's are. */
const isLikeATrade = (text: string, length: number): boolean =>
  syllables(text).length === length || (isFullName(text) && !/\s(?:thi|van|a)\s/.test(fold(text)));
/** "Đổi sang nuôi gà", "bọn em tính nuôi bò". */
const opening =
  /^(?:(?:cho|toi|em|minh|muon) )*(?:doi|chuyen|sua)(?: lai)? (?:sang|thanh|la) |^(?:(?:bon|chung|nhom|to|toi|em|e|minh|nha|ben) )+(?:dinh|tinh|du dinh|se|muon|dang)(?: se)? (?=(?:trong|nuoi|chan|lam) )/;

/** "May gia công" asks for no number. */
const sewing =
  /^may(?=\s+(?:gia|quần|quan|áo|ao|mặc|mac|vá|va|đo|do|túi|tui|thêu|theu|rèm|rem|đồ)(?!\p{L}))/iu;

/** "Nuôi vịt chứ không phải gà". */
const denied = /[\s,]+(?:chứ|chu|mà|ma)?\s*(?:không|khong|ko|k|kg|đâu|dau) ph[ảa]i.*$/iu;

/** "Khoan, không nuôi dê nữa": none, and no other instead. */
export const dropsTrade = (text: string): boolean => dropping.test(plainWords(text));
const dropping = /\b(?:khong|ko|k|kg|chang|thoi) (?:trong|nuoi|lam|chan|san xuat) \S+(?: \S+)? nua$/;

/** "Với nuôi lợn rừng nhé", "gà với lợn cơ mà". */
const joined =
  /^(?:(?:với|voi|và|va|thì|thi|là|dạ|vâng)\s+)+(?=\p{L})|\s+(?:cơ|cơ mà|co ma|chứ|mới đúng)[\s.!]*$|[\s,]+(?:nhé|nhe|nha|ạ)[\s.!]*$|[\s.!…]+$/giu;

/** A whole sentence that names a known trade is written down as that; what begins with one tells it in the person's own words. */
function shortly(text: string, product: string | undefined, { knowledge }: World): string {
  const length = syllables(text).length;
  const tells = tradesIn(text.replace(deed, ''), knowledge)[0]?.at === 0;
  return (
    (length > (tells ? longestTold : longestTrade) && knowledge.products.get(product ?? '')?.name) || text
  );
}
const deed = /^(?:trồng|trong|nuôi|nuoi|chăn nuôi|chan nuoi|làm|lam)\s+/iu;
const longestTrade = 6;
const longestTold = 16;

/** Whether it surely is one, whatever else its words may be: "trồng dâu", "nuôi tằm". */
export const tellsTrade = (text: string, world: World): boolean =>
  !asksBack(text) &&
  fold(text).split(/\s+/).length <= longest &&
  takeProduct(text, world).kind === 'set' &&
  tradesIn(text, world.knowledge).length > 0;
const longest = 8;
