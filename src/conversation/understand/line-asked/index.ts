// Which lines of an answer a message behind it asks for: every line weighed by its signs, as people have chosen lines for such messages.
import { formIn } from '../../../knowledge/forms.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { linesOf } from '../../../knowledge/said.ts';
import type { Card } from '../../../knowledge/schema/card.ts';
import type { Form } from '../../../knowledge/schema/form.ts';
import { oddsFrom } from '../../../knowledge/search/odds.ts';
import { fold } from '../../../language/fold.ts';
import { inputsOf, weigherOf } from '../network.ts';
import { contradicts } from './contradicted.ts';
import learned from './learned-lines.json' with { type: 'json' };
import { lineSigns, signsOfLines } from './signs.ts';

export type LinesAsked = {
  /** Numbers of the card's lines (`linesOf`), the likeliest first; those far less likely are left. */
  lines: number[];
  /** Where there is room for one: the likeliest if it alone is sure, else the one of the two that the card says first. */
  one: number;
  /** Whether one of these is as good as surely asked for. */
  sure: boolean;
  /** Likelier than all of them: no line is asked for. */
  none: boolean;
};

/** Two lines are enough where one is sure to be among them, three where not; with them the answer itself, unless it is plain that another line is asked for. `form`: what the talk is about. `aside`: lines that are surely not meant. */
export function linesAsked(
  knowledge: Knowledge,
  card: Card,
  message: string,
  form?: Form,
  aside: readonly number[] = [],
): LinesAsked {
  const odds = oddsOfLines(knowledge, card, message, form, aside);
  const none = odds.pop() ?? 1;
  const ranked = odds
    .map((share, line) => ({ share, line }))
    .filter(({ line }) => line === 0 || !aside.includes(line))
    .sort((a, b) => b.share - a.share);
  const [best, second] = ranked.map((r) => r.share);
  const likeliest = ranked.filter((r) => r.share >= shareOfBest * (best ?? 0));
  const two = likeliest.slice(0, 2);
  const ofTwo = two.reduce((sum, r) => sum + r.share, 0);
  const sure = ofTwo >= sureFrom;
  const lines = (sure ? two : likeliest.slice(0, 3)).map((r) => r.line);
  const plain = (best ?? 0) >= sureFrom && (best ?? 0) - (second ?? 0) >= plainlyAhead;
  const unknown = saysUnknown(card);
  const others = lines.filter((l) => l !== 0).slice(0, 2);
  const one = (best ?? 0) >= sureFrom ? (ranked[0]?.line ?? 0) : Math.min(...two.map((r) => r.line));
  const said = { one, sure, none: none > ofTwo };
  if (unknown && !sure) return { lines: [0, ...others], ...said };
  const withAnswer = !lines.includes(0) && (unknown || !(plain || aside.includes(0)));
  return { lines: withAnswer ? [...others, 0] : lines, ...said };
}

/** That nothing, or not all, is known is no side matter: a line without it would be taken for the answer. */
const saysUnknown = ({ known, answer }: Card): boolean =>
  known === false || /\btoi (?:cung )?(?:chua|moi doc)\b|\bchua co quy dinh\b/.test(fold(answer));

/** How likely each line is asked for, and last that none is; hardly where it holds for others than who asks. */
export function oddsOfLines(
  knowledge: Knowledge,
  card: Card,
  message: string,
  form?: Form,
  aside: readonly number[] = [],
): number[] {
  const [alone] = card.forms.length === 1 ? card.forms : [];
  const asked = formIn(message, knowledge.words) ?? form ?? alone;
  const ofOther = (line: string): boolean => {
    const own = asked && formOfLine(knowledge, line);
    return own !== undefined && own !== asked;
  };
  const lines = linesOf(card);
  const fits = signsOfLines(knowledge, card, message).map((signs, i) => {
    const line = i > 0 ? lines[i] : undefined;
    const other = aside.includes(i) || (line !== undefined && (ofOther(line) || contradicts(line, message)));
    return weigh(inputsOf(signs, lineSigns)) - (other ? forOthers : 0);
  });
  return oddsFrom(fits);
}
/** In log-odds. */
const forOthers = 6;

/** "Tổ hợp tác thì không thu lệ phí", "Với hợp tác xã, luật …": whom a line is for, where it begins with that. */
function formOfLine(knowledge: Knowledge, line: string): Form | undefined {
  const words = line.replace(/^(?:Với|Riêng|Đối với|Còn|Ở)\s+/u, '').split(/\s+/);
  return formIn(words.slice(0, 3).join(' '), knowledge.words);
}

const weigh = weigherOf(learned, lineSigns);

const shareOfBest = 0.4;
const plainlyAhead = 0.4;
/** Of a hundred that are as sure as this 9 do not hold what is asked (test/lines, set aside). */
const sureFrom = 0.6;
