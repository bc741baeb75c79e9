// Small talk, what is off the topic, and English: fixed words and the right door, no card of law.
import { answerWith } from '../../knowledge/answer.ts';
import type { Talk } from '../../knowledge/schema.ts';
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

/** Small talk, what is off the topic; a talk entry that asks for something done is done. */
export function talk(context: Context, entry: Talk): Draft {
  const { state, world } = context;
  if (entry.does) return runCommand(context, entry.does);
  const blocks = linesOf(world, entry);
  if (entry.outcome === 'handover') {
    const draft = startCallback(context);
    const [first, ...rest] = draft.replies;
    return {
      ...draft,
      replies: first ? [{ ...first, blocks: [...blocks, ...first.blocks] }, ...rest] : draft.replies,
    };
  }
  const choices =
    entry.outcome === 'small_talk' || entry.outcome === 'off_topic'
      ? menuReply(world).choices
      : [staffChoice(world.knowledge)];
  return { state, replies: [reply(blocks, choices)], outcome: entry.outcome };
}

/** What an entry says, with who runs the service and how long things are kept put in. */
export const linesOf = (world: World, entry: Talk): Block[] =>
  entry.say.map((text) =>
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
