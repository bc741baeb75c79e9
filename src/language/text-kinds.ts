// The kinds of legal texts as they are named and shortened in typing, folded: one list, so that no place hears fewer of them than another.

/** For a pattern. */
export const textKinds = 'nghi dinh|nghi quyet|quyet dinh|thong tu|luat|ke hoach|nd|nq|qd|tt|kh';
