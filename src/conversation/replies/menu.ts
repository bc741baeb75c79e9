// The menu, the welcome and the notice that this is an automatic service.
import { say } from '../../knowledge/wording.ts';
import { line, reply } from '../context.ts';
import type { Block, Choice, Reply } from '../message.ts';
import { keepMonths, type World } from '../world.ts';
import { registerChoice, staffChoice } from './choices.ts';

const menuChoices = ({ knowledge }: World): Choice[] => [
  registerChoice(knowledge),
  staffChoice(knowledge),
  { id: 'do:my-data', label: say(knowledge.wording, 'label_my_data') },
];

/** Said once in a talk: who answers, how long it is kept, where to read more (Law 91/2025/QH15, platform terms). */
export function noticeBlock(world: World): Block {
  const w = world.knowledge.wording;
  const text = say(w, 'notice', {
    operator: world.operator.name,
    months: keepMonths.talk,
    url: world.publicUrl,
  });
  return { kind: 'note', text };
}

export function welcomeReply(world: World): Reply {
  return reply([line(say(world.knowledge.wording, 'welcome'))], menuChoices(world));
}

export function cardGoneReply(world: World): Reply {
  return reply([line(say(world.knowledge.wording, 'card_gone'))], menuChoices(world));
}

export function menuReply(world: World): Reply {
  return reply([line(say(world.knowledge.wording, 'menu'))], menuChoices(world));
}
