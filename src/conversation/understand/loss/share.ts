// How much of what stood there is lost, said in words: "mất trắng", "ngập hết trơn", "hỏng mất một nửa".

/** In percent, of a text folded; undefined where it is denied or no share is said. */
export function shareInWords(text: string): number | undefined {
  if (denied.test(text)) return undefined;
  const plots = text.replace(elsewhere, ' ');
  const tenths = Number(ofTen.exec(plots)?.[1]);
  if (tenths) return tenths * 10;
  if (all.test(plots)) return 100;
  return half.test(plots) ? 50 : undefined;
}

const harmed =
  '(?:mat|hong|hu|chet|do|troi|thoi|cuon|chay|vui|lap|ngap|chim|ung|gay|nat|tuot|dap|rap|bat goc|bay|di|toi|tan|chay kho|kho|thui|roi)';
const wholly =
  '(?:het(?: (?:tron|trui|cha|nhan|sach|rao|veo|ca|tiet))?|sach(?: (?:banh|tron|sanh|bach))?|trui|rui|tron|tiet|toan bo|tat|(?:ca|nguyen) (?:ruong|dong|dam|vuon|doi|thua|bai|manh|luong))';
/** "Ngập hết ba ngày" is how long; "ngập hết một nửa" is a half. */
const howLong =
  '(?! (?:ca )?(?:\\d+|may|hai|ba|bon|nam|mot|muoi) (?:ngay|hom|dem|tuan|gio|tieng|buoi))(?! (?:khoang |co |chung |gan |hon )?(?:mot |1 |phan )?nua\\b)';
const left =
  '(?:khong|ko|k|chang|cha)(?: (?:con|thu duoc|gat duoc|thu|gat|vot duoc|vot vat duoc|duoc))+ (?:lai )?(?:gi|duoc gi|(?:mot |duoc )?(?:hat|cay|bong|khom|goc|cong|qua|cu|la) (?:nao|gi))(?! (?:de|hoi|them|nua|khac))';
const all = new RegExp(
  `\\bmat trang\\b|\\btrang tay\\b|\\b${harmed} (?:mat |di |bay )?(?:gan nhu |gan )?${wholly}\\b${howLong}` +
    `|\\b${left}\\b|\\bcoi nhu (?:mat|bo|vut)(?: (?:het|ca|di|luon))*\\b|\\bbo (?:het|ca)\\b(?! (?:von|tien|cong))`,
);
const half = new RegExp(
  `\\b(?:${harmed}|thiet hai) (?:mat |het |co |khoang |chung |gan |do |den )?(?:mot |1 |phan )?nua\\b(?! (?:thang|nam|ngay|tien))`,
);
/** "Chắc 9 phần 10". */
const ofTen = /\b([1-9]) phan (?:10|muoi)\b/;
/** What is denied: "chưa mất hết đâu". */
const denied = new RegExp(
  `\\b(?:chua|dau co|dau phai|(?:khong|ko|k|chang)(?! con| thu| gat| vot| duoc))(?: (?:phai|co|bi|den noi|\\w+))? ${harmed}\\b`,
);
/** Roads, yards and houses under water are no crop. */
const elsewhere =
  /\b(?:duong(?: \S+)?|san(?: nha)?|nha cua|trong nha|cau|loi di|xom|ban|lang|chuong(?: trai)?|kho|bep|xe|may)(?: (?:nha )?(?:toi|em|minh|bi|cung|thi|da|deu)){0,3} (?:ngap|troi|chim|cuon|mat|do|hong|chay) (?:het|sach)\b|\b(?:ngap|troi|chim) het (?:duong|san|nha|xom|ban|lang|cau|chuong|xe)\b/g;
