// How many of so many people a majority of the answer takes, and whether those who agree are enough.
import type { Answer } from '../../knowledge/answer.ts';
import { unitsOf } from '../../knowledge/figures.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { type Share, shareOf } from '../../knowledge/limits.ts';
import { say } from '../../knowledge/wording.ts';
import { fold } from '../../language/fold.ts';
import { exact } from '../../language/sums/quantities.ts';
import type { Block } from '../message.ts';
import type { Told } from '../state.ts';
import { isOtherMatter } from '../understand/own-figures.ts';
import { votesIn } from '../understand/votes.ts';
import { isOfForm } from './of-form.ts';

/** Nothing where the answer sets none, or several, or it is not plain who is counted. */
export function majorityOf(knowledge: Knowledge, answer: Answer, told: Told, message: string): Block[] {
  const { wording, words } = knowledge;
  const [majority, ...others] = answer.card.majorities;
  if (!majority || others.length > 0 || answer.validity !== 'in_force') return [];
  if (!isOfForm(knowledge, answer, told, message) || isOtherMatter(majority.unless, fold(message))) return [];
  const share = shareOf(majority.share, unitsOf(words.units));
  const votes = votesIn(message, told);
  if (!share || votes?.all === undefined) return [];
  const { all, yes, unit } = votes;
  const least = leastOf(share, all);
  const count = (n: number): string => `${number.format(n)} ${unit}`.trim();
  const key = yes === undefined ? 'majority_needs' : yes >= least ? 'majority_enough' : 'majority_short';
  return [
    {
      kind: 'strong',
      text: say(wording, key, {
        of: majority.of,
        all: count(all),
        percent: `${number.format(share.percent)}%`,
        part: number.format(exact((all * share.percent) / 100)),
        share: majority.share,
        least: say(wording, least === all ? 'majority_whole' : 'majority_from', { count: count(least) }),
        yes: count(yes ?? 0),
      }),
    },
  ];
}

/** People are whole. */
function leastOf({ percent, above }: Share, all: number): number {
  const part = exact((all * percent) / 100);
  return above ? Math.floor(part) + 1 : Math.ceil(part);
}

const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 });
