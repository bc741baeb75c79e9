// The words for "no" and "not" as they are typed, folded: one list, so that no place hears fewer of them than another.

/** For a pattern. "Dung" (đừng) is left to the places that mean it: without marks it is "right" too. */
export const noWord = '(?:khong|khoong|khg|kg|kh|ko|k|hong|hog|hok|hem|hum|chang|cha|cho co|khoi)';
