// What a card's rates do not count, and the card that says what is known of it: "2 con nghé chết rét" behind the rate for pigs culled for disease.
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { Card } from '../../../knowledge/schema/card.ts';
import { clean, fold } from '../../../language/fold.ts';

/** `standing`: the card that was answered last; a talk about what is not counted goes on until the message says otherwise. */
export function beyondRates(
  { cards }: Knowledge,
  { beyond, rates }: Card,
  message: string,
  standing: string | undefined,
): Card | undefined {
  if (rates.length === 0 || beyond.length === 0) return undefined;
  const said = saidIn(message);
  const told = beyond.find(
    ({ when, and, unless }) => said.any(when) && (and.length === 0 || said.any(and)) && !said.any(unless),
  );
  const on = beyond.find(({ card, unless }) => card === standing && !said.any(unless));
  const card = cards.get((told ?? on)?.card ?? '');
  return card?.status === 'published' ? card : undefined;
}

/** With marks typed a word is found as it is spelt; what is denied ("chứ có dịch đâu") is not said. */
function saidIn(message: string): { any: (words: readonly string[]) => boolean } {
  const typed = clean(message).toLowerCase();
  const marked = typed !== fold(typed);
  const text = ` ${typed.split(/[^\p{L}\p{M}\d]+/u).join(' ')} `.replace(deniedIn, ' ');
  return { any: (words) => words.some((w) => text.includes(` ${marked ? w.toLowerCase() : fold(w)} `)) };
}
const deniedIn =
  /(?<= )(?:(?:chứ|chu) (?:có|co|phải|phai|bị|bi) (?:\S+ ){1,3}(?:đâu|dau|gì|gi)|(?:không|khong|ko|k|chẳng|chang|chả|đâu|dau) (?:phải|phai|có|bị|bi)(?: (?:là|la|vì|vi|do|bị|bi|có|tại|tai))*(?: \S+){1,2})(?= )/gu;
