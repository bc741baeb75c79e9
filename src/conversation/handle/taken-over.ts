// A talk that a member of staff has taken over: the person is told once, a word gives it back to the bot, their own data and distress are always answered, the rest waits for staff.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { say } from '../../knowledge/wording.ts';
import { plainWords } from '../../language/fold.ts';
import { findPhone } from '../../language/phones.ts';
import { type Draft, line, reply, saying } from '../context.ts';
import { urgentIn } from '../distress/urgent.ts';
import { eraseWord } from '../flows/my-data/erase-word.ts';
import { presentStep } from '../flows/register/present-step.ts';
import { personal } from '../flows/register/steps.ts';
import type { Choice, Reply, Said } from '../message.ts';
import { menuReply } from '../replies/menu.ts';
import type { State } from '../state.ts';
import { hiddenNumber, ownOf, saidWithoutOwn, shownWithoutOwn } from '../turn/without-own.ts';
import { chosenAmong } from '../understand/choice.ts';
import { exactCommand, likelyCommand } from '../understand/commands.ts';
import type { Responded, Turn, World } from '../world.ts';

export type Taken = {
  /** Until when staff have the talk. */
  until: string;
  said: Said;
  state: State;
  world: World;
  /** Whether the channel shows choices as buttons, or as numbered words. */
  buttons: boolean;
  /** What the bot would answer. */
  answer: () => Responded;
};

/** `givesBack`: from this message on the bot answers again. */
export type WhileTaken = { turn: Responded; givesBack: boolean };

export function whileTaken(taken: Taken): WhileTaken {
  if (goesOn(taken)) return { turn: givenBack(taken, 'person'), givesBack: true };
  return { turn: isTheirs(taken) ? withoutDeadEnds(taken) : toStaff(taken), givesBack: false };
}

const wasTold = ({ state, until }: Taken): boolean => state.taken?.until === until;
const goOn = 'talk:bot';
const goOnChoice = (knowledge: Knowledge): Choice => ({
  id: goOn,
  label: say(knowledge.wording, 'label_go_on'),
});

/** Tapped, or its words; where there are no buttons also the number before it, right behind the notice. */
function goesOn({ said, state, world, buttons }: Taken): boolean {
  if (said.kind === 'choose') return said.id === goOn;
  if (said.kind !== 'text') return false;
  if (plainWords(said.text).replace(politeEnd, '') === plainWords(goOnChoice(world.knowledge).label))
    return true;
  const onTheTable = state.offered.filter((c) => c.id === goOn);
  return !buttons && chosenAmong(said.text, onTheTable, false) !== undefined;
}
const politeEnd = /(?: (?:di|nhe|nha|a|ad))+$/;

/** Their own data, to stop, distress: nobody stands between a person and these. A picture is read by nobody, and that is said. */
function isTheirs({ said, state, world }: Taken): boolean {
  const begun = state.taken?.ownData === true;
  switch (said.kind) {
    case 'choose':
      return begun || rights.test(said.id) || (said.id === 'do:edit' && state.flow?.flow === 'my-data');
    case 'contact':
      return begun;
    case 'text':
      return (
        urgentIn(world.knowledge, said.text) !== undefined ||
        asksForRights(world.knowledge, said.text) ||
        (begun && goesOnWithOwnData(state, said.text))
      );
    default:
      return said.kind === 'unsupported';
  }
}
const rights = /^(?:data:|do:(?:my-data|erase|stop)$)/;

function asksForRights(knowledge: Knowledge, text: string): boolean {
  const exact = exactCommand(knowledge, text);
  const command = exact ?? likelyCommand(knowledge, text);
  return command === 'my-data' || command === 'erase' || exact === 'stop';
}

/** Changing one's own lead takes any words; erasing and keeping only their own, or a plain yes or no. */
const goesOnWithOwnData = (state: State, text: string): boolean =>
  state.flow?.flow === 'register' ||
  chosenAmong(text, state.offered, false) !== undefined ||
  (state.flow?.flow === 'my-data' && state.flow.step !== 'show' && eraseWord(text) !== undefined);

