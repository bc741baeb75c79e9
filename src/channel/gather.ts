// Gathers what is asked for within a moment and does it once for all: a burst of small writes shares one commit.

/** The returned function settles as `run` did for everything gathered with its item. */
export function gather<T>(
  ms: number,
  run: (items: readonly T[]) => Promise<void>,
): (item: T) => Promise<void> {
  let open: { items: T[]; done: Promise<void> } | undefined;
  return (item) => {
    if (!open) {
      const items: T[] = [];
      const moment = new Promise<void>((over) => setTimeout(over, ms));
      const done = moment.then(() => {
        open = undefined;
        return run(items);
      });
      open = { items, done };
    }
    open.items.push(item);
    return open.done;
  };
}
