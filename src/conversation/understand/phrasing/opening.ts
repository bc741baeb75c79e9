// How a message opens: thanks said in passing are set aside, and "không, ý tôi là …" marks what follows as a correction.
import { isAsking } from '../../../language/asking.ts';
import { clean, fold } from '../../../language/fold.ts';

/** `anew`: of something else than what was spoken of. */
export type Opening = { rest: string; corrects: boolean; anew?: boolean };

const who =
  '(?:em|toi|minh|chau|con|anh|chi|bac|co|chu|ong|ba|cau|ban|ad|bot|admin|can bo|dong chi|moi nguoi)';
const thanks = new RegExp(
  `^(?:(?:da|vang|u|uh|ok|oke|roi|the|vay|thi|hay qua|tot qua|quy hoa qua|may qua|hieu roi|biet roi) )*(?:${who} )?(?:rat |xin )?(?:cam on|cam ta|da ta|thank you|thanks|tks)(?: (?:${who}|nhieu|lam|nhe|nha|a|truoc|(?:vi )?da (?:tra loi|giai thich|giup|chi|chi dan|huong dan|tu van)))* (?=.)`,
);
const yes =
  /^(?:(?:da|vang|u|uh|uk|ok|oke|the a|ra vay|ra the|hieu roi|biet roi|the ha) )+(?:, )?(?=(?:the|vay|con|gio|nhung|roi)\b)/;
/** "Cho em hỏi về con dấu": a "về" before what is asked is no "về" of it. */
const about = new RegExp(
  `^(?:(?:da|a|alo|oi|cho|xin|lam on|${who}) )*(?:muon |can |dinh )?hoi (?:(?:chut|ti|tham|them|ro|ky) )*ve (?=\\S)`,
);
/** "Thôi hỏi câu khác." */
const another = new RegExp(
  `^(?:(?:thoi|the|a|o|ok|da|gio|bay gio) )*(?:cho )?(?:${who} )?hoi (?:sang )?(?:cau|chuyen|viec|cai|y) khac(?: (?:nhe|nha|a|di|vay))*(?: [,.!;:]| (?=la ))`,
);
const no =
  '(?:a )?(?:khong phai(?: the| vay| y do)?|khong|ko|(?:(?:chau|em|bot|may|ban|ad) )?(?:(?:hieu )?nham|sai|lon) roi|sai|nham)';
const meant = `(?:cai )?(?:y (?:${who} )?(?:la|noi|hoi|muon)(?: hoi)?(?: la| ve)?|${who} (?:muon )?(?:hoi|noi)(?: la| ve)?|hoi(?: ve| la| cai)?|phai la)`;
/** Either "no" with a pause or with what was meant, or what was meant alone. */
const correction = new RegExp(
  `^(?:${no} (?:, |\\. )?${meant} |${no} [,.] |y ${who} (?:la|noi|hoi|muon hoi)(?: la)? )(?=.)`,
);
/** "tôi hỏi hợp tác xã cơ mà": the end shows that it corrects. */
const insists = new RegExp(`^${who} (?:dang )?(?:hoi|noi)(?: la| ve)? (?=.* (?:co|chu|co ma|kia)(?: a)?$)`);
/** "Hỏi hóa đơn đứng tên ai mà bảo khai gian": the question stands between. */
const blamed =
  /(?:^| )hoi(?: (?:la|ve|cai))? (.+?) (?:, )?(?:ma|sao|chu) (?:(?:sao|lai|cu|may|bot|em|ad|di|toan) )*(?:bao(?! (?:nhieu|nhiu|gio|lau|hiem|dam))|noi|keu|tra loi)\b.*$/;
const tail = / (?:co|chu|ma|kia|co ma)(?: a)?$/;
const nothing =
  /^(?:(?:do|day|ay|nay|kia|the|nhe|nha|a|oi|em|anh|chi|bac|co|chu|chau|ong|ba|cau|ban|ad|bot|admin|can bo|dong chi|moi nguoi|gi|cai|nua|dau|vay|nhieu|lam|qua)(?: |[.!]*$))*$/;

export function openingOf(message: string): Opening {
  const words = clean(message)
    .replace(/([,.!;:])/g, ' $1 ')
    .trim()
    .split(/\s+/);
  const bare = words.map(fold);
  const whole = bare.join(' ');
  let at = 0;
  let left = whole;
  const drop = (pattern: RegExp): boolean => {
    const found = pattern.exec(left)?.[0];
    if (!found) return false;
    at += found.trim().split(' ').length;
    while (/^[,.!;:]$/.test(words[at] ?? '')) at++;
    left = bare.slice(at).join(' ');
    return true;
  };
  drop(thanks);
  drop(yes);
  const anew = drop(another);
  drop(about);
  const corrects = drop(correction) || drop(insists);
  const asked = questionBlamed(words, whole);
  if (asked) return { rest: asked, corrects: true };
  if (at === 0) return { rest: message, corrects: false };
  const rest = words
    .slice(at)
    .join(' ')
    .replace(/ ([,.!;:])/g, '$1');
  if (nothing.test(fold(rest))) return { rest: message, corrects: false };
  return {
    rest:
      corrects && tail.test(fold(rest))
        ? rest.replace(/(?:\s+(?:cơ|chứ|mà|kia|co|chu|ma|ạ|a))+$/iu, '')
        : rest,
    corrects,
    ...(anew ? { anew } : {}),
  };
}

/** The words that were asked, with their marks. */
function questionBlamed(words: readonly string[], folded: string): string | undefined {
  const found = blamed.exec(folded);
  const asked = found?.[1];
  if (!found || !asked || !isAsking(asked)) return undefined;
  const begin = folded.indexOf(asked, found.index);
  const from = folded.slice(0, begin).split(' ').length - 1;
  return words
    .slice(from, from + asked.split(' ').length)
    .join(' ')
    .replace(/ ([,.!;:])/g, '$1');
}
