// Facts about the operator that staff fill in, read again every few seconds for the pure conversation.
import type { Operator } from './conversation/world.ts';
import type { Database } from './database/open.ts';

export const operatorKeys = ['name', 'office', 'phone', 'hours', 'responsible'] as const;
const unnamed = 'đơn vị quản lý dịch vụ này';

export async function readOperator(db: Database): Promise<Operator & { missing: string[] }> {
  const rows = await db.selectFrom('operator').select(['key', 'value']).execute();
  const values = new Map(rows.filter((r) => r.value.trim() !== '').map((r) => [r.key, r.value]));
  const part = (key: 'office' | 'phone' | 'hours') => (values.has(key) ? { [key]: values.get(key) } : {});
  return {
    name: values.get('name') ?? unnamed,
    ...part('office'),
    ...part('phone'),
    ...part('hours'),
    missing: operatorKeys.filter((k) => !values.has(k)),
  };
}
