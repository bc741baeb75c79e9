// What each sentence of an answer stands on, told by the figures and texts it names: clauses in force, over, or only summaries.
import type { Citation } from './citations.ts';
import { namesText } from './document-names.ts';
import { figuresIn, figuresOf, mentionsIn, type Units } from './figures.ts';
import { isOff } from './validity.ts';

export type OffLine = {
  /** A clause that is over or to come, and that alone carries something the sentence says. */
  by: Citation;
  /** Nothing the sentence says stands in a clause that is in force. */
  wholly: boolean;
};

/** `undefined` when every figure and text the sentence names is carried by a clause that holds, or by none that is cited. */
export function offLine(sentence: string, citations: readonly Citation[], units: Units): OffLine | undefined {
  const carriers = [
    ...figureCarriers(sentence, citations, units),
    ...textCarriers(sentence, citations),
  ].filter((by) => by.length > 0);
  const off = carriers.filter((by) => by.every((c) => isOff(c.standing)));
  const by = off[0]?.[0];
  return by && { by, wholly: off.length === carriers.length };
}

/** How much of the answer was read in a summary only, not in the words of the law. */
export function summarised(
  sentences: readonly string[],
  citations: readonly Citation[],
  units: Units,
): 'none' | 'partly' | 'wholly' {
  if (!citations.some((c) => c.provision.summary)) return 'none';
  if (citations.every((c) => c.provision.summary)) return 'wholly';
  return sentences
    .flatMap((s) => figureCarriers(s, citations, units))
    .some((by) => by.length > 0 && by.every((c) => c.provision.summary))
    ? 'partly'
    : 'none';
}

/** For each figure, the clauses that have it. */
function figureCarriers(sentence: string, citations: readonly Citation[], units: Units): Citation[][] {
  return figuresIn(sentence, units).map((f) =>
    citations.filter((c) =>
      figuresOf(c.provision, units).some((h) => h.value === f.value && h.unit === f.unit),
    ),
  );
}

/** For each text of law that is named, the clauses of that text. */
function textCarriers(sentence: string, citations: readonly Citation[]): Citation[][] {
  return mentionsIn(sentence)
    .filter((m) => m.kind === 'document')
    .map((m) => citations.filter((c) => namesText(m.text, c.document)));
}
