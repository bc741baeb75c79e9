// Text as both databases can keep it: PostgreSQL refuses NUL, and half a character cannot be written as UTF-8.

// No control sign but a tab and the end of a line is a word of anyone.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

const storable = (text: string): string => text.toWellFormed().replace(controls, '');

/** The same of every text in a flat object. */
export function allStorable<T extends object>(said: T): T {
  return Object.fromEntries(
    Object.entries(said).map(([key, value]) => [key, typeof value === 'string' ? storable(value) : value]),
  ) as T;
}
