// Numbers and orders that look random and are the same every time. What is drawn for a text comes from the text itself, so that another text more or less changes nothing about it.

export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

export function shuffle(list: number[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const held = list[i] as number;
    list[i] = list[j] as number;
    list[j] = held;
  }
}

/** A number for a text: the same text, the same number (FNV-1a over its UTF-16 units). */
export function keyOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Draws for a key, others in each `pass`. */
export const drawsFor = (key: number, pass: number): (() => number) => seeded(mixed(key, pass));

/** The places of `keys` in an order that is another in each `pass`; two keys keep theirs whatever else is among them. */
export function orderOf(keys: readonly number[], pass: number): Int32Array {
  const drawn = Float64Array.from(keys, (key) => mixed(key, pass));
  return Int32Array.from(keys.keys()).sort((a, b) => (drawn[a] as number) - (drawn[b] as number) || a - b);
}

/** Every bit of both counts for every bit of the result (the finishing steps of MurmurHash3). */
function mixed(key: number, pass: number): number {
  let hash = key ^ Math.imul(pass + 1, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
