// Counts what goes on at once under each of several names, and lets in only what still has a slot under all of them.
export type Slots = {
  /** Undefined when one of the names is full; otherwise how to give the slots back, once. */
  take: (wanted: readonly { name: string; most: number }[]) => (() => void) | undefined;
};

export function makeSlots(): Slots {
  const taken = new Map<string, number>();
  const count = (name: string): number => taken.get(name) ?? 0;
  return {
    take(wanted) {
      if (wanted.some(({ name, most }) => count(name) >= most)) return undefined;
      for (const { name } of wanted) taken.set(name, count(name) + 1);
      let inside = true;
      return () => {
        if (!inside) return;
        inside = false;
        for (const { name } of wanted) {
          if (count(name) > 1) taken.set(name, count(name) - 1);
          else taken.delete(name);
        }
      };
    },
  };
}
