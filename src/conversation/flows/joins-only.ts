// "Tôi muốn vào chứ không lập": who only means to join one that there is, is told how to find it; a form to found one is put away.
import { say } from '../../knowledge/wording.ts';
import { type Context, type Draft, line, reply } from '../context.ts';
import { menuReply } from '../replies/menu.ts';

export function joinsOnly({ state, world }: Context): Draft {
  const choices = menuReply(world).choices.filter((c) => c.id !== 'do:register');
  return {
    state: { ...state, flow: undefined, notForming: 'joins' },
    replies: [reply([line(say(world.knowledge.wording, 'joins_only'))], choices)],
    outcome: 'small_talk',
  };
}
