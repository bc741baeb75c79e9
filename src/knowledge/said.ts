// What a card, or an answer made of it, says: its lines in the order they are shown.

type Said = { answer: string; details: readonly string[]; next?: string | undefined };

export const linesOf = ({ answer, details, next }: Said): string[] => [
  answer,
  ...details,
  ...(next ? [next] : []),
];
