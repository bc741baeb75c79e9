// What is counted, in the Prometheus text format at /metrics: no ids, no words of anyone.
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Channel } from '../conversation/message.ts';
import { countPending } from '../conversation/store/unsent.ts';
import type { Database } from '../database/open.ts';

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
      // With the database down what the process counts itself is wanted most.
      const pending = await countPending(db, pulled).catch(() => undefined);
      for (const [channel, n] of pending ?? []) this.set({ channel }, n);
    },
  });
  return { registry, turns, sent, leads };
}
