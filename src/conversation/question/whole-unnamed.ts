// Per cent that are reckoned of a sum, where the answer has a borrower bring as many of something the sum is not said to be: what they are a share of is said with it.
import { answerWith } from '../../knowledge/answer.ts';
import type { Card } from '../../knowledge/schema/card.ts';
import { say } from '../../knowledge/wording.ts';
import type { Sum } from '../../language/sums/index.ts';
import { type Context, line } from '../context.ts';
import type { Block } from '../message.ts';
import { ownPortionUnnamed } from '../replies/portion.ts';
import { sayMoney } from '../replies/sum.ts';
import { saidThenLed } from './said-then-led.ts';

/** "20% của 500 triệu" behind an answer whose 20% are of something else than the sum is said to be: right as a sum, not yet as what one must have. */
export function wholeUnnamed(
  { state, world }: Context,
  message: string,
  { operation, terms }: Sum,
): Block[] | undefined {
  const { knowledge, today } = world;
  const percent = terms.find((t) => t.kind === 'percent');
  const amount = terms.find((t) => t.kind === 'money');
  if (operation !== 'percent' || !percent || !amount) return undefined;
  const setsOwn = (card: Card): boolean => card.portions.some((p) => p.own);
  for (const id of saidThenLed(knowledge, state.topic, setsOwn)) {
    const answer = answerWith(knowledge, id, state.topic.asOf ?? today);
    const portion =
      answer && ownPortionUnnamed(answer, message, { percent: percent.value, of: amount.value });
    if (portion)
      return [
        line(
          say(knowledge.wording, 'sum_share_of', {
            percent: `${number.format(portion.percent)}%`,
            of: portion.of,
            amount: sayMoney(amount.value),
          }),
        ),
      ];
  }
  return undefined;
}
const number = new Intl.NumberFormat('vi-VN');
