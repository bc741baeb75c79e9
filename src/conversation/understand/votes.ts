// How many of how many agree, as it is told: "tổ 9 nhà, 5 nhà gật rồi", "7 trên 12 người", "10 nhà thì mấy nhà giơ tay"; nothing where it is not plain who is counted.
import { clean, foldInPlace } from '../../language/fold.ts';
import { numbersIn } from '../../language/numbers.ts';
import { howMany, orNot } from '../../language/question-words.ts';
import { spelt } from './told/count.ts';

/** `asks`: how many it takes, or whether so many are enough; `unit`: as people are counted, empty where nobody says. */
export type Votes = { all?: number; yes?: number; unit: string; asks: 'how-many' | 'whether' };

/** `told`: how many they are, as was told before. */
export function votesIn(
  message: string,
  told?: { members?: number | undefined; memberUnit?: string | undefined },
): Votes | undefined {
  const text = spelt(clean(message).replace(ratio, '$1 trên $2'));
  const flat = foldInPlace(text);
  if (!agree.test(flat) && !share.test(flat)) return undefined;
  const asks =
    asksHowMany.test(flat) || either.test(flat) ? 'how-many' : whether.test(flat) ? 'whether' : undefined;
  const counts = countsIn(text, flat);
  if (!asks || !counts) return undefined;
  const unit = counts.find((c) => c.unit !== '')?.unit ?? told?.memberUnit ?? '';
  const [one, two, ...more] = [...new Set(counts.map((c) => c.value))].sort((a, b) => b - a);
  if (more.length > 0) return undefined;
  const outOfAll = counts.length === 2 && counts[1]?.ofAll === true;
  if (one !== undefined && two === undefined && outOfAll) return { all: one, yes: one, unit, asks };
  if (one === undefined) return asks === 'how-many' ? withAll(told?.members, { unit, asks }) : undefined;
  if (two !== undefined) {
    const agreed = counts.filter((c) => c.agrees).map((c) => c.value);
    if (asks === 'how-many' && agreed.length === 0) return withWhole(counts, { unit, asks });
    return agreed.every((value) => value === two) ? { all: one, yes: two, unit, asks } : undefined;
  }
  const agrees = counts.some((c) => c.agrees) && !counts.some((c) => c.whole);
  if (!agrees) return asks === 'how-many' ? { all: one, unit, asks } : undefined;
  const all = told?.members;
  return all !== undefined && all >= one ? { all, yes: one, unit, asks } : undefined;
}

const withAll = (all: number | undefined, rest: Omit<Votes, 'all'>): Votes | undefined =>
  all === undefined ? undefined : { all, ...rest };

/** "Nhà nó 10 người, tổ 8 hộ, mấy nhà đồng ý": of the one that is said to be all. */
function withWhole(counts: readonly Count[], rest: Omit<Votes, 'all'>): Votes | undefined {
  const [all, ...others] = new Set(counts.filter((c) => c.whole).map((c) => c.value));
  return others.length === 0 ? withAll(all, rest) : undefined;
}

type Count = { value: number; unit: string; agrees: boolean; whole: boolean; ofAll: boolean };

/** Undefined where a number may count people or something else; who does not agree, comes or goes is left out. */
function countsIn(text: string, flat: string): Count[] | undefined {
  const numbers = numbersIn(text).filter(
    ({ value }) => Number.isInteger(value) && value >= fewest && value <= most,
  );
  const guessed = either.exec(flat);
  const found: Count[] = [];
  for (const [i, { value, start, end, inWords }] of numbers.entries()) {
    const typed = text.slice(end, numbers[i + 1]?.start);
    const behind = flat.slice(end, numbers[i + 1]?.start);
    const unit = people.exec(behind)?.[1] ?? '';
    if (unit === '' && (inWords || measured.test(behind))) continue;
    if (guessed && start >= guessed.index && start < guessed.index + guessed[0].length) continue;
    const before = flat.slice(numbers[i - 1]?.end ?? 0, start);
    if (unit === '' && !wholeBefore.test(before) && !/^ tren /.test(behind)) continue;
    const clause = behind.split(clauseEnd)[0] ?? '';
    if (against.test(clause.replace(askedLast, '')) || comesOrGoes.test(clause) || letsGo.test(before))
      continue;
    const at = unit === '' ? -1 : behind.indexOf(unit);
    found.push({
      value,
      unit: at < 0 ? '' : (marked[unit] ?? typed.slice(at, at + unit.length)),
      agrees: agree.test(clause) && !outOf.test(before),
      ofAll: outOf.test(before),
      whole: wholeBefore.test(before),
    });
  }
  return found;
}
const fewest = 2;
const most = 999;
/** "7/12"; of four or fewer it is oftener a part of all: "2/3 đồng ý". */
const ratio =
  /(?<![\d/.,])(?<!(?:ngày|ngay|hôm|hom|mùng|mung|số|so) )(\d{1,3}) ?\/ ?([5-9]|\d{2,3})(?![\d/]|[.,]\d)/giu;
