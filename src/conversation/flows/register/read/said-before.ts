// Words that point back to what was told already: "nói rồi mà", "em ghi rồi đấy".

/** Alone, or behind what was said before. */
export const saidBeforeWords =
  /[\s,]*(?:(?:e|em|tôi|toi|mình|minh|nãy|nay|đã|da|thì|thi|lúc|luc|ban|bạn) )*(?:nói|noi|bảo|bao|kể|ke|ghi|khai|nhắn|nhan|gửi|gui|trả lời|tra loi)(?: (?!lại|lai)\S+){0,3} (?:rồi|roi|r)(?: (?:mà|ma|đấy|day|đó|do|ạ|a|còn|con|thôi|thoi|sao|hỏi|hoi|nữa|nua|em|bạn|ban|kia|cơ|co|gì|gi))*[\s.!?]*$/iu;
