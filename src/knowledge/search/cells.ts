// Gives a number to each feature with each entry that it meets among the examples, feature by feature, so that a feature's weights lie side by side.

export type Meeting = { rows: Int32Array; candidates: Int32Array };
export type Cells = {
  /** Where each feature's numbers begin; one more for the end. */
  starts: Int32Array;
  /** The entry of each number. */
  entries: Int32Array;
  /** For each example the numbers of its features with its candidates, feature by feature. */
  of: Int32Array[];
};

/** `rows` counts all features, `entries` all entries. */
export function cellsOf(examples: readonly Meeting[], rows: number, entries: number): Cells {
  const of = examples.map((e) => new Int32Array(e.rows.length * e.candidates.length));
  const { begins, example, place } = placesOf(examples, rows);
  const starts = new Int32Array(rows + 1);
  const numbers = new Int32Array(entries);
  const metIn = new Int32Array(entries).fill(-1);
  let met = new Int32Array(1 << 16);
  let next = 0;
  for (let row = 0; row < rows; row++) {
    starts[row] = next;
    if (met.length < next + entries) met = longer(met, next + entries);
    for (let i = begins[row] as number; i < (begins[row + 1] as number); i++) {
      const at = example[i] as number;
      const { candidates } = examples[at] as Meeting;
      const own = of[at] as Int32Array;
      const from = (place[i] as number) * candidates.length;
      for (let c = 0; c < candidates.length; c++) {
        const entry = candidates[c] as number;
        if (metIn[entry] !== row) {
          metIn[entry] = row;
          numbers[entry] = next;
          met[next++] = entry;
        }
        own[from + c] = numbers[entry] as number;
      }
    }
  }
  starts[rows] = next;
  return { starts, entries: met.slice(0, next), of };
}

/** For each feature the examples that have it, and its place there. */
function placesOf(
  examples: readonly Meeting[],
  rows: number,
): { begins: Int32Array; example: Int32Array; place: Int32Array } {
  const begins = new Int32Array(rows + 1);
  for (const e of examples) for (const row of e.rows) begins[row + 1] = (begins[row + 1] as number) + 1;
  for (let row = 0; row < rows; row++)
    begins[row + 1] = (begins[row + 1] as number) + (begins[row] as number);
  const example = new Int32Array(begins[rows] as number);
  const place = new Int32Array(begins[rows] as number);
  const next = begins.slice();
  examples.forEach((e, at) => {
    for (let k = 0; k < e.rows.length; k++) {
      const row = e.rows[k] as number;
      const i = next[row] as number;
      next[row] = i + 1;
      example[i] = at;
      place[i] = k;
    }
  });
  return { begins, example, place };
}

function longer(row: Int32Array<ArrayBuffer>, least: number): Int32Array<ArrayBuffer> {
  const more = new Int32Array(Math.max(least, row.length * 2));
  more.set(row);
  return more;
}
