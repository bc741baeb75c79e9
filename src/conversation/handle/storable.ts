// Text as both databases can keep it: PostgreSQL refuses NUL, and half a character cannot be written as UTF-8.

const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '');

/** The same of every text in a flat object. */
export function allStorable<T extends object>(said: T): T {
  return Object.fromEntries(
    Object.entries(said).map(([key, value]) => [key, typeof value === 'string' ? storable(value) : value]),
  ) as T;
}
