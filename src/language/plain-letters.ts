// A quick way with letters that most texts are made of: what each is without its marks is looked up, and whether a text is clean already is seen at a glance.

/** Latin letters, digits and signs, those of Vietnamese among them, lie below. */
const end = 0x1f00;
const blank = 0x20;

export type Letters = {
  /** Whether `clean` would leave the text as it is. */
  isClean: (text: string) => boolean;
  /** Whether `fold` would. */
  isBare: (text: string) => boolean;
  /** What `fold` makes of it; undefined where a letter takes more than looking up. */
  bareOf: (text: string) => string | undefined;
};

/** From the thorough ways themselves, letter by letter; only letters that no neighbour changes are looked up, one for one. */
export function lettersOf(clean: (text: string) => string, fold: (text: string) => string): Letters {
  /** 0 for what takes more than looking up. */
  const bare = new Uint16Array(end);
  bare[blank] = blank;
  for (let code = blank + 1; code < end; code++) {
    if (code === latin) code = furtherLatin;
    const letter = String.fromCharCode(code);
    const folded = fold(letter);
    if (clean(letter) === letter && folded.length === 1 && !/\p{M}/u.test(letter))
      bare[code] = folded.charCodeAt(0);
  }
  /** Only known letters, single blanks between them; `same`: each is bare already. */
  const every = (text: string, same: boolean): boolean => {
    let before = blank;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const own = code < end ? (bare[code] as number) : 0;
      if (own === 0 || (same && own !== code) || (code === blank && before === blank)) return false;
      before = code;
    }
    return before !== blank || text === '';
  };
  const codes = new Uint16Array(longest);
  return {
    isClean: (text) => every(text, false),
    isBare: (text) => every(text, true),
    bareOf: (text) => {
      if (text.length > longest || !every(text, false)) return undefined;
      for (let at = 0; at < text.length; at++) codes[at] = bare[text.charCodeAt(at)] as number;
      return String.fromCharCode.apply(null, codes.subarray(0, text.length) as unknown as number[]);
    },
  };
}
/** Between these two lie Greek, Cyrillic and all the rest. */
const latin = 0x250;
const furtherLatin = 0x1e00;
const longest = 1000;
