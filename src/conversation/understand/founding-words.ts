// How founding is spoken of, folded: lists for patterns, so that no place hears fewer ways of it than another.

export const foundWords = 'lap|thanh lap|mo';
/** What would be founded, whichever form it has. */
export const groupWords = 'to hop tac|hop tac xa|tht|htx|nhom|to';
