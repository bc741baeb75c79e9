// Who runs the service, as staff filled it in: read again every few seconds, so that the pure conversation says what is so now.
import { type Operator, unnamedOperator } from '../conversation/world.ts';
import type { Database } from '../database/open.ts';
import { readFacts } from '../staff/store/operator.ts';
import { type FactKey, factKeys } from '../staff/unit-facts.ts';

const readEvery = 5_000;

export type LiveOperator = {
  now: () => Operator;
  /** Facts nobody filled in yet. */
  missing: () => readonly FactKey[];
  start: () => void;
  stop: () => void;
};

export async function liveOperator(db: Database): Promise<LiveOperator> {
  let facts: ReadonlyMap<string, string> = await readFacts(db);
  let timer: NodeJS.Timeout | undefined;
  const part = (key: 'office' | 'phone' | 'hours') => (facts.has(key) ? { [key]: facts.get(key) } : {});
  const readAgain = async (): Promise<void> => {
    facts = await readFacts(db).catch(() => facts);
  };
  return {
    now: () => ({
      name: facts.get('name') ?? unnamedOperator,
      ...part('office'),
      ...part('phone'),
      ...part('hours'),
    }),
    missing: () => factKeys.filter((key) => !facts.has(key)),
    start() {
      timer = setInterval(() => void readAgain(), readEvery);
    },
    stop: () => clearInterval(timer),
  };
}
