// Finds the cells of a workbook that hold a formula or its error: the reader shows an error as an empty cell, which would look erased.
import { strFromU8, unzipSync } from 'fflate';

/** Addresses ("B5") by sheet name. */
export function formulasIn(workbook: Uint8Array): Map<string, Set<string>> {
  const files = unzipSync(workbook, { filter: (f) => /^xl\/.*\.(xml|rels)$/.test(f.name) });
  const text = (name: string): string => {
    const bytes = files[name];
    return bytes ? strFromU8(bytes) : '';
  };
  const targets = new Map(
    tags(text('xl/_rels/workbook.xml.rels'), 'Relationship').map((tag) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target').replace(/^\/?(xl\/)?/, 'xl/'),
    ]),
  );
  return new Map(
    tags(text('xl/workbook.xml'), 'sheet').map((tag) => [
      unescaped(attribute(tag, 'name')),
      cellsWithFormula(text(targets.get(attribute(tag, 'r:id')) ?? '')),
    ]),
  );
}

function cellsWithFormula(sheet: string): Set<string> {
  const cells = sheet.matchAll(/<c\s([^>]*?)(?:\/>|>(.*?)<\/c>)/gs);
  return new Set(
    [...cells]
      .filter(([, attributes = '', inside = '']) => /<f[\s>/]/.test(inside) || /\bt="e"/.test(attributes))
      .map(([, attributes = '']) => attribute(attributes, 'r')),
  );
}

const tags = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}\\s[^>]*>`, 'g'))].map((m) => m[0]);
const attribute = (tag: string, name: string): string =>
  new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
const unescaped = (text: string): string =>
  text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
