// How many join, as people say it of themselves: "4 hộ", "ngoài tôi còn 4 người nữa", "4 hộ với nhà tôi là 5".
import { clean, fold, foldInPlace } from '../../../language/fold.ts';
import { marksAgree } from '../../../language/marks-agree.ts';
import { type NumberFound, numbersIn } from '../../../language/numbers.ts';
import { textKinds } from '../../../language/text-kinds.ts';
import type { Told } from '../../state.ts';
import { withTensInDigits } from './unmarked-tens.ts';

/** What people are counted in; "hỗ trợ" behind a number is no "hộ". */
const units =
  'nhà, hộ, người, ng, anh em, gia đình, thành viên, chị em, bà con, vợ chồng, mẹ con, bố con, cha con, cặp, đứa, công ty, doanh nghiệp, tổ chức'
    .split(', ')
    .map((spelt) => ({ spelt, unit: fold(spelt) }));
const counted = new RegExp(`^\\s*(${units.map((u) => u.unit).join('|')})\\b`);
const household = /^(?:nha|ho|gia dinh)$/;
/** Behind a unit: it is another word ("nhà kho", "hỗ trợ", "người ta"), or a house or child of one's own ("bão số 3, nhà tôi"). */
const otherWord: Record<string, RegExp> = {
  nha: /^\s*(?:nuoc|kho|luoi|xuong|san|may|van|hang(?! xom)|nghi|cua|tro|mang|kinh|bep|tam|xe)\b/,
  ho: /^\s*(?:tro|so|khau)\b/,
  nguoi: /^\s*(?:ta|con)\b/,
  dua: /^\s*(?:con|chau|nho|tre|be|hoc|nao|hau|leo|chuot|gang|luoi|le)\b/,
};
const ownHouse = /^\s*(?:toi|em|e|minh|tui|tao|tau|chau|con|anh|chi|bac|ta)\b/;
/** The number is a name: "bão số 3", "nghị định 113". */
const names = new RegExp(`\\b(?:so|bao|${textKinds}|thang|ngay|dieu|khoan) *$`);
/** Houses destroyed, people hurt, hired or fed do not join: "vùi mất 2 nhà", "thuê 5 người". */
const harm =
  'vui|vui lap|sap|sap mai|chet|chay|troi|cuon|cuon troi|ngap|hong|do|mat|ket|mac ket|bi thuong|hu';
const harmed = new RegExp(
  `\\b(?:${harm}|thue|thue them|tuyen|nuoi)(?: (?:mat|luon|ca|het|den|hon|khoang|toi|duoc|chet)){0,2} *$`,
);
const harmBehind = new RegExp(`^\\s*(?:\\w+ ){0,2}?(?:bi )?(?:${harm.replace('do|', '')})\\b`);
/** They are counted for what else they do: "5 người muốn họp bất thường", "4 người cùng nhận thừa kế", "12 người không đồng ý"; two who quarrel; who agrees to found joins. */
const doesElse =
  /^\s*(?:(?:bon|chung|nhom)? ?(?:toi|em|minh|chau)? ?(?:cung|deu|muon|dinh|tinh|doi|yeu cau|xin|de nghi|phai|duoc|se|da|dang|di|len|khong|ko|k|chua) )*(?:cai (?:nhau|lon|co|va)|danh nhau|gian nhau|to (?:nhau|tieng)|tranh (?:nhau|chap|gianh)|mau thuan|xich mich|bat (?:dong|hoa)|hop(?! (?:nhau|lai|tac))|xem(?! xet)|kien|khieu nai|khieu kien|to cao|rut|ra khoi|bau|bai nhiem|mien nhiem|thay (?:giam doc|chu tich|nguoi)|phan doi|bo phieu|bieu quyet|kiem tra|doi lai|ky don|thua ke|huong|dung ten|chia nhau|nhan(?! (?:nuoi|trong|lam|vao|khoan|lien ket|giup))|dong y(?! (?:lap|gop|lam|vao|tham gia|cung|mo)))\b/;
