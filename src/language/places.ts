// Finds place and trade names in what people type: whole words, marks or not, the longest name first.
import { fold } from './fold.ts';

export type Named = { id: string; names: readonly string[] };
export type NameFound = { id: string; name: string; start: number; end: number };

const bare = (text: string): string =>
  ` ${fold(text)
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()} `;

/** Every name in `text`; where two ids share a name both come back, a shorter name inside a longer one does not. */
export function namesIn(text: string, all: Iterable<Named>): NameFound[] {
  const hay = bare(text);
  const found: NameFound[] = [];
  for (const { id, names } of all) {
    for (const name of names) {
      const needle = bare(name);
      if (needle.trim() === '') continue;
      for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + 1)) {
        found.push({ id, name, start: at, end: at + needle.length });
      }
    }
  }
  const longest = found.filter(
    (f) => !found.some((g) => g.start <= f.start && f.end <= g.end && g.end - g.start > f.end - f.start),
  );
  const seen = new Set<string>();
  return longest.filter((f) => !seen.has(f.id) && seen.add(f.id)).sort((a, b) => a.start - b.start);
}
