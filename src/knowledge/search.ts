// Ranks cards and cues together for a message: what is off the topic is recognised by its likeness as well as by a low score.

import { ageWritten } from '../language/ages.ts';
import { tokensOf } from '../language/normalise/tokens.ts';
import { documentNumber } from './document-number.ts';
import type { Knowledge } from './knowledge.ts';
import type { Cue } from './schema/cue.ts';
import type { LearnedBefore } from './search/learned.ts';
import { buildRanker, type Entry, type Hit, type Ranker, type RankerLanguage } from './search/ranker.ts';
import { documentNumbers } from './search/slots.ts';
import { weights } from './search/weights.ts';

/** Built at the first question, so that checking the files need not train anything; a server asks once at its start. */
export type Search = {
  /** Best first. Ids of cues begin with "talk:". */
  rank: (message: string, limit?: number) => Hit[];
  written: Ranker['written'];
  said: Ranker['said'];
  explain: Ranker['explain'];
};

export const cueId = (id: string): string => `talk:${id}`;
/** The cue that a hit's id stands for; undefined for a card. */
export const cueOf = ({ cues }: Pick<Knowledge, 'cues'>, id: string): Cue | undefined =>
  id.startsWith(cueId('')) ? cues.get(id.slice(cueId('').length)) : undefined;

type Pack = Pick<Knowledge, 'cards' | 'cues' | 'provisions' | 'documents'>;

/** What the ranker is built from: cards and cues, with the labels their slots are compared with. */
export function entriesOf(k: Pack): Entry[] {
  const numberOf = (clause: string): readonly string[] => {
    const document = k.documents.get(k.provisions.get(clause)?.document ?? '');
    const number = document && documentNumber(document);
    return number ? [number] : [];
  };
  return [
    ...[...k.cards.values()].map((card) => ({
      id: card.id,
      asks: [card.title, ...card.asks],
      text: `${card.title} ${card.answer} ${card.details.join(' ')}`,
      labels: {
        form: card.forms,
        aspect: [card.aspect],
        document: [...new Set([...documentNumbers(tokensOf(card.title)), ...card.cites.flatMap(numberOf)])],
      },
    })),
    ...[...k.cues.values()]
      .filter((t) => !t.exact)
      .map((cue) => ({ id: cueId(cue.id), asks: cue.asks, text: cue.asks.join(' ') })),
  ];
}

/**
 * Letters of messages whose ranking is kept, the latest: one turn asks about the same words from several sides, and
 * many people type the same thing. About 2,000 messages in some 8 MB; a message longer than this is kept for its own turn.
 */
const lettersKept = 80_000;

/** What the ranker reads messages by. */
export const languageOf = ({ words, rings }: Pick<Knowledge, 'words' | 'rings'>): RankerLanguage => ({
  ...words,
  rings,
});

export function makeSearch(pack: Pack, language: RankerLanguage, before?: LearnedBefore): Search {
  let built: Ranker | undefined;
  const ranker = (): Ranker => {
    built ??= buildRanker(entriesOf(pack), language, weights, before);
    return built;
  };
  const lately = new Map<string, readonly Hit[]>();
  let held = 0;
  const rankOnce = (message: string): readonly Hit[] => {
    const hits = lately.get(message) ?? ranker().rank(message, Number.POSITIVE_INFINITY);
    if (!lately.delete(message)) held += message.length;
    lately.set(message, hits);
    for (const [oldest] of lately) {
      if (held <= lettersKept || oldest === message) break;
      lately.delete(oldest);
      held -= oldest.length;
    }
    return hits;
  };
  return {
    rank: (message, limit = 10) => rankOnce(ageWritten(message)).slice(0, limit),
    written: (message) => ranker().written(message),
    said: (text) => ranker().said(text),
    explain: (message, id) => ranker().explain(message, id),
  };
}
