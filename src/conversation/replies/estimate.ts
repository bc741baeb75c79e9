// What an answer's rates come to for the loss a person told: the sum, the line that holds for them, or what is still missing for it.
import type { Answer } from '../../knowledge/answer.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Range, Rate } from '../../knowledge/schema/rate.ts';
import { say, type WordingKey } from '../../knowledge/wording.ts';
import { moneyIn } from '../../language/money.ts';
import type { Block } from '../message.ts';
import type { Loss } from '../state/loss.ts';
import { ownRateIn } from '../understand/loss/own-rate.ts';
import { oneAnimal } from '../understand/loss/parts.ts';

const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 4 });

/** Nothing where the card has no rates, is not in force, or nothing of a loss was told behind it. */
export function estimateOf(
  knowledge: Knowledge,
  { card, validity }: Answer,
  loss: Loss | undefined,
  said = '',
): Block[] {
  const { rates } = card;
  if (!loss || loss.card !== card.id || rates.length === 0 || validity !== 'in_force') return [];
  const line = (key: WordingKey, values: Record<string, string> = {}): Block => ({
    kind: 'strong',
    text: say(knowledge.wording, key, values),
  });
  const unread = card.uncounted.find(({ when }) => when[0] === loss.stage);
  const theirs = ownRateIn(card, said);
  const own =
    theirs !== undefined && loss.ha !== undefined ? [line('loss_own_rate', ownSum(theirs, loss.ha))] : [];
  if (unread) return [...own, line('loss_stage_unread', { line: unread.line })];
  const fitting = rates.filter(
    (r) =>
      within(loss.days, r.days) &&
      within(loss.share, r.share) &&
      (loss.stage === undefined || !r.when || r.when[0] === loss.stage),
  );
  const [rate, ...others] = fitting;
  if (!rate) return [...own, line('loss_no_line')];
  if (others.length > 0) {
    const byDays = loss.days === undefined && fitting.some((r) => r.days);
    const byStage = loss.stage === undefined && fitting.some((r) => r.when);
    const either = byStage || byDays ? undefined : eitherShare(knowledge, fitting, loss);
    if (either) return [...own, ...either, line('loss_ask_share')];
    return [...own, line(byStage ? 'loss_ask_stage' : byDays ? 'loss_ask_days' : 'loss_ask_share')];
  }
  const amount = rate.per === 'kg' ? kgOf(loss) : loss.ha;
  const parts = rate.per === 'kg' ? sumOfParts(knowledge, rate, loss) : undefined;
  if (parts) return [...parts, { kind: 'say', text: say(knowledge.wording, 'loss_only_counted') }];
  const either = eitherWeight(knowledge, rate, loss);
  if (either) return [...either, { kind: 'say', text: say(knowledge.wording, 'loss_only_counted') }];
  const stands = (): Block[] => caseOf(rate, loss, line);
  if (amount === undefined) return [...stands(), line(askFor(rate, loss))];
  if (own.length > 0 && theirs !== rate.value)
    return [
      ...own,
      line('loss_decree_rate', { rate: `${number.format(rate.value)} đồng/${rate.per}` }),
      ...stands(),
      { kind: 'say', text: say(knowledge.wording, 'loss_area_counted') },
    ];
  const sum = Math.round(rate.value * amount);
  return [
    ...claimedOf(rate, sum, said, line),
    line('loss_sum', {
      amount: sayAmount(rate, amount, loss),
      rate: `${number.format(rate.value)} đồng/${rate.per}`,
      sum: `${number.format(sum)} đồng`,
    }),
    ...stands(),
    {
      kind: 'say',
      text: say(knowledge.wording, rate.per === 'kg' ? 'loss_only_counted' : 'loss_area_counted'),
    },
  ];
}

/** With the rate they named, not with one of the card's. */
const ownSum = (rate: number, ha: number): Record<string, string> => ({
  amount: `${number.format(ha)} ha`,
  rate: `${number.format(rate)} đồng/ha`,
  sum: `${number.format(Math.round(rate * ha))} đồng`,
});

/** "9 con × 70 kg + 2 con × 160 kg": with those that were not weighed left out and asked for. */
function sumOfParts(knowledge: Knowledge, rate: Rate, { parts, kg }: Loss): Block[] | undefined {
  if (!parts || kg !== undefined) return undefined;
  const weighed = parts.flatMap(({ heads, kgEach }) => (kgEach === undefined ? [] : [{ heads, kgEach }]));
  const others = parts.filter((p) => p.kgEach === undefined).reduce((all, { heads }) => all + heads, 0);
  const all = weighed.reduce((sum, { heads, kgEach }) => sum + heads * kgEach, 0);
  const list = weighed
    .map(({ heads, kgEach }) => `${number.format(heads)} con × ${number.format(kgEach)} kg`)
    .join(' + ');
  const line = (key: WordingKey, values: Record<string, string>): Block => ({
    kind: 'strong',
    text: say(knowledge.wording, key, values),
  });
  return [
    line('loss_parts', {
      list,
      all: `${number.format(all)} kg`,
      rate: `${number.format(rate.value)} đồng/kg`,
      sum: `${number.format(Math.round(all * rate.value))} đồng`,
    }),
    ...(others > 0 ? [line('loss_parts_rest', { heads: number.format(others) })] : []),
  ];
}

