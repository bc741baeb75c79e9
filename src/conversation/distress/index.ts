// Distress: all that helps is said once; what is said after it gets the line that fits, or the first thing to do once more.
import type { Talk } from '../../knowledge/schema.ts';
import { say } from '../../knowledge/wording.ts';
import { isThanks } from '../../language/asking.ts';
import { type Context, type Draft, line, opening, reply } from '../context.ts';
import { linesOf } from '../question/small-talk.ts';
import { staffChoice } from '../replies/choices.ts';
import { fittingLine } from './signs.ts';
import { callsForHelp, saysFine } from './still-urgent.ts';
import { urgentIn } from './urgent.ts';

/** `asNothingElse`: the message is plainly a name or a place, so that only listed signs count. */
export function distressIn(context: Context, text: string, asNothingElse: boolean): Draft | undefined {
  const { state, world } = context;
  const running = world.knowledge.talk.get(state.distress ?? '');
  const entry = urgentIn(world.knowledge, text, { bySignAlone: asNothingElse, running: state.distress });
  if (entry && entry !== running) return firstTold(context, entry);
  const told =
    running ?? (isRecent(context) ? world.knowledge.talk.get(state.pastDistress ?? '') : undefined);
  const fitting = told && fittingLine(world.knowledge, told, text);
  if (fitting) return urgent(context, told, [fitting]);
  if (!running) return undefined;
  if (entry) return urgentAgain(context, running);
  if (isThanks(text)) return passing(context, running.id, 'urgent_thanks', running.again);
  if (saysFine(text)) return passing(context, undefined, 'urgent_calm');
  return state.flow && callsForHelp(text) ? urgentAgain(context, running) : undefined;
}

/** What was told the day before yesterday is not what is said now. */
const isRecent = ({ state, world }: Context): boolean =>
  !state.lastAt || world.now.getTime() - Date.parse(state.lastAt) < 24 * 3_600_000;

const firstTold = (context: Context, entry: Talk): Draft => {
  const draft = urgent(context, entry, []);
  return {
    ...draft,
    replies: [reply(linesOf(context.world, entry), [staffChoice(context.world.knowledge)])],
  };
};

const urgent = (context: Context, entry: Talk, said: string[]): Draft => ({
  state: { ...context.state, distress: entry.id },
  replies: [reply(said.map(line), [staffChoice(context.world.knowledge)])],
  outcome: 'urgent',
});

const passing = (
  { state, world }: Context,
  distress: string | undefined,
  key: 'urgent_thanks' | 'urgent_calm',
  again?: string,
): Draft => ({
  state: { ...state, distress, pastDistress: distress },
  replies: [
    reply([say(world.knowledge.wording, key), ...(again ? [again] : [])].map(line), [
      staffChoice(world.knowledge),
    ]),
  ],
  outcome: 'small_talk',
});

/** For what leans on the distress that was told ("báo ai", "làm sao bây giờ"): what to do first of all. */
export const urgentAgain = (context: Context, entry: Talk): Draft =>
  urgent(context, entry, [
    say(context.world.knowledge.wording, 'urgent_again'),
    ...(entry.again ? [entry.again] : entry.say),
  ]);

/** A question of its own asked in distress is answered, with what to do first of all before it. */
export function withReminder(draft: Draft, entry: Talk | undefined): Draft {
  if (!entry?.again || !answers.has(draft.outcome)) return draft;
  return { ...draft, replies: opening(line(entry.again), draft.replies) };
}
const answers: ReadonlySet<string> = new Set(['answered', 'choose', 'no_answer', 'out_of_date', 'handover']);
