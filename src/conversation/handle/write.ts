// Writes what a batch came to: one multi-row statement a table, all in the batch's transaction.
import type { Database } from '../../database/open.ts';
import type { Vault } from '../../database/vault.ts';
import { holdWithGroups } from '../../leads/store/hold.ts';
import { addLeads, changeOwnLead, type NewLead } from '../../leads/store/write.ts';
import { erasePerson } from '../store/erase.ts';
import { addGaps, type NewGap, wantReply } from '../store/gaps.ts';
import { holdGaps } from '../store/hold-gaps.ts';
import { queue } from '../store/outbox.ts';
import { saveTalks } from '../store/people.ts';
import { goOnWithBot } from '../store/taken-over.ts';
import { addTurns } from '../store/turns.ts';
import type { BatchOutput } from './turns.ts';

export async function writeBatch(db: Database, vault: Vault, out: BatchOutput, now: Date): Promise<void> {
  const at = now.toISOString();
  await addTurns(db, out.turns);
  const leads: NewLead[] = [];
  const gaps: NewGap[] = [];
  for (const { person, turnId, event } of out.happened) {
    const who = { identityId: person.identityId, conversationId: person.conversationId };
    if (event.kind === 'lead-created') {
      const { id, code, details, consent, source } = event;
      leads.push({ id, code, details, consent, ...who, ...(source ? { source } : {}) });
    }
    if (event.kind === 'gap') {
      const { id, question, nearest, reason, wantsReply } = event;
      gaps.push({
        id,
        conversationId: person.conversationId,
        turnId,
        at,
        question,
        nearest: nearest[0] ?? null,
        reason,
        wantsReply,
      });
    }
  }
  await addLeads(db, vault, leads, now);
  await addGaps(db, gaps);
  await holdChanged(db, out);
  for (const { person, event } of out.happened) {
    if (event.kind === 'lead-updated')
      await changeOwnLead(db, vault, { ...event, identityId: person.identityId }, now);
    if (event.kind === 'gap-wants-reply') await wantReply(db, event.gapId, person.conversationId);
    if (event.kind === 'erase-me') await erasePerson(db, person, now);
  }
  for (const { conversationId } of out.givenBack) await goOnWithBot(db, conversationId, 'person', now);
  await queue(db, vault, out.messages, at);
  await saveTalks(
    db,
    out.talks.map(({ person, state, lastSeq }) => ({
      conversationId: person.conversationId,
      identityId: person.identityId,
      stateSealed: vault.seal(JSON.stringify(state)),
      lastSeq,
    })),
    at,
  );
}

/** What several people of a batch change is held at once, in the order everybody uses. */
async function holdChanged(db: Database, { happened }: BatchOutput): Promise<void> {
  const leads = happened.flatMap(({ event }) => (event.kind === 'lead-updated' ? [event.id] : []));
  const gaps = happened.flatMap(({ event }) => (event.kind === 'gap-wants-reply' ? [event.gapId] : []));
  if (leads.length > 1) await holdWithGroups(db, leads);
  if (gaps.length > 1) await holdGaps(db, { ids: gaps });
}

/** Erasing must see everything earlier already written: such a batch is handled message by message. */
export function mustRunSingly(out: BatchOutput): boolean {
  return out.happened.some((h) => h.event.kind === 'erase-me') && out.turns.length > 1;
}
