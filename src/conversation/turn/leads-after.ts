// A person's own leads after something happened in a turn: what the next message must already know, before it is read back.
import type { Lead } from '../../leads/lead.ts';
import type { Happened } from '../world.ts';

export function leadsAfter(leads: readonly Lead[], event: Happened, at: string): readonly Lead[] {
  switch (event.kind) {
    case 'lead-created': {
      const { details, id, code } = event;
      return [...leads, { ...details, id, code, status: 'new', createdAt: at, updatedAt: at }];
    }
    case 'lead-updated':
      return leads.map((l) => (l.id === event.id ? { ...l, ...event.details, updatedAt: at } : l));
    case 'erase-me':
      return [];
    default:
      return leads;
  }
}
