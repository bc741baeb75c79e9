// A table from pairs of whole numbers to whole numbers, for what is looked up a hundred times a message: features, pairs of words, phrases word by word.

/** Keys are any two 32-bit integers; values are 0 or more. */
export class PairMap {
  size = 0;
  #mask: number;
  #left: Int32Array;
  #right: Int32Array;
  /** The value and one; 0 where nothing is kept. */
  #values: Int32Array;

  constructor(atFirst = 1024) {
    const room = 1 << Math.ceil(Math.log2(Math.max(16, atFirst * 2)));
    this.#mask = room - 1;
    this.#left = new Int32Array(room);
    this.#right = new Int32Array(room);
    this.#values = new Int32Array(room);
  }

  /** The value of a pair, -1 where there is none. */
  get(left: number, right: number): number {
    return (this.#values[this.#find(left | 0, right | 0)] as number) - 1;
  }

  /** The value of a pair; a new pair gets the next number. */
  number(left: number, right: number): number {
    if (this.size * 2 >= this.#mask) this.#grow();
    const at = this.#find(left | 0, right | 0);
    const value = this.#values[at] as number;
    if (value > 0) return value - 1;
    this.#left[at] = left;
    this.#right[at] = right;
    this.#values[at] = this.size + 1;
    return this.size++;
  }

  /** Where a pair is kept, or the empty place where it would be. */
  #find(left: number, right: number): number {
    const mask = this.#mask;
    let at = place(left, right) & mask;
    while (this.#values[at] !== 0 && (this.#left[at] !== left || this.#right[at] !== right))
      at = (at + 1) & mask;
    return at;
  }

  #grow(): void {
    const before = { left: this.#left, right: this.#right, values: this.#values };
    const room = (this.#mask + 1) * 2;
    this.#mask = room - 1;
    this.#left = new Int32Array(room);
    this.#right = new Int32Array(room);
    this.#values = new Int32Array(room);
    before.values.forEach((value, at) => {
      if (value === 0) return;
      const now = this.#find(before.left[at] as number, before.right[at] as number);
      this.#left[now] = before.left[at] as number;
      this.#right[now] = before.right[at] as number;
      this.#values[now] = value;
    });
  }
}

function place(left: number, right: number): number {
  const mixed = Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b);
  return Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) >>> 7;
}
