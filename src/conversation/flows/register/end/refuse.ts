// "Không đồng ý": the form is thrown away with whatever it held.
import { say } from '../../../../knowledge/wording.ts';
import { type Context, type Draft, line, reply } from '../../../context.ts';
import { menuReply } from '../../../replies/menu.ts';

export const refuseConsent = ({ state, world }: Context): Draft => ({
  state: { ...state, flow: undefined },
  replies: [reply([line(say(world.knowledge.wording, 'consent_refused'))], menuReply(world).choices)],
  outcome: 'action',
});
