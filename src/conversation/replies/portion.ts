// What a share set by law comes to, of the sum of money a person names as what it is a share of.
import type { Answer } from '../../knowledge/answer.ts';
import { figuresIn, unitsOf } from '../../knowledge/figures.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { linesOf } from '../../knowledge/said.ts';
import type { Portion } from '../../knowledge/schema.ts';
import { say } from '../../knowledge/wording.ts';
import { fold } from '../../language/fold.ts';
import { type MoneyFound, moneyIn } from '../../language/money.ts';
import type { Block } from '../message.ts';

const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

/** Nothing where the card sets no share, is not in force, or no one sum is named as what it is a share of. */
export function portionsOf(knowledge: Knowledge, answer: Answer, message: string): Block[] {
  const { card, validity } = answer;
  if (card.portions.length === 0 || validity !== 'in_force') return [];
  const sums = new Map(moneyIn(message).map((m) => [m.value, m]));
  const [sum] = sums.values();
  if (!sum || sums.size > 1) return [];
  const fitting = card.portions.filter((p) => isNamed(p, sum));
  if (fitting.length === 0) return [];
  const w = knowledge.wording;
  return [
    ...fitting.map((portion): Block => {
      const counted = (sum.value * portion.percent) / 100;
      const key = portion.most !== undefined && counted > portion.most ? 'portion_most' : 'portion_sum';
      return {
        kind: 'strong',
        text: say(w, key, {
          amount: dong(sum.value),
          of: portion.of,
          percent: `${limitOf(knowledge, answer, portion)}${number.format(portion.percent)}%`,
          sum: dong(counted),
          most: dong(portion.most ?? 0),
        }),
      };
    }),
    { kind: 'say', text: say(w, 'portion_only_counted') },
  ];
}

const dong = (value: number): string => `${number.format(Math.round(value))} đồng`;

/** One of the words that name it stands within three words of the sum. */
function isNamed({ when }: Portion, { before, behind }: MoneyFound): boolean {
  const near = ` ${before.trim().split(/\s+/).slice(-3).join(' ')} · ${behind.trim().split(/\s+/).slice(0, 3).join(' ')} `;
  return when.some((w) => near.replace(/[.,?!]/g, ' ').includes(` ${fold(w)} `));
}

/** "Tối đa " or "tối thiểu ", as the card itself limits it. */
function limitOf(knowledge: Knowledge, { card }: Answer, { percent }: Portion): string {
  const figures = linesOf(card).flatMap((line) => figuresIn(line, unitsOf(knowledge.words.units)));
  const limit = figures.find((f) => f.unit === '%' && f.value === percent)?.limit;
  const key = limit === 'max' ? 'portion_max' : limit === 'min' ? 'portion_min' : undefined;
  return key ? `${say(knowledge.wording, key)} ` : '';
}
