// What the benchmark uses of three packages that bring no types.
declare module 'lunr' {
  type Builder = {
    pipeline: { reset: () => void };
    searchPipeline: { reset: () => void };
    ref: (name: string) => void;
    field: (name: string) => void;
    add: (row: object) => void;
  };
  type Query = { term: (term: string, options: { boost?: number; editDistance?: number }) => void };
  export default function lunr(build: (this: Builder) => void): {
    query: (ask: (query: Query) => void) => { ref: string; score: number }[];
  };
}
declare module '@nlpjs/core';
declare module '@nlpjs/nlu';
