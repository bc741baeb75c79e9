// "Nói lại mãi", "sao cái gì cũng chưa có": sorry in one line, and what was asked by the next best line or card, never the same text again.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { say } from '../../knowledge/wording.ts';
import { asTyped, type Context, changing, type Draft, line, reply, saying } from '../context.ts';
import { callsForHelp } from '../distress/still-urgent.ts';
import { laterChoices, staffChoice } from '../replies/choices.ts';
import { officeLine } from '../replies/office.ts';
import { shownBy } from '../turn/shown.ts';
import { leansOnTalk, namedIn, namesSubject } from '../understand/named.ts';
import { complaintIn } from '../understand/phrasing/complaint.ts';
import { leavesUpset } from '../understand/phrasing/leaves-upset.ts';
import { nextBest, saidLine, unsaidLine } from './next-best.ts';
import { withGap } from './unsure.ts';

type Ask = (context: Context, message: string) => Draft;

/** Undefined where nothing was answered before, or nothing is complained of. */
export function complained(before: Context, message: string, ask: Ask): Draft | undefined {
  const { state, world } = before;
  const complaint =
    state.flow || !hasTalk(before) || leavesUpset(world.knowledge, message)
      ? undefined
      : complaintIn(world.knowledge, message);
  if (!complaint || (complaint.bored && complaint.rest === '' && !leftOpen(before))) return undefined;
  const times = (state.complaints ?? 0) + 1;
  const context: Context = { ...before, state: { ...state, complaints: times } };
  const question = complaint.rest || (state.asked?.at(-1) ?? '');
  if (callsForHelp(complaint.rest.replace(/^c[oó] bi[eế]t\s+/iu, '')))
    return sorry(aPerson(context), world.knowledge, 1);
  const asked = complaint.rest === '' ? undefined : ask({ ...context, heard: asTyped(question) }, question);
  const draft =
    leaning(context, complaint.rest) ??
    (asked && anew(context, asked)) ??
    nextBest(context, complaint.rest, asked);
  if (draft) return sorry(draft, world.knowledge, times);
  if (complaint.rest === '' && !leftOpen(before)) return misheard(context);
  const again = saidLine(context, complaint.rest);
  return again ? sorry(again, world.knowledge, times) : unknown(context, question);
}

const hasTalk = ({ state }: Context): boolean => state.topic.card !== undefined || state.unsure !== undefined;

/** The last answer was that nothing is known, or titles to choose from. */
const leftOpen = ({ state, world }: Context): boolean =>
  (state.unsure !== undefined && !state.unsure.answered) ||
  world.knowledge.cards.get(state.topic.card ?? '')?.known === false;

/** "Mình hỏi ai được nhận cơ": it names nothing of its own, and a line of the last answer tells it. */
function leaning(context: Context, rest: string): Draft | undefined {
  const named = namedIn(context.world.knowledge, rest);
  return rest !== '' && leansOnTalk(named) && !namesSubject(named) ? unsaidLine(context, rest) : undefined;
}

/** What was not shown just before; titles to choose from are no answer to a complaint. */
function anew(context: Context, draft: Draft): Draft | undefined {
  if (draft.outcome === 'choose') return undefined;
  const shown = shownBy(context, draft);
  if (!shown) return draft.outcome === 'no_answer' ? undefined : draft;
  const before = context.state.shown;
  const isNew = shown.card !== before?.card || shown.lines.some((at) => !before.lines.includes(at));
  return isNew ? draft : undefined;
}

/** Nothing but that it missed: what is meant is asked once more. */
function misheard({ state, world: { knowledge } }: Context): Draft {
  const said = reply([line(say(knowledge.wording, 'misheard'))], [staffChoice(knowledge)]);
  return { state, replies: [said], outcome: 'small_talk' };
}

function unknown(context: Context, question: string): Draft {
  const { knowledge } = context.world;
  const said = reply([line(say(knowledge.wording, 'sorry_unknown'))], laterChoices(knowledge).toReversed());
  return withGap(context, { state: context.state, replies: [said], outcome: 'no_answer' }, question, []);
}

/** "Có biết gọi cho ai không": where to go, and a call back. */
function aPerson({ state, world }: Context): Draft {
  const { knowledge } = world;
  const office = officeLine(world);
  const lines = [say(knowledge.wording, 'sorry_person'), ...(office ? [office] : [])];
  return { state, replies: [reply(lines.map(line), [staffChoice(knowledge)])], outcome: 'small_talk' };
}

/** The second time a person is offered before all else. */
function sorry(draft: Draft, knowledge: Knowledge, times: number): Draft {
  const said = saying(line(say(knowledge.wording, times === 1 ? 'sorry' : 'sorry_again')), draft);
  if (times === 1) return said;
  const staff = staffChoice(knowledge);
  return changing(said, (replies) =>
    replies.map((r, i) =>
      i === replies.length - 1
        ? { ...r, choices: [staff, ...r.choices.filter((c) => c.id !== staff.id)] }
        : r,
    ),
  );
}
