// What one form of a lead brings, saved together or not at all: the work on the lead, and what is said to its person.
import {
  holdTalk,
  type SaidByStaff,
  type StaffMessage,
  sayAsStaff,
} from '../../conversation/store/say-as-staff.ts';
import type { Database } from '../../database/open.ts';
import type { Vault } from '../../database/vault.ts';
import { type LeadWork, type Worked, workOn } from '../../leads/store/review.ts';

/** `said` is how the message went; the work stays when there is no talk any more to say it in. */
type WorkedAndSaid = { worked: Worked; said?: SaidByStaff };

export function workAndSay(
  db: Database,
  vault: Vault,
  leadId: string,
  { work, message }: { work: LeadWork; message: Omit<StaffMessage, 'leadId'> | undefined },
  by: { actor: string; seen: string; now: Date },
): Promise<WorkedAndSaid> {
  return db.transaction().execute(async (trx) => {
    // The talk before the lead, as an erasure holds them: neither waits for the other.
    if (message) await holdTalk(trx, message.conversationId);
    const worked = await workOn(trx, vault, leadId, work, by);
    if (worked !== 'done' || !message) return { worked };
    const said = await sayAsStaff(trx, vault, { ...message, leadId }, { accountId: by.actor, now: by.now });
    return { worked, said };
  });
}
