// The number that a legal text is spoken of by.
import type { Document } from './schema/document.ts';

/** The digits before the first stroke, without leading noughts; some texts have none. */
export const documentNumber = ({ number }: Pick<Document, 'number'>): string | undefined =>
  /^\d+/.exec(number)?.[0].replace(/^0+(?=\d)/, '');
