// Distress: all that helps is said once; what is said after it gets the line that fits, or the first thing to do once more.
import type { Cue } from '../../knowledge/schema/cue.ts';
import { say } from '../../knowledge/wording.ts';
import { isAsking, isThanks } from '../../language/asking.ts';
import { type Context, type Draft, line, reply, saying } from '../context.ts';
import { answerCard } from '../question/answer-card.ts';
import { cueLines } from '../question/small-talk.ts';
import { staffChoice } from '../replies/choices.ts';
import { tellsOldCase } from './denied.ts';
import { fittingLine } from './signs.ts';
import {
  asksApart,
  asksOfForm,
  asksOfOwn,
  asksSurely,
  callsForHelp,
  saysFine,
  sureCard,
} from './still-urgent.ts';
import { urgentIn } from './urgent.ts';

/** `asNothingElse`: the message is plainly a name or a place, so that only listed signs count. */
export function distressIn(context: Context, text: string, asNothingElse: boolean): Draft | undefined {
  const { state, world, beside } = context;
  if (beside) return undefined;
  const running = world.knowledge.cues.get(state.distress ?? '');
  const found = urgentIn(world.knowledge, text, { bySignAlone: asNothingElse, running: state.distress });
  // A danger to life is no old case, whatever is told before it.
  const cue = found?.once && tellsOldCase(text) ? undefined : found;
  const told =
    running ?? (isRecent(context) ? world.knowledge.cues.get(state.pastDistress ?? '') : undefined);
  if (cue && cue !== (cue.once ? told : running)) return firstTold(context, cue, text);
  if (told?.once && asksSurely(world.knowledge, text)) return undefined;
  const leaves = told !== running && asksOfOwn(world.knowledge, text);
  const fitting =
    told && !leaves && !asksOfForm(world.knowledge, text)
      ? fittingLine(world.knowledge, told, text)
      : undefined;
  if (told && fitting) return urgent(context, told, [fitting]);
  if (!running) return undefined;
  if (cue) return goesOnAsking(context, running, text) ? undefined : urgentAgain(context, running);
  if (isThanks(text)) return passing(context, running.id, 'urgent_thanks', running.again);
  if (saysFine(text)) return passing(context, undefined, 'urgent_calm');
  return state.flow && callsForHelp(text) ? urgentAgain(context, running) : undefined;
}

/** What was told the day before yesterday is not what is said now. */
const isRecent = ({ state, world }: Context): boolean =>
  !state.lastAt || world.now.getTime() - Date.parse(state.lastAt) < 24 * 3_600_000;

/** Over money or papers, what is surely asked besides is answered with it. */
const firstTold = (context: Context, cue: Cue, text: string): Draft => {
  const { knowledge, today } = context.world;
  const draft = urgent({ ...context, state: { ...context.state, reminded: undefined } }, cue, []);
  const asks = cue.once && cue.again && isAsking(text) && asksOfForm(knowledge, text);
  const asked = asks ? sureCard(knowledge, text) : undefined;
  const card = asked && answerCard(context, asked, today);
  if (card && cue.again) {
    const [first, ...more] = saying(line(cue.again), card).replies;
    const choices = [staffChoice(knowledge)];
    return {
      ...draft,
      replies: first ? [{ ...first, choices }, ...more] : draft.replies,
      cards: card.cards ?? [],
    };
  }
  return {
    ...draft,
    replies: [reply(cueLines(context.world, cue), [staffChoice(knowledge)])],
  };
};

const urgent = (context: Context, cue: Cue, said: string[]): Draft => ({
  state: { ...context.state, distress: cue.id, calmed: undefined },
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
export const urgentAgain = (context: Context, cue: Cue): Draft =>
  urgent({ ...context, state: { ...context.state, reminded: cue.id } }, cue, [
    say(context.world.knowledge.wording, 'urgent_again'),
    ...(cue.again ? [cue.again] : cue.say),
  ]);

/** Whether what is asked, over money or papers, is answered and no longer put off by what to do first of all. */
export const goesOnAsking = ({ state, world }: Context, cue: Cue | undefined, text: string): boolean =>
  cue?.once === true && asksApart(world.knowledge, text, state.reminded === cue.id);

/** A question of its own asked in distress is answered, with what to do first of all before it; over money or papers that is said but once more. */
export function withReminder(draft: Draft, cue: Cue | undefined): Draft {
  if (!cue?.again || !answers.has(draft.outcome) || (cue.once && draft.state.reminded === cue.id))
    return draft;
  return saying(line(cue.again), draft);
}
const answers: ReadonlySet<string> = new Set(['answered', 'choose', 'no_answer', 'out_of_date', 'handover']);
