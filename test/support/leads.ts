// A lead put straight into the store, for what no talk would let through or no test wants to talk for.
import { randomUUID } from 'node:crypto';
import type { LeadDetails } from '../../src/leads/lead.ts';
import { addLeads } from '../../src/leads/store/write.ts';
import type { TestApp } from './app.ts';

let count = 0;
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const newCode = (): string => {
  const n = ++count;
  return `HTX-K7${[n / 961, n / 31, n].map((i) => letters[Math.floor(i) % 31]).join('')}`;
};

/** Returns its id. */
export async function addLead(
  app: TestApp,
  details: Partial<LeadDetails>,
  at = '2026-11-23T02:00:00Z',
  consentAt = at,
): Promise<string> {
  const id = randomUUID();
  const lead = {
    id,
    code: newCode(),
    identityId: randomUUID(),
    conversationId: randomUUID(),
    details: { kind: 'group', form: 'tht', ...details } as const,
    consent: { at: consentAt, channel: 'web', messageId: 'm', version: 'v1' },
  };
  await addLeads(app.db, app.vault, [lead], new Date(at));
  return id;
}
