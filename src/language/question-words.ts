// The words that make a question of a sentence, as they are typed, folded: lists for patterns, so that no place hears fewer of them than another.

/** At the end of what is asked: "được không", "đủ chưa". */
export const orNot = 'khong|ko|k|kg|hong|chua';

/** "Bao nhiêu tiền", "mấy người". */
export const howMany = 'bao nhieu|bnhieu|bn|may';
