// Takes a few of many, evenly from beginning to end, the first always among them.

export function spread<T>(items: readonly T[], most: number): T[] {
  const every = Math.max(1, items.length / most);
  return items.filter((_, i) => Math.floor(i / every) !== Math.floor((i - 1) / every)).slice(0, most);
}
