// Staff give a talk back: the bot has it again and tells the person so, in one transaction, with the menu or the form they were at.
import { ownLeads } from '../../leads/store/own.ts';
import { freshState } from '../state.ts';
import type { By } from '../store/gaps-settled.ts';
import { holdPerson } from '../store/people.ts';
import { goOnWithBot } from '../store/taken-over.ts';
import { type BatchDeps, readState } from './batch.ts';
import { returnToBot } from './turns.ts';
import { writeBatch } from './write.ts';

/** False when there is no such talk. Who gives back what nobody has any more tells the person nothing. */
export async function giveBack(deps: BatchDeps, conversationId: string, by: By): Promise<boolean> {
  return deps.db.transaction().execute(async (trx) => {
    const held = await holdPerson(trx, conversationId);
    if (!held) return false;
    const { person, seenAt, blocked } = held;
    await goOnWithBot(trx, conversationId, by.accountId, by.now);
    const taken = person.staffUntil !== null && person.staffUntil > by.now.toISOString();
    const freeMs = deps.limits[person.channel].window?.freeMs ?? Number.POSITIVE_INFINITY;
    // A courtesy: not worth a fee, nor a message that cannot go out.
    if (!taken || blocked || by.now.getTime() - Date.parse(seenAt) > freeMs) return true;
    const stored = person.stateSealed === null ? undefined : readState(deps.vault, person.stateSealed);
    const state = stored === undefined || stored === 'unreadable' ? freshState : stored;
    const leads = (await ownLeads(trx, deps.vault, [person.identityId])).get(person.identityId) ?? [];
    await writeBatch(trx, deps.vault, returnToBot({ person, state, leads, now: by.now }, deps), by.now);
    return true;
  });
}
