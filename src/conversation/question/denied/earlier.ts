// The question that was answered wrongly, said with what puts it right.
import { isAsking } from '../../../language/asking.ts';
import { syllables } from '../../../language/fold.ts';
import type { Context } from '../../context.ts';
import type { State } from '../../state.ts';
import { bandOf } from '../../understand/bands.ts';
import type { Denial } from '../../understand/follow-up/denial/index.ts';
import { hitsInTalk } from '../../understand/follow-up/in-talk.ts';
import { leansOnTalk, namedIn } from '../../understand/named.ts';
import { ventsOnly } from '../../understand/phrasing/vents.ts';
import { reading } from './reading.ts';
import { withoutDenied } from './refused-cards.ts';
import { isOffering, isSaid } from './said-before.ts';

/** The question that was answered wrongly, without what is denied now, and then the same with what was asked before it. */
export function earlierQuestions({ asked = [], matters = [] }: State, denial: Denial): string[] {
  const last = withoutDenied(asked.join(' '), denial);
  if (syllables(last).length < fewest) return [];
  const before = matters.filter((text) => !asked.includes(text)).toReversed();
  return [last, ...before.map((text) => `${withoutDenied(text, denial)}. ${last}`)];
}
const fewest = 3;

/** What says too little by itself is said with the question that was answered wrongly, where that tells more. */
export function withEarlier(context: Context, rest: string, earlier: readonly string[]): string | undefined {
  const { knowledge } = context.world;
  const named = namedIn(knowledge, rest);
  const asks = isAsking(rest);
  if (asks && !leansOnTalk(named)) return undefined;
  const band = bandOf(knowledge, hitsInTalk(context.state, knowledge, rest, false));
  const again =
    !asks &&
    !isOffering(context.state) &&
    (band.kind === 'card' || band.kind === 'likely') &&
    isSaid(context.state, band.card.id);
  const alone = again || ventsOnly(knowledge, rest) ? 'unsure' : band.kind;
  const says = named.own.length > fewOwn;
  const known = alone === 'card' || alone === 'likely';
  const onFigure =
    !asks && earlier.find((text) => sharesFigure(text, rest) && reading(context, text) === 'sure');
  if (onFigure) return `${onFigure} ${rest}`;
  if (known && (alone === 'card' ? says || asks : says && asks)) return undefined;
  // What asks, or is known by itself, goes with the last question alone; what only names a thing may go back further.
  const both = (asks || known ? earlier.slice(0, 1) : earlier).map((text) => `${text} ${rest}`);
  const sure = both.find((text) => reading(context, text) === 'sure');
  if (sure || known || (says && alone === 'close')) return sure;
  return both.find((text) => reading(context, text) === 'near');
}
const fewOwn = 2;

/** "120 triệu ấy là bán cho công ty": what is told of a sum that was asked about goes on from there. */
function sharesFigure(question: string, rest: string): boolean {
  const asked = syllables(question);
  return syllables(rest).some((word) => /^\d{2}/.test(word) && asked.includes(word));
}
