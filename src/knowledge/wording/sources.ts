// What an answer rests on, and texts that are not in the store.
export const sourceKeys = [
  'cites',
  'cites_summary',
  'cites_partly_summary',
  'read_from',
  'one_source',
  'two_sources',
  'quote_intro',
  'no_quote',
  'source_of',
  'source_none',
  'unknown_text',
  'unknown_article',
] as const;
