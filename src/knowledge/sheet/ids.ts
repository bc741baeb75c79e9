// Makes the id of a new card from its title: "Mấy người thì lập được?" → "may-nguoi-thi-lap-duoc".
import { fold } from '../../language/fold.ts';

const longest = 40;

/** Cut at a word; a number is added while `taken` says it is in use. */
export function freshId(title: string, taken: (id: string) => boolean): string {
  const words = fold(title).match(/[a-z0-9]+/g) ?? ['the'];
  let id = words[0]?.slice(0, longest) ?? '';
  for (const word of words.slice(1)) {
    if (id.length + 1 + word.length > longest) break;
    id += `-${word}`;
  }
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? id : `${id}-${n}`;
    if (!taken(candidate)) return candidate;
  }
}
