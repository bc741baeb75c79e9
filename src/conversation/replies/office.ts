// The office people may go to or call: only what staff have filled in.
import { say } from '../../knowledge/wording.ts';
import type { World } from '../world.ts';

/** Undefined where nothing is filled in. */
export function officeLine({
  knowledge,
  operator,
}: Pick<World, 'knowledge' | 'operator'>): string | undefined {
  const parts = [operator.office, operator.phone && `điện thoại ${operator.phone}`, operator.hours];
  const office = parts.filter(Boolean).join(', ');
  return office === '' ? undefined : say(knowledge.wording, 'staff_office', { office });
}
