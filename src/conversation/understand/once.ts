// Keeps what is made from the knowledge alone, so that a message only looks it up.
import type { Knowledge } from '../../knowledge/knowledge.ts';

/** `make`, called once for each knowledge; what it made goes when that knowledge goes. */
export function onceFor<T>(make: (knowledge: Knowledge) => T): (knowledge: Knowledge) => T {
  const made = new WeakMap<Knowledge, { value: T }>();
  return (knowledge) => {
    const ready = made.get(knowledge) ?? { value: make(knowledge) };
    made.set(knowledge, ready);
    return ready.value;
  };
}