/** "Có 5 người đâu ra", "đâu có 6 hộ": it is denied. */
const denied = /\b(?:dau co|dau phai|(?:khong|ko|k|lam gi) co|(?:khong|ko|k) phai)(?: (?:la|den|toi|du))* *$/;
const deniedBehind = /^(?: \w+){0,2} dau(?: (?:ra|ma|a))*\s*(?:$|[.,;!])/;
/** "Hai vợ chồng tính 2 người à": asked how they count. */
const reckoned = /\b(?:tinh|coi|ke|dem)(?: (?:la|thanh|lam|nhu))* *$/;
const asksBehind = /^\W*(?:(?:vao|lap|gop) \S+(?: \S+){0,2} )?(?:a|ha|khong|ko|k|duoc|dc|chu|hay|phai)\b/;
/** "Nhà còn mẹ già với 2 anh em": who lives at home. */
const atHome = /\b(?:nha|gia dinh)(?: \S+){0,2} (?:con|co)\b[^.?!,;]{0,20}$/;
const actsTogether = /\b(?:muon|dinh|cung|lam|lap|gop|chung|trong|nuoi)\b/;
const siblings = /^(?:anh em|chi em)$/;
/** They count people of one family, and others may join: "hai vợ chồng". */
const pair = /^(?:vo chong|me con|bo con|cha con|cap)$/;
/** What the law, an official or another group has: "người ta bảo phải 7 nhà". */
const ofOthers =
  /\b(?:bao|noi|bat|doi|phai|can|toi thieu|it nhat|quy dinh|luat|nguoi ta|nghe|nghe noi|nghe dau|nghe bao|tuong|ho co|ben (?:kia|ay|do)|htx (?:kia|khac)|con thieu|thieu|(?:chua|khong|ko) (?:du|den|toi))(?: (?:la|can|co|du|gom|phai|gom du|moi|nhung|tan)){0,2} *$/;
/** How many sit on a board: "ban kiểm soát có 3 người", "3 người trong ban quản trị". */
const board =
  '(?:ban (?:kiem soat|giam doc|quan tri|quan ly|dieu hanh|chu nhiem|bau cu|kiem phieu)|hoi dong|hdqt|bks|to (?:kiem phieu|bau cu|giam sat))';
const ofBoard = new RegExp(`\\b${board}(?! (?:va|voi|cung)\\b)(?: (?!va |voi |cung )[a-z]+){0,5} *$`);
const ofBoardBehind = new RegExp(`^\\s*(?:(?:trong|vao|lam|o|cua|thuoc|la|bau) )*${board}\\b`);
/** What is counted stands beside the one who speaks: "tôi cùng 4 người", "ngoài tôi còn 4 người". */
const besideMe =
  /\b(?:ngoai (?:nha )?(?:toi|em|minh|chau)(?: ra)?(?:,? (?:thi )?(?:con|co))?|(?:toi|em|minh|chau)(?: ra)?,? (?:voi|cung|va|cung voi|ru duoc|ru them|ru them duoc|keu duoc))(?: (?:co|con|them|duoc|khoang)){0,2} *$/;
const withMeBehind = /^\s*(?:voi|cung|va) (?:toi|em|e|minh|tui|chau)\b(?! (?:la|thanh|du)\b)/;
const others = /^[^.?!,;]{0,20}?\b(?:nua|khac|hang xom|lang gieng|ben canh|xung quanh|lam cung)\b/;
/** "Hai vợ chồng tôi và 3 hộ": how many that makes is theirs to say. */
const couple = /\bvo chong\b/;
const total =
  /(?:\b(?:la|tat ca|tong cong|ca thay|ca toi|ca nha toi|het thay)(?: (?:la|du|duoc|vua|thanh))?|=) *$/;

/** "Giờ còn 4": what is left counts, whatever there was before. */
const left =
  /\b(?:gio|bay gio|nay|hien|hien nay|chi)(?: (?:chi|thi|day|nay|toi|em|minh|htx|to|nhom)){0,3} con(?: (?:co|lai|dung|khoang|duoc|moi)){0,2} *$/;

type Count = { value: number; unit: string | undefined; before: string; behind: string };

type People = Pick<Told, 'members' | 'memberUnit'>;

/** When one count is plainly the person's own, without those who leave; two counts, or one that others named, tell nothing. `before`: how many they were. */
export function peopleTold(message: string, before?: People): People | undefined {
  const text = withTensInDigits(clean(message));
  const all = numbersIn(text).map((n) => countOf(text, n));
  const gone = all.filter((c) => isCount(c.value) && leaves.test(c.behind));
  const [first, ...more] = gone;
  if (!first) return joinedBy(all, before) ?? countedIn(all);
  const stay = all.find((c) => c.unit !== undefined && remain.test(c.before));
  if (stay?.unit && !pair.test(stay.unit)) return { members: stay.value, memberUnit: unitOf(stay.unit) };
  const were = countedIn(all.filter((c) => !gone.includes(c))) ?? before;
  const members = (were?.members ?? 0) - first.value;
  return more.length > 0 || members < 1 ? undefined : { ...were, members };
}

