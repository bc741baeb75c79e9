// Facts about the operator that staff fill in, read again every few seconds for the pure conversation.
import type { Operator } from './conversation/world.ts';
import type { Database } from './database/open.ts';
import { readFacts } from './staff/store/operator.ts';
import { factKeys } from './staff/unit-facts.ts';

const unnamed = 'đơn vị quản lý dịch vụ này';

export async function readOperator(db: Database): Promise<Operator & { missing: string[] }> {
  const facts = await readFacts(db);
  const part = (key: 'office' | 'phone' | 'hours') => (facts.has(key) ? { [key]: facts.get(key) } : {});
  return {
    name: facts.get('name') ?? unnamed,
    ...part('office'),
    ...part('phone'),
    ...part('hours'),
    missing: factKeys.filter((k) => !facts.has(k)),
  };
}
