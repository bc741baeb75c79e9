// A "sào" of land is no star ("sao") and no "why" ("sao"): told by its mark, or between a number and what grows there.

const count =
  '\\d+(?:[.,]\\d+)?|một|mot|hai|ba|bốn|bon|năm|nam|sáu|sau|bảy|bay|tám|tam|chín|chin|mười|muoi|chục|chuc|mấy|may|vài|vai';
/** Without marks only what can be nothing else behind a "sao": "co", "ma", "dau", "san" are too many words. */
const grown =
  'lua|lúa|thoc|thóc|mạ|rau|ngo|ngô|bap|bắp|sắn|khoai|lạc|đậu|dâu|màu|che|chè|que|quế|keo|buoi|bưởi|ổi|dưa|hoa|cỏ|ao|vuon|vườn|ruong|ruộng|đất|nuong|nương';
const marked = /(?<!\p{L})sào(?!\p{L})/giu;
const between = new RegExp(`(?<![\\p{L}\\d])(${count})(\\s+)sao(?=\\s+(?:${grown})(?!\\p{L}))`, 'giu');

/** The word that stands for a sào of land in folded tokens, where "sao" would be taken for the other two. */
const land = 'saodat';

export function tellLand(text: string): string {
  return /s[aà]o/iu.test(text) ? text.replace(marked, land).replace(between, `$1$2${land}`) : text;
}