/** "Thế thêm 1 người nữa": so many more than there were. */
function joinedBy(all: readonly Count[], before: People | undefined): People | undefined {
  const [more, ...others] = all.filter((c) => c.unit !== undefined);
  const gains = more && others.length === 0 && isCount(more.value) && gaining.test(more.before);
  return gains && before?.members !== undefined
    ? { ...before, members: before.members + more.value }
    : undefined;
}
const gaining = /\b(?:them|ru duoc|keu duoc|moi duoc)(?: (?:duoc|co|khoang|tam))* *$/;

/** "2 người rút", "hai nhà xin ra khỏi tổ". */
const leaves = new RegExp(
  `^\\s*(?:${units.map((u) => u.unit).join('|')})(?: (?:muon|doi|da|vua|moi|se|cung|lai|sap))* (?:(?:xin )?(?:rut|ra khoi|ra(?= (?:to|htx|nhom|hop tac|roi|thi|la|$)))|xin (?:ra|thoi|nghi)|(?:bo|nghi)(?= (?:to|htx|nhom|hop tac|roi|thi|luon|het|$)))\\b`,
);

/** "3 người rút, còn 6 người". */
const remain = /\bcon(?: (?:lai|co|dung|moi))* *$/;

function countedIn(all: readonly Count[]): People | undefined {
  const now = all.find((c) => left.test(c.before) && !besideMe.test(c.before) && endsCount(c));
  const unit = now && (now.unit ?? all.find((c) => c.unit !== undefined)?.unit);
  if (now && unit && !pair.test(unit)) return { members: now.value, memberUnit: unitOf(unit) };
  const counts = all.filter(
    (c) => c.unit !== undefined && !ofOthers.test(c.before) && !onBoard(c) && isCount(c.value),
  );
  const [only] = counts;
  const summed = all.find(
    (c) => only && c !== only && total.test(c.before) && !isReckoned(c) && isSum(c, only),
  );
  if (!only?.unit || pair.test(only.unit)) return undefined;
  const memberUnit = unitOf(only.unit);
  if (summed) return { members: summed.value, memberUnit };
  if (new Set(counts.map((c) => c.value)).size > 1 || only.value < 2 || isReckoned(only)) return undefined;
  const withMe = [besideMe.test(only.before), withMeBehind.test(only.behind), others.test(only.behind)].some(
    Boolean,
  );
  if (!withMe) return { members: only.value, memberUnit };
  return couple.test(only.before) ? undefined : { members: only.value + 1, memberUnit };
}

const countOf = (text: string, { value, start, end }: NumberFound): Count => {
  const before = fold(text.slice(0, start));
  const typed = text.slice(end);
  const flat = foldInPlace(typed);
  const unit = counted.exec(flat)?.[1];
  const at = unit ? flat.indexOf(unit) : 0;
  const behind = unit ? flat.slice(at + unit.length) : flat;
  const joins = unit && joinsIn({ unit, before, behind }, typed.slice(at, at + unit.length));
  return { value, unit: joins ? unit : undefined, before, behind: joins ? behind : flat };
};

/** Whether the unit counts people who may join, and not a storm, a decree, a house in ruins. */
const joinsIn = (
  { unit, before, behind }: { unit: string; before: string; behind: string },
  typed: string,
): boolean =>
  units.some((u) => u.unit === unit && marksAgree(typed, u.spelt)) &&
  !otherWord[unit]?.test(behind) &&
  !(/^(?:nha|gia dinh)$/.test(unit) && ownHouse.test(behind)) &&
  !names.test(before) &&
  !doesElse.test(behind) &&
  !(denied.test(before) || deniedBehind.test(behind)) &&
  !(siblings.test(unit) && atHome.test(before) && !actsTogether.test(behind)) &&
  !harmed.test(before) &&
  !harmBehind.test(behind);

const onBoard = ({ before, behind }: Count): boolean => ofBoard.test(before) || ofBoardBehind.test(behind);

const isReckoned = ({ before, behind }: Count): boolean => reckoned.test(before) && asksBehind.test(behind);

const isCount = (value: number): boolean => Number.isInteger(value) && value > 0 && value < 1000;

/** "… là 5": more than what was counted, and nothing else ("là 5 triệu"). */
const isSum = (sum: Count, part: Count): boolean => sum.value > part.value && endsCount(sum);

const endsCount = ({ value, unit, behind }: Count): boolean =>
  isCount(value) &&
  (unit !== undefined || /^\s*[.;!?]|^\W*(?:$|(?:roi|a|nhe|thi|lap|du|thoi|dung|,))/.test(behind));

/** What stands first behind a number, where it counts people. */
export function unitNamed(behind: string): Told['memberUnit'] {
  const unit = counted.exec(fold(behind))?.[1];
  return unit === undefined ? undefined : unitOf(unit);
}

const unitOf = (unit: string): Told['memberUnit'] => (household.test(unit) ? 'hộ' : 'người');
