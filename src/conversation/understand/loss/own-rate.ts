// A rate for each hectare that a person names and wants counted with: "lấy mức 3 triệu/ha", "tính theo 3 triệu cơ mà".
import type { Card } from '../../../knowledge/schema/card.ts';
import { moneyIn } from '../../../language/money.ts';

/** In đồng; undefined where none or several are named, or where the card counts by no hectare. */
export function ownRateIn({ rates }: Pick<Card, 'rates'>, message: string): number | undefined {
  if (!rates.some((r) => r.per === 'ha')) return undefined;
  const named = moneyIn(message).filter(
    ({ before, behind }) => perHa.test(behind) || (takes.test(before) && !otherUnit.test(behind)),
  );
  const [own, ...others] = new Set(named.map((m) => m.value));
  return others.length === 0 ? own : undefined;
}
const perHa = /^ ?(?:dong ?)?(?:\/ ?|(?:mot|moi|1|tren|cho moi|cho mot) )(?:ha|hec ?ta)\b/;
const otherUnit =
  /^ ?(?:dong ?)?(?:\/|(?:mot|moi|1) (?:sao|mau|cong|thang|nam|nguoi|ho|nha|con|kg|can|ta|tan|cay|m2))/;
const takes =
  /\b(?:tinh|lay|nhan|ap|ap dung|cu)(?: (?:lai|theo|voi|cho|giup|toi|em|o|cai|muc|gia|la|xem|ra|nhu|lai))* ?(?:theo|muc|voi|gia) ?$/;
