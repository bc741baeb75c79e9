// "Trả lời tôi sau nghĩa là sao": what one of the bot's own buttons is for, and who calls where that is asked with it.
import { say, type WordingKey } from '../../knowledge/wording.ts';
import { plainWords } from '../../language/fold.ts';
import { type Draft, line, reply, type Typed } from '../context.ts';

const buttons: readonly (readonly [label: WordingKey, means: WordingKey])[] = [
  ['label_later', 'means_later'],
  ['label_staff', 'means_staff'],
  ['label_register', 'means_register'],
  ['label_my_data', 'means_my_data'],
];

export function buttonMeant({ state, heard, world }: Typed): Draft | undefined {
  if (state.flow) return undefined;
  const w = world.knowledge.wording;
  const said = plainWords(heard.text);
  const meant = buttons
    .filter(([label]) => asksMeaning(said, plainWords(say(w, label))))
    .map(([, key]) => key);
  const caller = asksWhoCallsMe.test(said);
  if (meant.length === 0 && !caller) return undefined;
  const keys: WordingKey[] = [...meant, ...(caller ? (['who_calls'] as const) : [])];
  const lines = keys.map((key) => line(say(w, key, { operator: world.operator.name })));
  return { state, replies: [reply(lines, state.offered)], outcome: 'small_talk' };
}

/** The label, and behind it what asks after it: "nghĩa là sao", "là gì", "để làm gì", "bấm vào thì sao". */
const asksMeaning = (said: string, label: string): boolean => {
  const at = ` ${said} `.indexOf(` ${label} `);
  return at >= 0 && meaning.test(said.slice(at + label.length));
};
const meaning =
  /^(?: (?:nut|cai|nay|do|ay|kia|co|thi|o tren|o duoi|roi))*(?: (?:nghia la|y la|tuc la|la|de|thi|bam vao|bam|an|an vao|nhan))+(?: (?:thi|la|no|co))* (?:sao|gi|j|lam gi|lam sao|the nao|nhu the nao|ntn|ra sao)(?: |$)/;
const asksWhoCallsMe =
  /\b(?:de|cho|ghi|gui|dua) (?:lai )?(?:so|sdt|so dien thoai)(?: (?:lai|roi|cho|o day))* (?:thi )?(?:ai|ben nao|nguoi nao) (?:se |la nguoi )?goi\b/;
