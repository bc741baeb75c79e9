// What is counted, in the Prometheus text format at /metrics: no ids, no words of anyone.
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Channel } from './conversation/message.ts';
import type { Database } from './database/open.ts';

/** What waits in a pulled channel waits to be looked at, not to be sent: it is not counted as pending. */
export function makeMetrics(db: Database, pulled: readonly Channel[]) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const turns = new Counter({
    name: 'hoihtx_turns_total',
    help: 'Turns by channel and outcome',
    labelNames: ['channel', 'outcome'],
    registers: [registry],
  });
  const sent = new Counter({
    name: 'hoihtx_sent_total',
    help: 'Attempts to send by channel and result',
    labelNames: ['channel', 'result'],
    registers: [registry],
  });
  const leads = new Counter({ name: 'hoihtx_leads_total', help: 'Leads recorded', registers: [registry] });
  new Gauge({
    name: 'hoihtx_outbox_pending',
    help: 'Messages waiting to be sent, by channel',
    labelNames: ['channel'],
    registers: [registry],
    async collect() {
      this.reset();
      const rows = await db
        .selectFrom('outbox')
        .select(['channel', (e) => e.fn.countAll<number>().as('n')])
        .where('status', '=', 'pending')
        .where('channel', 'not in', pulled)
        .groupBy('channel')
        .execute();
      for (const row of rows) this.set({ channel: row.channel }, Number(row.n));
    },
  });
  return { registry, turns, sent, leads };
}
