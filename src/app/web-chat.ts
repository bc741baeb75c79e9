// The web chat with what it shows: the stored talk, examples to tap, and on the privacy page who runs the service.
import type { Hono } from 'hono';
import { webAddress } from '../channel/web/address.ts';
import { webRoutes } from '../channel/web/routes.ts';
import { consentText } from '../conversation/flows/register/ask/step.ts';
import type { Handle } from '../conversation/handle/index.ts';
import { talkAwaits, talkShown, talkVersion } from '../conversation/store/talk-shown.ts';
import { keepMonths } from '../conversation/world.ts';
import type { Database } from '../database/open.ts';
import type { Vault } from '../database/vault.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { LiveOperator } from './operator.ts';

type WebChatDeps = {
  db: Database;
  vault: Vault;
  knowledge: Knowledge;
  operator: LiveOperator;
  receive: Handle['receive'];
  publicUrl: string;
  clock: () => Date;
};

const mostTurns = 60;

export function webChat({ db, vault, knowledge, operator, receive, publicUrl, clock }: WebChatDeps): Hono {
  const who = (cookie: string) => ({ channel: 'web' as const, address: webAddress(vault, cookie) });
  return webRoutes({
    receive: (inbound) => receive({ ...inbound, address: webAddress(vault, inbound.address) }),
    talk: (cookie) => talkShown(db, vault, who(cookie), mostTurns),
    awaits: (cookie) => talkAwaits(db, who(cookie), clock()),
    version: (cookie) => talkVersion(db, who(cookie)),
    examples: knowledge.words.examples,
    privacy: async () => {
      const { name, phone, office } = operator.now();
      return {
        operator: name,
        contact: phone ?? office,
        talkMonths: keepMonths.talk,
        leadMonths: keepMonths.lead,
        consent: consentText({ knowledge, operator: operator.now() }),
      };
    },
    publicUrl,
    clock,
  });
}
