// Undoes Telex left unconverted: "hopj tacs xax" → hop tac xa, "dduwowcj" → duoc.

/** The folded syllable a Telex spelling stands for, or undefined where nothing in it looks like Telex. */
export function untelex(word: string): string | undefined {
  if (!/^[a-z]{2,12}$/.test(word) || !/[sfrxjw]|aa|ee|oo|dd/.test(word)) return undefined;
  const first = word.search(/[aeiouyw]/);
  if (first < 0) return undefined;
  const head = word.slice(0, first).replace(/^dd/, 'd');
  const tail = word
    .slice(first)
    .replace(/uw|w(?=o)/g, 'u')
    .replace(/[sfrxj]/g, '')
    .replace(/aa/g, 'a')
    .replace(/ee/g, 'e')
    .replace(/oo/g, 'o')
    .replace(/w/g, '')
    .replace(/d$/, '');
  const plain = head + tail;
  return plain === word || plain.length === 0 ? undefined : plain;
}
