// How a value is written in a card file: the order of the fields, their quoting and their folding, as people write them.
import { Document, Scalar, stringify, YAMLMap, YAMLSeq } from 'yaml';
import { fields, type Key, type Value } from './columns.ts';

/** The order in which a card file is written. */
export const fileOrder: readonly Key[] = [...fields, 'asks'];

type Style = Scalar['type'];
const styles: Partial<Record<Key, Style>> = {
  answer: Scalar.BLOCK_FOLDED,
  details: Scalar.QUOTE_DOUBLE,
  next: Scalar.QUOTE_DOUBLE,
  reviewer: Scalar.QUOTE_DOUBLE,
};
const foldAt = 112;

const scalarOf = (value: string, style: Style): Scalar => {
  const scalar = new Scalar(value);
  if (style) scalar.type = style;
  return scalar;
};
/** Only folded sentences are wrapped; everything else stays on its line, where people look for it. */
const options = (style: Style) => ({ lineWidth: style === Scalar.BLOCK_FOLDED ? foldAt : 0 });

/** "key: value" with its lines, ending in a line end. `style` keeps the way the old value was quoted. */
export function pairText(key: Key, value: Value, style: Style = styles[key]): string {
  const map = new YAMLMap();
  if (typeof value === 'string') map.set(key, scalarOf(value, style));
  else {
    const list = new YAMLSeq();
    list.items = value.map((item) => scalarOf(item, style));
    map.set(key, list);
  }
  const doc = new Document(undefined, { schema: 'failsafe' });
  doc.contents = map as typeof doc.contents;
  return doc.toString(options(style));
}

/** One value as it stands behind "- " or "key: "; a folded sentence cannot stand there, so it is quoted. */
export function scalarText(value: string, style: Style): string {
  const inline =
    style === Scalar.BLOCK_FOLDED || style === Scalar.BLOCK_LITERAL ? Scalar.QUOTE_DOUBLE : style;
  return stringify(scalarOf(value, inline), { schema: 'failsafe', ...options(inline) }).trimEnd();
}

export const itemText = (key: Key, value: string): string => `- ${scalarText(value, styles[key])}`;

/** A whole new card file. */
export const cardText = (values: ReadonlyMap<Key, Value>): string =>
  fileOrder
    .flatMap((key) => {
      const value = values.get(key);
      return value === undefined || value.length === 0 ? [] : [pairText(key, value)];
    })
    .join('');
