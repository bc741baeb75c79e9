// What is known of a loss once a message says more of it, behind the answer with the rates it is counted by.
import type { Card } from '../../../knowledge/schema/card.ts';
import { fold, plainWords } from '../../../language/fold.ts';
import { moneyIn } from '../../../language/money.ts';
import type { Loss } from '../../state/loss.ts';
import { besidesField, corrected } from './another-field.ts';
import { type LossTold, lossTold, type Read, readIn, tellsLoss } from './measures.ts';
import { ownRateIn } from './own-rate.ts';
import { besideHerd, filledIn, oneAnimal } from './parts.ts';

/** The same behind the answer that counts it: "60 ngày" alone answers how long it had grown, while that is not known. */
export const tellsLossBehind = (before: Loss | undefined, card: Card, message: string): boolean =>
  tellsLoss(message) ||
  stagesIn(card, message).length === 1 ||
  totalMeant(before, card, message) !== undefined ||
  (before?.card === card.id && readIn(message).localM2 !== undefined) ||
  ((asksDays(before, card) || supposesDays(before, card, message)) &&
    readIn(message).bareDays !== undefined) ||
  weightMeant(before, card, message) !== undefined ||
  (before?.card === card.id && ownRateIn(card, message) !== undefined);

/** "Mỗi con", "cả đàn", where whose weight it is was asked. */
function weightMeant(before: Loss | undefined, card: Card, message: string): LossTold | undefined {
  const weight = before?.card === card.id && before.heads !== undefined ? before.kgUnclear : undefined;
  const said = weight === undefined ? undefined : whose.exec(plainWords(message));
  return said ? (said[1] ? { kgEach: weight } : { kg: weight }) : undefined;
}
const whose =
  /^(?:(?:la|thi|a|da|vang|u|y|toi|em|noi|tinh) )*(?:(moi con|mot con|tung con|1 con)|ca dan|ca bay|tat ca|tong(?: cong)?)(?: (?:a|nhe|day|do|co|chu|em|thoi))*$/;

/** "240 cân" behind "2 con 120 cân", "240 cân thì 9,6 triệu": the weight that is all of them together, or comes to the sum one makes it. */
function herdMeant(mine: Loss | undefined, { rates }: Card, read: Read, message: string): LossTold {
  const { kgUnclear: weight, heads = mine?.heads } = read;
  const [rate, ...others] = rates;
  if (weight === undefined || read.kgEach !== undefined || read.mixed || rate?.per !== 'kg' || others.length)
    return {};
  const each = mine?.kgEach ?? mine?.kgUnclear;
  const together = heads !== undefined && heads > 1 && each !== undefined && weight === heads * each;
  const reckoned = moneyIn(message).some((m) => m.value === Math.round(weight * rate.value));
  return together || reckoned ? { kg: weight, kgUnclear: undefined } : {};
}

/** "300 cả thảy", where animals were told and the weight of all was asked. */
function totalMeant(before: Loss | undefined, card: Card, message: string): number | undefined {
  const asked =
    before?.card === card.id && before.kg === undefined && (before.heads ?? before.parts) !== undefined;
  if (!asked || !card.rates.some((r) => r.per === 'kg')) return undefined;
  const said = bareTotal.exec(plainWords(message));
  return said ? Number((said[1] ?? said[2] ?? '').replaceAll('.', '')) : undefined;
}
const politeness = '(?: (?:a|nhe|nha|day|do|thoi|em|ban|bot))*';
const bareTotal = new RegExp(
  `^(?:(?:thi|la|da|vang|a|u|duoc|khoang|tam|chung) )*(?:([\\d.]{2,6}) (?:ca thay|tat ca|tong cong|ca dan|het thay|tong)|(?:ca thay|tat ca|tong cong|ca dan|tong)(?: (?:la|duoc|khoang|tam|chung))* ([\\d.]{2,6}))${politeness}$`,
);

/** How far the crop that `card` counts had grown: the first of the words for each stage named; what is denied ("không phải mới trồng") is none. */
function stagesIn({ rates, uncounted }: Card, message: string): string[] {
  const text = plainWords(message).replace(deniedStage, ' ').replace(forMonths, ' ');
  const named = [...rates, ...uncounted].flatMap(({ when }) =>
    when?.some((w) => new RegExp(`(?<![a-z])${fold(w)}(?![a-z])`).test(text)) ? (when[0] ?? []) : [],
  );
  return [...new Set(named)];
}
/** "Mới trồng hơn 2 tháng": how long, and no seedling. */
const forMonths =
  /(?<![a-z])(?:moi|vua) (?:trong|gieo|cay|tra|xuong giong)(?: (?:duoc|dc|hon|gan|khoang|tam|chung))* (?:\d+|hai|ba|bon|nam|sau|bay|may) thang(?![a-z])/g;
const deniedStage =
  /(?<![a-z])(?:(?:khong|ko|k|chang|cha|dau) phai(?: la)? (?:cay (?:con|non)|(?:con|moi|vua|dang|sap|gan) [a-z]+)|(?:khong|ko|k|chang) con (?:non|nho|be))(?![a-z])/g;

/** The stage of the one rate whose amount is named: "1000 m² thì được 15 triệu à". */
function stageOfAmount({ rates }: Card, message: string): string | undefined {
  const named = new Set(moneyIn(message).map((m) => m.value));
  const [rate, ...others] = rates.filter((r) => r.when && named.has(r.value));
  return others.length === 0 ? rate?.when?.[0] : undefined;
}

