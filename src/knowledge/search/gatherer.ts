// Counts the features of one text without a map: where each was last seen is kept in one row for all texts.

/** The distinct features of one text that are known, how often each stands there, and how many unknown ones it has. */
export type Bag = { ids: number[]; counts: number[]; unknown: { words: number; pairs: number } };

export class Gatherer {
  #seen = new Int32Array(1024);
  #at = new Int32Array(1024);
  #round = 1;
  #ids: number[] = [];
  #counts: number[] = [];

  add(id: number): void {
    if (id >= this.#seen.length) this.#grow(id);
    if (this.#seen[id] === this.#round) {
      const at = this.#at[id] as number;
      this.#counts[at] = (this.#counts[at] as number) + 1;
      return;
    }
    this.#seen[id] = this.#round;
    this.#at[id] = this.#ids.length;
    this.#ids.push(id);
    this.#counts.push(1);
  }

  take(unknown: Bag['unknown']): Bag {
    const bag = { ids: this.#ids, counts: this.#counts, unknown };
    this.#ids = [];
    this.#counts = [];
    this.#round++;
    return bag;
  }

  #grow(id: number): void {
    const room = Math.max(id + 1, this.#seen.length * 2);
    const seen = new Int32Array(room);
    seen.set(this.#seen);
    const at = new Int32Array(room);
    at.set(this.#at);
    this.#seen = seen;
    this.#at = at;
  }
}
