// Small talk, what is off the topic, and English: fixed words and the right door, no card of law.
import { answerWith } from '../../knowledge/answer.ts';
import type { Cue } from '../../knowledge/schema/cue.ts';
import { fill, say } from '../../knowledge/wording.ts';
import { isAboutCooperatives } from '../../language/english.ts';
import { fold } from '../../language/fold.ts';
import { type Context, type Draft, line, reply } from '../context.ts';
import { startCallback } from '../flows/call-back.ts';
import { runCommand } from '../flows/commands.ts';
import type { Block } from '../message.ts';
import { staffChoice } from '../replies/choices.ts';
import { menuReply } from '../replies/menu.ts';
import { keepMonths, type World } from '../world.ts';
import { onDay } from './asked-day.ts';

/** Small talk, what is off the topic; a cue that asks for something done is done. */
export function answerCue(context: Context, cue: Cue): Draft {
  const { state, world } = context;
  if (cue.does) return runCommand(context, cue.does);
  const blocks = cueLines(world, cue);
  if (cue.outcome === 'handover') {
    const draft = startCallback(context);
    const [first, ...rest] = draft.replies;
    return {
      ...draft,
      replies: first ? [{ ...first, blocks: [...blocks, ...first.blocks] }, ...rest] : draft.replies,
    };
  }
  const choices =
    cue.outcome === 'small_talk' || cue.outcome === 'off_topic'
      ? menuReply(world).choices
      : [staffChoice(world.knowledge)];
  return { state, replies: [reply(blocks, choices)], outcome: cue.outcome };
}

/** What a cue says, with who runs the service and how long things are kept put in. */
export const cueLines = (world: World, cue: Cue): Block[] =>
  cue.say.map((text) =>
    line(
      fill(text, {
        operator: world.operator.name,
        url: world.publicUrl,
        months: keepMonths.talk,
        lead_months: keepMonths.lead,
      }),
    ),
  );

/** English in the domain gets the two facts most asked for, with their cards; anything else is told politely. */
export function inEnglish(context: Context, message: string): Draft {
  const { knowledge, today } = context.world;
  const about = isAboutCooperatives(fold(message));
  const blocks = [line(say(knowledge.wording, 'english'))];
  const cards = about ? knowledge.words.english_cards.filter((id) => answerWith(knowledge, id, today)) : [];
  return {
    state: { ...context.state, topic: onDay(context.state.topic, today, today) },
    replies: [reply(blocks, [staffChoice(knowledge)])],
    outcome: about ? 'answered' : 'off_topic',
    cards,
  };
}
