// The knowledge as those who edit it see it: the cards that are not published as well.
import type { Knowledge } from './knowledge.ts';
import { onceFor } from './once.ts';

/** For the desk, the check and the workbook; never for a talk. */
export const withDrafts = onceFor(
  (k: Knowledge): Knowledge =>
    k.drafts.size === 0 ? k : { ...k, cards: new Map([...k.cards, ...k.drafts]) },
);
