// The list of leads in an address: what is searched and filtered, carried from the list to a lead and back.
import { z } from 'zod';
import { lastCallBack } from '../leads/call-back.ts';
import { leadStates } from '../leads/lead.ts';
import type { LeadFilter } from '../leads/store/list.ts';
import { pageOf } from './pages/paging.ts';
import type { Account } from './store/accounts.ts';

const word = z.string().trim().max(80).optional().catch(undefined);
export const LeadQuery = z.object({
  q: word,
  status: z.enum(leadStates).optional().catch(undefined),
  place: word,
  form: word,
  kind: word,
  product: word,
  assigned: word,
  call: z.enum(['due', 'set']).optional().catch(undefined),
  page: pageOf,
});
export type LeadQuery = z.infer<typeof LeadQuery>;

/** Whoever may not see names and numbers may not ask whether one is there either. */
export function filterOf(query: LeadQuery, account: Pick<Account, 'id' | 'role'>, today: string): LeadFilter {
  const { q, page: _, assigned, call, ...equal } = query;
  return {
    ...equal,
    ...(q ? { [account.role === 'viewer' ? 'code' : 'search']: q } : {}),
    ...(assigned ? { assigned: assigned === 'me' ? account.id : assigned } : {}),
    ...(call ? { callBackBy: call === 'due' ? today : lastCallBack(today) } : {}),
  };
}

export const isFiltered = ({ page: _, ...words }: LeadQuery): boolean => Object.values(words).some(Boolean);

/** The query as an address ends with it, "?" and all; changes to the filter begin at the first page. */
export function addressEnd(query: LeadQuery, change: Partial<LeadQuery> = {}): string {
  const pairs = Object.entries({ ...query, page: 1, ...change }).flatMap(([key, value]) =>
    !value || (key === 'page' && value === 1) ? [] : [[key, String(value)]],
  );
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : '';
}

/** The same place in the list. */
export const sameList = (query: LeadQuery): string => addressEnd(query, { page: query.page });