const people = /^ ?(nha|ho|gia dinh|nguoi|thanh vien|to vien|xa vien|phieu|canh tay)(?![a-z])(?! tro\b)/;
const marked: Readonly<Record<string, string>> = {
  nha: 'nhà',
  ho: 'hộ',
  'gia dinh': 'gia đình',
  nguoi: 'người',
  'thanh vien': 'thành viên',
  'to vien': 'tổ viên',
  'xa vien': 'xã viên',
  phieu: 'phiếu',
  'canh tay': 'cánh tay',
};
/** What else a number may count; "4 trên 7" counts the same people. */
const measured =
  /^ ?(?:%|phan|trieu|tr|ty|nghin|ngan|k|dong|d|ngay|thang|nam|tuoi|gio|lan|con|kg|ta|tan|ha|m2|m|met|sao|mau|goc|cay|buoi|h|htx|hop tac xa|to|nhom|dieu|khoan|\/)(?![a-z])/;
const clauseEnd = /[,.;?!]| (?:thi|ma|con|nhung|hay|va) /;
const against =
  /\b(?:khong|ko|k|kg|chua|chang|phan doi|chong(?! (?:toi|em|chi|co))|vang|gian|nghi(?! (?:la|rang))|lac)\b/;
/** "Đủ chưa", "được không". */
const enoughOrNot = `\\b(?:du|duoc|dc|dat|qua|hop le|thong qua|hon|xong)\\b(?: [a-z0-9%]+){0,5} (?:${orNot})`;
/** They deny nothing. */
const askedLast = new RegExp(`${enoughOrNot}\\b.*$`);
const comesOrGoes =
  /^(?: [a-z]+){0,3} (?:moi (?:vao|xin)|xin (?:vao|ra|thoi|nghi|nhap)|muon (?:vao|ra|thoi|nghi|nhap)|doi ra|rut|di ra|ra khoi|nhap|vao them|dang xin)\b/;
const letsGo = /\b(?:cho|nhan|ket nap|them|bot|khai tru|duoi) $/;
const outOf = /\b(?:tren|trong|cua)(?: tong)?(?: so)? ?$/;
const wholeBefore =
  /\b(?:ca|tong|tong so|to|nhom|het thay|tat ca|cua|tren|trong so|trong tong so|co|gom|van la) ?$/;

const agree =
  /\b(?:dong y|gat|gat dau|gio tay|ung|ung thuan|tan thanh|dong tinh|thuan|nhat tri|bieu quyet|bo phieu|phieu|bang long|dong long)\b/;
/** The share itself is named. */
const share =
  /\bnua (?:cua |trong |tren |so |tong |la |thi )|\bqua (?:nua|ban)\b|\bhon (?:mot )?nua\b|\b50 ?(?:%|phan tram)/;
const asksHowMany = new RegExp(
  `\\b(?:${howMany}) (?:nha|ho|gia dinh|nguoi|ng|thanh vien|to vien|xa vien|phieu|la phieu|canh tay|cai gat|chu ky|dua)\\b|\\b(?:la|can|phai|du|duoc) (?:${howMany})\\b`,
);
/** "Là 5 hay 6": what one makes it. */
const either = /\b\d{1,3}(?: [a-z]+)? (?:hay|hoac)(?: la)? \d{1,3}\b/;
const whether = new RegExp(
  `${enoughOrNot}\\b|\\b(?:du|duoc|dc|dat|qua ban|qua nua)(?: roi)? (?:a|ha|chu|nhi)\\b|\\bco (?:du|dat|qua|hon|duoc)\\b`,
);