/** Hectares are no loss that is counted by the kilogram, nor animals one by the hectare. */
export function isCountedBy({ rates }: Card, message: string): boolean {
  const { ha, localArea, heads, kg, kgEach } = lossTold(message);
  const per = new Set(rates.map((r) => r.per));
  return per.has('ha')
    ? heads === undefined && kg === undefined && kgEach === undefined
    : ha === undefined && localArea === undefined;
}

const asksDays = (before: Loss | undefined, card: Card): boolean =>
  before?.card === card.id && before.days === undefined && card.rates.some((r) => r.days);

/** "Thế 12 ngày thì sao": asked of other days than those that were told. */
const supposesDays = (before: Loss | undefined, card: Card, message: string): boolean =>
  before?.card === card.id && before.days !== undefined && supposing.test(plainWords(message));
const supposing =
  /^(?:the|vay|con|neu|gia su|nho)(?: (?:neu|con|la|ma|duoc|gieo|cay|khoang|tam|moi|chi|da)){0,4} \S+ (?:ngay|hom|tuan|thang)(?: (?:tuoi|roi|thi|la|sao|the nao|bao nhieu|duoc|may|tien|dong|ha|a|ban|em)){0,5}$/;

/** What is known of the loss that `card` counts, once this was said too: a new total takes the place of the parts, and the other way round. */
export function lossBehind(before: Loss | undefined, card: Card, message: string): Loss | undefined {
  if (card.rates.length === 0) return before;
  const { bareDays, localM2, ...read } = readIn(message);
  const mine = before?.card === card.id ? before : undefined;
  const beside = besideHerd(mine, read, message);
  if (beside) return { card: card.id, mixed: true, parts: beside };
  const units = read.localUnits ?? mine?.localUnits;
  const each = localM2 ?? mine?.localM2;
  const sized = read.ha === undefined && (localM2 ?? read.localUnits) !== undefined;
  const total = totalMeant(before, card, message);
  const stages = stagesIn(card, message);
  const stage = stages[0] ?? (mine?.stage ? undefined : stageOfAmount(card, message));
  const told: LossTold = {
    ...read,
    ...weightMeant(before, card, message),
    ...herdMeant(mine, card, read, message),
    ...(localM2 === undefined ? {} : { localM2 }),
    ...(sized && each !== undefined && units !== undefined ? { ha: (units * each) / 10_000 } : {}),
    ...(total === undefined ? {} : { kg: total, mixed: undefined, kgUnclear: undefined }),
    // Between two that are named the person has to say which.
    ...(stage === undefined ? {} : { stage: stages.length > 1 ? undefined : stage }),
  };
  if (ofNeighbour.test(fold(message))) return { card: card.id, ...told };
  const { kg, kgUnclear, kgEach, localArea, localUnits, parts, ...kept }: Loss = besidesField(
    mine ?? { card: card.id },
    told,
    message,
  );
  if (kept.mixed && isTotal(told, message)) return { ...kept, kg: told.kgUnclear, mixed: undefined };
  const filled = parts && !told.parts ? filledIn(parts, told) : undefined;
  if (filled) return { ...kept, mixed: true, parts: filled };
  const others = kept.heads !== undefined && told.heads !== undefined && told.heads !== kept.heads;
  const sameKind = !others || corrected.test(fold(message));
  const mixed = told.kg === undefined && (told.mixed || kept.mixed);
  const inParts = told.heads !== undefined || told.kgEach !== undefined;
  return {
    ...kept,
    ...((asksDays(before, card) || supposesDays(before, card, message)) && bareDays !== undefined
      ? { days: bareDays }
      : {}),
    ...(inParts || told.kg !== undefined ? {} : { kg, kgUnclear }),
    ...(parts && told.heads === undefined && told.kg === undefined ? { parts } : {}),
    ...(told.kg === undefined && sameKind ? { kgEach } : {}),
    ...(told.ha === undefined ? { localArea, localUnits } : {}),
    ...told,
    mixed: mixed || undefined,
  };
}

/** "Khoảng 970 cân", "thì 970 kg đó": the whole, where the animals differ and nothing says whose weight it is. */
const isTotal = ({ kgUnclear, kgEach, heads, mixed }: LossTold, message: string): boolean =>
  kgUnclear !== undefined &&
  kgEach === undefined &&
  heads === undefined &&
  !mixed &&
  (kgUnclear > oneAnimal || bareWeight.test(plainWords(message)));
const bareWeight =
  /^(?:(?:thi|la|da|vang|a|u|roi|ok|duoc|khoang|tam|chung|do|gan|hon|co|chac|uoc|cong lai|toi noi|em noi|noi roi) )*[\d.,]+ ?(?:kg|ky|ki|kilo|can|yen|ta|tan)(?: \d)?(?: (?:hoi|do|day|ay|a|nhe|nha|thoi|tat ca|ca dan|roi|ma|gi|em|toi|ban))*$/;

/** Somebody else's loss, counted anew. */
const ofNeighbour =
  /\b(?:hang xom|nha (?:ben canh|khac|kia|ben|no|ong|ba|bac|chu|co|anh|chi)|ben (?:kia|canh)|cua (?:ong|ba|bac|chu|co|anh|chi) \w+)\b/;
