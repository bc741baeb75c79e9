// Reads a sign of distress that may name groups of words: "{người nhà} bị {nước}? cuốn … mất", step by step.
export type SignGroup = { name: string; said: readonly string[] };

/** Any of these stands next; `apart`: a few words may stand before it. */
export type Step = { said: readonly string[]; optional: boolean; apart: boolean };

const token = /\{([^}]+)\}(\?)?|[^{}]+/g;

/** A group nobody wrote stands for no words at all. */
export const stepsOf = (sign: string, groups: readonly SignGroup[]): Step[] =>
  sign.split('…').flatMap((part, n) =>
    [...part.trim().matchAll(token)]
      .filter(([whole]) => /[\p{L}\d]/u.test(whole))
      .map(([whole, name, optional], i) => ({
        said: name === undefined ? [whole] : (groups.find((g) => g.name === name)?.said ?? []),
        optional: optional !== undefined,
        apart: n > 0 && i === 0,
      })),
  );

/** The groups that a sign names. */
export const groupsNamed = (sign: string): string[] =>
  [...sign.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name);
