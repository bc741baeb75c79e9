// Takes secrets out of what a platform says of an error: it may repeat the address or the header it was asked with.

export type Redact = (text: string) => string;

/** Shorter ones would be found in ordinary words. */
const shortestPart = 6;

/** Each secret, and what follows the colon in it alone, plain or as an address writes it. */
export function redactor(...secrets: readonly (string | undefined)[]): Redact {
  const forms = secrets
    .filter((s): s is string => Boolean(s))
    .flatMap((s) => [s, ...[s.slice(s.indexOf(':') + 1)].filter((part) => part.length >= shortestPart)]);
  if (forms.length === 0) return (text) => text;
  const pattern = new RegExp(forms.map((f) => [...f].map(anyForm).join('')).join('|'), 'gi');
  return (text) => text.replace(pattern, '…');
}

/** A sign itself, or its bytes as an address writes them, once or twice over. */
function anyForm(sign: string): string {
  const bytes = [...Buffer.from(sign)].map((b) => `%(?:25)*${b.toString(16).padStart(2, '0')}`);
  return `(?:${sign.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')}|${bytes.join('')})`;
}
