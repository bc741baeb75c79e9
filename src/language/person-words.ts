// The words by which people name themselves and each other ("em", "bác", "tui"), as they are typed, folded: one list, so that no place hears fewer of them than another.

/** For a pattern. What only some places mean besides ("nhà", "nó") they add themselves. */
export const personWords = 'toi|em|e|minh|chau|con|bac|anh|chi|co|chu|ong|ba|tui';