/** Buttons that would only meet the notice give way to the one that works, unless something of their own was begun. */
function withoutDeadEnds(taken: Taken): Responded {
  const turn = taken.answer();
  if ('needs' in turn) return turn;
  const { flow } = turn.state;
  const ownData = flow?.flow === 'my-data' || (flow?.flow === 'register' && flow.updates !== undefined);
  const erased = turn.happened.some((h) => h.kind === 'erase-me');
  const state = {
    ...turn.state,
    taken: { until: wasTold(taken) && !erased ? taken.until : '', ownData },
  };
  if (ownData) return { ...turn, state };
  const working = (replies: readonly Reply[]): Reply[] =>
    replies.map((r) => {
      const ofTheirs = r.choices.filter((c) => rights.test(c.id));
      return r.choices.length === 0 ? r : { ...r, choices: [...ofTheirs, goOnChoice(taken.world.knowledge)] };
    });
  const replies = working(turn.replies);
  return {
    ...turn,
    state: { ...state, offered: [...(replies.at(-1)?.choices ?? [])] },
    replies,
    kept: { ...turn.kept, replies: working(turn.kept.replies) },
  };
}

/**
 * Told once; again only for a button or a word that asks the bot for something, which would else meet silence. Of a number
 * that it is hidden from staff: whoever left it would wait for a call.
 */
function toStaff(taken: Taken): Turn {
  const { said, state, until, world } = taken;
  const { knowledge } = world;
  const forBot = said.kind !== 'text' || exactCommand(knowledge, said.text) !== undefined;
  const choice = goOnChoice(knowledge);
  const { label } = choice;
  const leavesNumber =
    said.kind === 'contact' || (said.kind === 'text' && findPhone(said.text) !== undefined);
  const keys = [
    ...(!wasTold(taken) || (forBot && !leavesNumber) ? (['talk_taken'] as const) : []),
    ...(leavesNumber ? (['talk_taken_number'] as const) : []),
  ];
  const notices = keys.map((key) => line(say(knowledge.wording, key, { label })));
  const replies = notices.length > 0 ? [reply(notices, [choice])] : [];
  return {
    state: {
      ...state,
      offered: [...(replies.at(-1)?.choices ?? [])],
      taken: { until, ownData: false },
    },
    replies,
    outcome: 'handover',
    happened: [],
    kept: { said: keptOf(taken), replies, cards: [] },
  };
}

/** Before they were told it may be the name that the form asked for. */
function keptOf(taken: Taken): string {
  const { said, state, world } = taken;
  const step = state.flow?.flow === 'register' ? state.flow.step : undefined;
  if (said.kind === 'text')
    return (
      (wasTold(taken) ? undefined : step && personal[step]) ??
      saidWithoutOwn(said.text, ownOf({ state, world }, state))
    );
  if (said.kind === 'contact') return hiddenNumber;
  return said.kind === 'choose' ? (state.offered.find((c) => c.id === said.id)?.label ?? '') : '';
}

/** An open form goes on where it stood. */
export function givenBack({ state, world }: Pick<Taken, 'state' | 'world'>, by: 'person' | 'staff'): Turn {
  const { wording } = world.knowledge;
  const context = { state: { ...state, taken: undefined }, heard: { kind: 'empty' as const }, world };
  const back = line(say(wording, by === 'person' ? 'talk_given_back' : 'talk_returned'));
  const resumed: Draft = presentStep(context, 'resume') ?? {
    state: context.state,
    replies: [menuReply(world)],
    outcome: 'action',
  };
  const { state: next, replies } = saying(back, resumed);
  return {
    state: { ...next, offered: [...(replies.at(-1)?.choices ?? [])] },
    replies,
    outcome: 'action',
    happened: [],
    kept: {
      said: by === 'person' ? say(wording, 'label_go_on') : null,
      replies: shownWithoutOwn(replies, ownOf(context, next)),
      cards: [],
    },
  };
}