/** "5 con 60 kg": what both readings come to, and which is meant is asked. */
function eitherWeight(knowledge: Knowledge, rate: Rate, loss: Loss): Block[] | undefined {
  const { heads, kgUnclear: weight, kgEach, kg, mixed } = loss;
  if (rate.per !== 'kg' || mixed || kg !== undefined || kgEach !== undefined) return undefined;
  if (heads === undefined || heads < 2 || weight === undefined || weight > oneAnimal) return undefined;
  const sum = (all: number): string => `${number.format(Math.round(all * rate.value))} đồng`;
  const values = {
    heads: number.format(heads),
    weight: number.format(weight),
    all: number.format(heads * weight),
    rate: `${number.format(rate.value)} đồng/kg`,
    each: sum(heads * weight),
    whole: sum(weight),
  };
  return [{ kind: 'strong', text: say(knowledge.wording, 'loss_either', values) }];
}

/** How much of it is lost was not told: what the area comes to at each of the rates. */
function eitherShare(knowledge: Knowledge, rates: readonly Rate[], { ha }: Loss): Block[] | undefined {
  if (ha === undefined || !rates.every((r) => r.per === 'ha' && r.share)) return undefined;
  return [
    ...rates.map(({ value, share }): Block => {
      const { over, from, to } = share ?? {};
      const above = over !== undefined && from === undefined && to === undefined;
      return {
        kind: 'strong',
        text: say(knowledge.wording, above ? 'loss_if_above' : 'loss_if_between', {
          over: number.format(over ?? 0),
          from: number.format(from ?? over ?? 0),
          to: number.format(to ?? 100),
          amount: `${number.format(ha)} ha`,
          rate: `${number.format(value)} đồng/ha`,
          sum: `${number.format(Math.round(value * ha))} đồng`,
        }),
      };
    }),
    { kind: 'say', text: say(knowledge.wording, 'loss_area_counted') },
  ];
}

/** With the parts it was counted from: "12 con × 80 kg = 960 kg". */
function sayAmount({ per }: Rate, amount: number, { kg, heads, kgEach }: Loss): string {
  const all = `${number.format(amount)} ${per}`;
  const parts = per === 'kg' && kg === undefined && heads !== undefined && kgEach !== undefined;
  return parts ? `${heads} con × ${number.format(kgEach)} kg = ${all}; ${all}` : all;
}

type Line = (key: WordingKey, values?: Record<string, string>) => Block;

/** The line of a table that holds for them; where there is but one rate nothing need be picked. What was not told may be otherwise. */
function caseOf({ line: words, days, share, when }: Rate, loss: Loss, line: Line): Block[] {
  if (!days && !share && !when) return [];
  const told = (!share || loss.share !== undefined) && (!when || loss.stage !== undefined);
  return [line(told ? 'loss_line' : 'loss_line_if', { line: words })];
}

/** "1000 m² thì được 15 triệu à": what one makes it oneself is confirmed or set right. */
function claimedOf(rate: Rate, sum: number, said: string, line: Line): Block[] {
  const [claim, ...others] = moneyIn(said);
  if (!claim || others.length > 0) return [];
  if (claim.value === sum) return [line('loss_claim_right')];
  if (!confirms.test(claim.behind)) return [];
  const whole = claim.value === rate.value && rate.per === 'ha';
  return [line(whole ? 'loss_of_one' : 'loss_claim_wrong', { rate: `${number.format(rate.value)} đồng` })];
}
const confirms = /^[ ,]*(?:(?:dung|phai|the|co) )*(?:a|ha|dung|phai|khong|ko|k|chu|nhi|chua)\b/;

/** "12 con, mỗi con 80 kg" or the whole herd's weight; a weight without saying whose is the whole where no one animal weighs so much. */
function kgOf({ kg, heads, kgEach, kgUnclear, mixed }: Loss): number | undefined {
  if (kg !== undefined) return kg;
  if (mixed) return undefined;
  if (heads !== undefined && kgEach !== undefined) return heads * kgEach;
  return kgUnclear !== undefined && kgUnclear > oneAnimal ? kgUnclear : undefined;
}

function askFor(rate: Rate, loss: Loss): WordingKey {
  if (rate.per === 'kg' && loss.mixed) return 'loss_ask_total';
  if (rate.per === 'kg') return loss.kgEach === undefined ? 'loss_ask_kg' : 'loss_ask_heads';
  return loss.localArea ? 'loss_ask_m2' : 'loss_ask_ha';
}

/** What was not told rules nothing out. */
const within = (value: number | undefined, range: Range | undefined): boolean =>
  value === undefined ||
  range === undefined ||
  ((range.over === undefined || value > range.over) &&
    (range.from === undefined || value >= range.from) &&
    (range.to === undefined || value <= range.to));
