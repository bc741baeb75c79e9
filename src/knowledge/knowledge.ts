// The knowledge in memory: everything a curator wrote, by id, ready to be asked.
import type { Amount } from './schema/amount.ts';
import type { Card, Topic } from './schema/card.ts';
import type { Cue } from './schema/cue.ts';
import type { Document } from './schema/document.ts';
import type { Office } from './schema/office.ts';
import type { Place } from './schema/place.ts';
import type { Product } from './schema/product.ts';
import type { Provision } from './schema/provision.ts';
import type { Target } from './schema/target.ts';
import type { Ring, Words } from './schema/words.ts';
import type { Search } from './search.ts';
import type { Wording } from './wording.ts';

export type Knowledge = {
  documents: ReadonlyMap<string, Document>;
  provisions: ReadonlyMap<string, Provision>;
  /** Published: all that may answer a person. */
  cards: ReadonlyMap<string, Card>;
  /** Not published yet, or no longer: for those who edit, who see them through `withDrafts`. */
  drafts: ReadonlyMap<string, Card>;
  /** By folder, in the order the desk lists them. */
  topics: ReadonlyMap<string, Topic>;
  /** What is said that is no question to the knowledge: greetings, thanks, deeds, distress, what is off the topic. The files of `talk/`. */
  cues: ReadonlyMap<string, Cue>;
  amounts: ReadonlyMap<string, Amount>;
  places: ReadonlyMap<string, Place>;
  offices: readonly Office[];
  products: ReadonlyMap<string, Product>;
  targets: readonly Target[];
  words: Words;
  /** Phrases that mean the same: what was learnt from one holds for all. */
  rings: readonly Ring[];
  wording: Wording;
  /** Ranks cards and cues for a message. */
  search: Search;
  /** Content hash of all files: which edition answered. */
  edition: string;
};
