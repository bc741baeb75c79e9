// A message while registering: the ways of taking it, tried in order; the first that fits completes the turn.
import { say } from '../../../knowledge/wording.ts';
import { tellsAge } from '../../../language/ages.ts';
import { syllables } from '../../../language/fold.ts';
import { sayMembers } from '../../../leads/lead.ts';
import { type Context, type Draft, line, saying, type Typed, typed } from '../../context.ts';
import type { RegisterFlow } from '../../state.ts';
import { refusesFounding } from '../../understand/not-forming.ts';
import { joinsOnly } from '../joins-only.ts';
import { saidBefore } from './answer/said-before.ts';
import { chosenPlace, takeStep } from './answer/take-step.ts';
import { timeApart } from './aside/answer-apart.ts';
import { answerThenAsk } from './aside/answer-then-ask.ts';
import { asksHere, asksInstead, passesBy } from './aside/asks-here.ts';
import { sideQuestion } from './aside/side-question.ts';
import { wished } from './aside/wished.ts';
import { worried } from './aside/worried.ts';
import { askOnceMore } from './ask/once-more.ts';
import { asksCallStill, remarksAtTime } from './change/for-caller.ts';
import { freeLine } from './change/free-line.ts';
import { lineBeside } from './change/line-beside.ts';
import { otherLine, putsRight } from './change/other-line.ts';
import { ownLine } from './change/own-line.ts';
import { putsBack } from './change/puts-back.ts';
import { rightedBeside } from './change/righted-beside.ts';
import { severalLines } from './change/several-lines.ts';
import { swapped } from './change/swapped.ts';
import { wordsDropped } from './change/words-dropped.ts';
import { sendWithRemark } from './end/send-remark.ts';
import { stops } from './end/stops.ts';
import { ask, askStill, onward } from './go-on.ts';
import { asksBack } from './read/asks-back.ts';
import { countInstead } from './read/count-instead.ts';
import { meant } from './read/meant.ts';
import { lineToChange, saysUnsure } from './read/typed.ts';
import { wishIn } from './read/wishes.ts';
import { skipStep } from './steer.ts';
import { isDone, stepsOf } from './steps.ts';

/** One way of taking what is said while the form is open: `undefined` leaves it to the next. */
type FormWay = (context: Context, flow: RegisterFlow) => Draft | undefined;

const ways: readonly FormWay[] = [
  typed(putsBack),
  typed(countsAnew),
  typed(joins),
  wished,
  typed(severalLines),
  typed(wordsDropped),
  typed(swapped),
  typed(worried),
  typed(ownLine),
  typed(reopens),
  typed(stops),
  typed(asksCallStill),
  typed(putRight),
  typed(sendWithRemark),
  typed(freeLine),
  saidBefore,
  typed(lineBeside),
  typed(rightedBeside),
  typed(leavesOpen),
  choosesPlace,
  typed(remarksAtTime),
  typed(asksAside),
  answers,
  comesBack,
  passes,
  oldButton,
  changesOther,
  typed(timeApart),
  typed(tellsStory),
  askOnceMore,
];

export function insideRegister(heardAs: Context): Draft | undefined {
  const { flow } = heardAs.state;
  if (flow?.flow !== 'register') return undefined;
  const context = meant(heardAs, flow.step);
  const { heard } = context;
  if (heard.kind === 'choice' && /^(?:card|quote|no|lead):/.test(heard.id)) return undefined;
  for (const way of ways) {
    const draft = way(context, flow);
    if (draft) return keepingBefore(flow, draft);
  }
  return undefined;
}

/** What stood there before a line was changed where the whole form is shown; a name or number that was taken out goes for good. */
function keepingBefore(before: RegisterFlow, draft: Draft): Draft {
  const { flow } = draft.state;
  const shown = before.step === 'summary' || before.step === 'edit-which' || before.editing;
  if (flow?.flow !== 'register' || flow.step !== 'summary' || !shown) return draft;
  const same = (other: RegisterFlow['draft'] | undefined): boolean =>
    JSON.stringify(flow.draft) === JSON.stringify(other);
  if (same(before.draft)) return draft;
  const { phone, name } = before.draft;
  const gone = (phone && !flow.draft.phone) || (name && !flow.draft.name);
  const was = same(before.was) || gone ? undefined : before.draft;
  return { ...draft, state: { ...draft.state, flow: { ...flow, was } } };
}

