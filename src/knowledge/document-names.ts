// Whether a name in a sentence ("Nghị định 92", "Luật 2012") is the name of a text of the register.
import { fold } from '../language/fold.ts';
import type { Document } from './schema/document.ts';

const short: Record<string, string> = { nq: 'nghi quyet', nd: 'nghi dinh', qd: 'quyet dinh', tt: 'thong tu' };
const numbered = /^(.*?)(?<!\d)(\d+)(?:\/(\d{4}))?((?:\s?[-/]\s?[a-z][a-z\d]*|\s?[-/]\s?qh\d+)*)\s*$/;

type Name = { kind: string; number: number; year: string | undefined; rest: string };

function nameOf(text: string): Name | undefined {
  const m = numbered.exec(fold(text));
  if (!m) return undefined;
  const kind = (m[1] ?? '')
    .replace(/\b(?:so|nam)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return {
    kind: short[kind] ?? kind,
    number: Number(m[2]),
    year: m[3],
    rest: (m[4] ?? '').replace(/\s/g, ''),
  };
}

export function namesText(mention: string, document: Document): boolean {
  const said = nameOf(mention);
  const own = /^\d/.test(document.number) ? nameOf(document.number) : undefined;
  if (!said || !own) return false;
  const kinds = fold(document.short);
  if (said.kind && !kinds.startsWith(said.kind.split(' ').slice(0, 2).join(' '))) return false;
  if (said.kind.startsWith('luat') && said.number > 1900 && !said.year)
    return own.year === String(said.number);
  return (
    said.number === own.number &&
    (!said.year || said.year === own.year) &&
    (!said.rest || said.rest === own.rest)
  );
}
