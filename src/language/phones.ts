// Vietnamese phone numbers as people type them: found, written one way, and masked.

const mobile = /^(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d)\d{7}$/;
const landline = /^2\d{9}$/;
const candidate = /(?<![\d/.,])(?:\+|00)?\(?\d(?:[\s.\-()]{0,2}\d){8,12}(?![\d/])/g;

/** "0912 345.678", "+84 912345678", "84912345678" → "+84912345678"; anything else → undefined. */
export function readPhone(text: string): string | undefined {
  const digits = text.normalize('NFKC').replace(/[\s.\-()]/g, '');
  const match = /^(?:\+84|0084|84|0)(\d{9,10})$/.exec(digits);
  const rest = match?.[1];
  return rest && (mobile.test(rest) || landline.test(rest)) ? `+84${rest}` : undefined;
}

/** The first phone number inside a longer message. Amounts and document numbers are not phones. */
export function findPhone(text: string): string | undefined {
  for (const match of text.matchAll(candidate)) {
    const phone = readPhone(match[0]);
    if (phone) return phone;
  }
  return undefined;
}

const amount = /^\d{1,3}(?:\.\d{3})+$/;

/** Replaces phone numbers, and runs long enough to be an identity number, by [số]; amounts of money stay. */
export function maskNumbers(text: string): string {
  return text
    .replace(candidate, (run) => (readPhone(run) || !amount.test(run) ? '[số]' : run))
    .replace(/\d{9,}/g, '[số]');
}

/** "+84912345678" → "0912 345 678". */
export function sayPhone(phone: string): string {
  const local = phone.replace(/^\+84/, '0');
  return local.length === 10
    ? local.replace(/(\d{4})(\d{3})(\d{3})/, '$1 $2 $3')
    : local.replace(/(\d{3})(\d{4})(\d{4})/, '$1 $2 $3');
}
