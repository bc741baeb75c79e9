// Whether a figure stands beside what the clause says it of: "vốn từ 2 tỷ" is wrong where the clause has 2 tỷ of turnover and 1 tỷ of capital.

import { fold } from '../../language/fold.ts';
import { type Figure, figuresIn, type Units } from '../figures.ts';
import { onceFor } from '../once.ts';

/** A figure with the words and the other figures around it, nearer ones weighing more; `all` are the figures of its text. */
export type Placed = { figure: Figure; around: Map<string, number>; all: readonly Figure[] };

const reach = 7;
/** Words that stand everywhere and tell nothing apart. */
const common = new Set(
  'va hoac thi la co duoc cua cho voi tu tro len den toi da it nhat khong qua muc moi nhung cac theo o trong dong trieu nghin ty'.split(
    ' ',
  ),
);

export function placedIn(text: string, units: Units): Placed[] {
  const nfc = text.normalize('NFC');
  const figures = figuresIn(nfc, units);
  const marks = marksOf(nfc, figures);
  return figures.map((figure) => {
    const at = marks.findIndex((m) => m.figure === figure);
    const around = new Map<string, number>();
    const own = wordsOf(figure.unit, units);
    for (const [side, step] of [
      ['<', -1],
      ['>', 1],
    ] as const) {
      for (let i = 1; i <= reach; i++) {
        const mark = marks[at + i * step];
        if (!mark || mark.text === '|') break;
        if (common.has(mark.text) || own.has(mark.text)) continue;
        const weight = 1 / i;
        around.set(mark.text, Math.max(around.get(mark.text) ?? 0, weight));
        if (mark.figure) around.set(`${side}${mark.text}`, weight);
      }
    }
    return { figure, around, all: figures };
  });
}

/** The figures of a clause; its words do not change, so they are read once. */
export const placedOf = (clause: { words: string }, units: Units): readonly Placed[] =>
  placedBy(units)(clause);
const placedBy = onceFor((units: Units) =>
  onceFor((clause: { words: string }): readonly Placed[] => placedIn(clause.words, units)),
);

/** Every word a unit is spelt with: figures of one unit are not told apart by it. */
const wordsOf = (unit: string, units: Units): Set<string> =>
  new Set(units.filter((u) => u.canonical === unit).flatMap((u) => u.spelling.map(fold)));

type Mark = { text: string; figure?: Figure };

/** The sentence as words, figures and the ends of its parts. */
function marksOf(text: string, figures: readonly Figure[]): Mark[] {
  const marks: Mark[] = [];
  const words = (part: string) => {
    for (const w of fold(part).match(/[.;:!?](?=\s|$)|[a-z]+|\d+/g) ?? [])
      marks.push({ text: /^[.;:!?]$/.test(w) ? '|' : w });
  };
  let from = 0;
  for (const figure of figures) {
    words(text.slice(from, figure.start));
    marks.push({ text: `#${figure.value} ${figure.unit}`, figure });
    from = figure.start + figure.text.length;
  }
  words(text.slice(from));
  return marks;
}

export function likeness(a: Placed, b: Placed): number {
  let shared = 0;
  for (const [word, weight] of a.around) shared += Math.min(weight, b.around.get(word) ?? 0);
  return shared;
}

/**
 * The clause's figure whose surroundings fit clearly better than those of any with the value that was written. `said` are
 * all figures of the sentence: a value that is told there too has its own place and was not replaced.
 */
export function betterPlaced(
  written: Placed,
  said: readonly Placed[],
  allowed: readonly Placed[],
  margin: number,
): Placed | undefined {
  const { value, unit } = written.figure;
  const told = new Set(said.filter((p) => p.figure.unit === unit).map((p) => p.figure.value));
  const alike = allowed.filter((p) => p.figure.unit === unit);
  const best = (fits: (p: Placed) => boolean) =>
    alike
      .filter(fits)
      .map((p) => ({ p, score: likeness(written, p) }))
      .sort((x, y) => y.score - x.score)[0];
  const same = best((p) => p.figure.value === value);
  const other = best((p) => !told.has(p.figure.value));
  if (!same || !other || other.score <= same.score + margin) return undefined;
  return sharedWith(said, written, same.p) > sharedWith(said, written, other.p) ? undefined : other.p;
}

/** How many other figures of the sentence stand in the same clause: a sentence that follows one clause is not led to another. */
const sharedWith = (said: readonly Placed[], written: Placed, place: Placed): number =>
  said.filter(
    (p) => p !== written && place.all.some((f) => f.value === p.figure.value && f.unit === p.figure.unit),
  ).length;