/** "5 à 6": the number before is put right, and the rest answers the step. */
function countsAnew(context: Typed, flow: RegisterFlow): Draft | undefined {
  const { heard, state, world } = context;
  const count = countInstead(heard.text, flow);
  if (!count) return undefined;
  const { counted, rest } = count;
  const on: RegisterFlow = { ...flow, draft: { ...flow.draft, ...counted } };
  const told = line(say(world.knowledge.wording, 'line_changed', { lines: sayMembers(counted) ?? '' }));
  const next: Context = { ...context, state: { ...state, flow: on }, heard: { ...heard, text: rest } };
  const answered = syllables(rest).length > 1 ? insideRegister(next) : undefined;
  return answered ? saying(told, answered) : askStill(context, on, [told]);
}

/** "Sửa tên", whatever is asked: the line that was filled in already is asked once more, then the form goes on. */
function reopens(context: Typed, flow: RegisterFlow): Draft | undefined {
  const step = lineToChange(context.heard.text);
  const filled = step && stepsOf(flow.kind).includes(step) && isDone[step](flow);
  if (!step || !filled || step === flow.step || step === 'note') return undefined;
  return ask(context, { ...flow, step, editing: onward(flow).step === 'summary', tries: 0 }, []);
}

/** "Tôi muốn vào chứ không lập": the form is none of theirs; behind consent it is for whoever calls. */
function joins(context: Typed, flow: RegisterFlow): Draft | undefined {
  return flow.kind === 'group' && flow.consent === undefined && refusesFounding(context.heard.text)
    ? joinsOnly(context)
    : undefined;
}

function putRight(context: Typed, flow: RegisterFlow): Draft | undefined {
  return putsRight(context.heard.text) ? otherLine(context, flow) : undefined;
}

function leavesOpen(context: Typed): Draft | undefined {
  return saysUnsure(context.heard.text) ? skipStep(context) : undefined;
}

/** "Nơi này chứ có phải nơi kia đâu" asks nothing where places are offered. */
function choosesPlace(context: Context, flow: RegisterFlow): Draft | undefined {
  return chosenPlace(context, flow) && takeStep(context, flow);
}

function asksAside(context: Typed, flow: RegisterFlow): Draft | undefined {
  const { heard } = context;
  const refuses = flow.step === 'consent' && wishIn(heard.text) === 'refuse';
  const asks = !refuses && asksHere(context, flow);
  const answered =
    answerThenAsk(context, flow, asks) ?? (asks ? sideQuestion(context, heard.text) : undefined);
  if (answered || !asks || !asksInstead(heard.text)) return answered;
  return askStill(context, flow, [line(say(context.world.knowledge.wording, 'question_later'))]);
}

function answers(context: Context, flow: RegisterFlow): Draft | undefined {
  return passesBy(context) ? undefined : takeStep(context, flow);
}

/** After half a day the form is brought back to mind first. */
function comesBack(context: Context, flow: RegisterFlow): Draft | undefined {
  const { state, world } = context;
  const waited = state.lastAt ? (world.now.getTime() - Date.parse(state.lastAt)) / 3_600_000 : 0;
  return waited > hoursUntilReminded
    ? ask(context, flow, [line(say(world.knowledge.wording, 'resume_days'))])
    : undefined;
}
const hoursUntilReminded = 12;

function passes(context: Context, flow: RegisterFlow): Draft | undefined {
  const back = line(say(context.world.knowledge.wording, 'back_to_form'));
  return passesBy(context) ? askStill(context, flow, [back]) : undefined;
}

function oldButton(context: Context, flow: RegisterFlow): Draft | undefined {
  const { heard, state, world } = context;
  if (heard.kind !== 'choice' || state.offered.some((c) => c.id === heard.id)) return undefined;
  return ask(context, flow, [line(say(world.knowledge.wording, 'old_button'))]);
}

function changesOther(context: Context, flow: RegisterFlow): Draft | undefined {
  const { heard } = context;
  return heard.kind === 'text' && asksBack(heard.text) ? undefined : otherLine(context, flow);
}

/** "Nhà tôi vừa bị …": a sentence that answers no step may still surely mean one thing; how old somebody is asks whether they may join. */
function tellsStory(context: Typed): Draft | undefined {
  const { heard } = context;
  if (tellsAge(heard.text)) return sideQuestion(context, heard.text);
  const said = syllables(heard.text);
  return said.length >= shortestStory && !lacksLine.test(said.join(' '))
    ? sideQuestion(context, heard.text, { tells: true })
    : undefined;
}
const shortestStory = 5;
/** "Tôi không nhớ số điện thoại" is about the line asked for. */
const lacksLine = /\b(?:khong|ko|k|kg|chua) (?:nho|co|thuoc|biet) (?:so|dien thoai|ten)\b/;
