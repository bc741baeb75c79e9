// The list of leads as .xlsx and CSV, by the same filter as on the page; each is told in the audit log.
import type { Context } from 'hono';
import { audit } from '../../database/audit.ts';
import { vietnamDay } from '../../language/dates.ts';
import { type LeadRow, listLeads } from '../../leads/store/list.ts';
import type { DeskDeps, DeskEnv, Pages } from '../deps.ts';
import { leadsAsCsv, leadsAsXlsx } from '../export.ts';
import { only } from '../guard.ts';
import { filterOf, LeadQuery } from '../lead-query.ts';
import { listAccounts } from '../store/accounts.ts';

/** The newest so many; the page that leads here says so when there are more. */
export const mostExported = 20_000;

export const leadsFiles: Pages = (app, deps) => {
  app.get('/phieu.xlsx', only('admin', 'staff'), async (c) => {
    const { rows, names } = await exported(c, deps);
    const body = await leadsAsXlsx(rows, deps.knowledge(), names);
    return c.body(new Uint8Array(body), 200, {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': 'attachment; filename="phieu-nguyen-vong.xlsx"',
    });
  });

  app.get('/phieu.csv', only('admin', 'staff'), async (c) => {
    const { rows, names } = await exported(c, deps);
    return c.body(leadsAsCsv(rows, deps.knowledge(), names), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="phieu-nguyen-vong.csv"',
    });
  });
};

/** The rows of the same filter, and a line in the audit log that they left the house. */
async function exported(
  c: Context<DeskEnv>,
  deps: DeskDeps,
): Promise<{ rows: LeadRow[]; names: Map<string, string> }> {
  const { account } = c.get('session');
  const filter = filterOf(LeadQuery.parse(c.req.query()), account, vietnamDay(deps.clock()));
  const rows = await listLeads(deps.db, deps.vault, filter, { limit: mostExported, offset: 0 });
  await audit(deps.db, deps.clock(), {
    actor: account.id,
    action: 'lead.exported',
    subject: 'leads',
    detail: String(rows.length),
  });
  return { rows, names: new Map((await listAccounts(deps.db)).map((a) => [a.id, a.name])) };
}
