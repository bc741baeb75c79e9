// "Không, tôi không bị lừa, tôi hỏi …", "mấy năm trước bị lừa, lần này …": what sounds like distress is none, and something of its own is asked.
import { isAsking } from '../../language/asking.ts';
import { clean, fold, syllables } from '../../language/fold.ts';
import { personWords } from '../../language/person-words.ts';
import { openingOf } from '../understand/phrasing/opening.ts';
import { callsForHelp } from './still-urgent.ts';

const who = `(?:${personWords}|tao|t|no|ho|(?:nha|bon|chung) (?:toi|em|minh))`;
const harm =
  '(?:lua(?: dao| gat)?|danh|doa|de doa|ep|ep buoc|cuop|trom|xui|hai|quay roi|chui|om|benh|ngo doc|chay|mat(?: tien| cap| trom| gi| giay(?: to)?)?|tu tu|muon chet|nguy hiem)';
const not = '(?:khong|ko|k|hong|chang|cha|dau co|co dau)';
const open = `^(?:(?:da|a|o|thi|ma|thoi|${not}|nham roi|sai roi|ban|bot|may|la) )*`;
const papers = '(?:so do|bia do|so hong|giay to|giay|can cuoc|cccd|tien|gi|dong nao)';
const behind = `(?: (?:ca|gi|het|cai gi|ai|nao|${who}|roi|a|nhe|dau|chuyen gi|cho ai))*$`;
const noHarm = [
  // "Tôi không bị lừa", "em không mất gì cả", "không phải lừa đảo", "không ai lừa tôi"
  new RegExp(
    `${open}(?:(?:chuyen|viec|day|do|cai) )*(?:${who} )?(?:co )?${not}(?: (?:phai|co|he|la|bi|ai|dang))* ${harm}${behind}`,
  ),
  // "Có ai lừa đâu", "tôi có bị đánh đâu", "lừa gì đâu"
  new RegExp(
    `${open}(?:${who} )?(?:(?:co|ai|bi|phai|la) )*${harm}(?: (?:gi|ai|${who}))* dau(?: (?:a|ma|nhe))*$`,
  ),
];
/** What is denied of a distress that was told. */
const notSo = [
  // "Không ai lấy sổ đỏ của tôi", "tôi chưa đưa tiền"
  new RegExp(
    `${open}(?:${who} )?(?:da )?(?:${not}|chua)(?: (?:ai|co|bi|he|phai))* (?:lay|giu|cam|muon|dua|chuyen|nop|gui|ky)(?: mat)? ${papers}(?: cua)?${behind}`,
  ),
  // "Bảo là báo công an rồi mà"
  new RegExp(
    `^(?:(?:da|a|o|thi|ma|thoi|la|bao|noi|${who}) )*(?:bao|trinh bao|goi)(?: (?:cong an|can bo|ngan hang|phuong|xa|113|cho|voi|xong|het))* roi(?: (?:ma|a|con gi|day|nhe|co))*$`,
  ),
  // "Chuyện cũ", "chuyện lâu rồi"
  new RegExp(`${open}(?:day |do )?(?:la )?chuyen (?:cu|lau|da lau|nam xua|ngay xua)(?: (?:roi|ma|thoi))*$`),
];

/** The message without the clauses that deny; undefined where none does, or where nothing else is asked. `told`: distress was told before. */
export function besidesDenial(message: string, told: boolean): string | undefined {
  const denials = told ? [...noHarm, ...notSo] : noHarm;
  return besides(
    message,
    (c) => (told || fraud.test(fold(c))) && !unsure.test(fold(c)) && denials.some((d) => d.test(fold(c))),
  );
}
const fraud = /\blua\b/;

/** A harm of years ago is told, and something else asked; who wants back what was lost then still asks for help. */
export const tellsOldCase = (message: string): boolean =>
  besides(message, (c) => old.test(fold(c)) && cheated.test(fold(c))) !== undefined;
const old =
  /\b(?:nam (?:ngoai|truoc|kia|xua|(?:19|20)\d\d)|(?:hoi|dot|lan|dao|ngay) (?:nam|truoc|xua|ngoai|do|ay)|truoc (?:kia|day)|ngay xua)\b/;
const cheated = /\b(?:lua|quyt|quit|mat (?:tien|trang|toi|\d+)|om tien|bo tron|lay mat)\b/;
const wantsBack =
  /\b(?:lay|doi|xin|tra) lai\b|\bdoi (?:duoc|tien|no)\b|\bkien\b|\bto cao\b|\bbao (?:ai|cong an|o dau|cho)\b|\blam (?:sao|gi|the nao)(?: (?:bay gio|gio|day|a|tiep|duoc|nua))*$/;

function besides(message: string, denies: (clause: string) => boolean): string | undefined {
  const clauses = clean(message)
    .split(/[,.;:!\n]+|(?<=\?)/u)
    .map((c) => c.trim())
    .filter((c) => /[\p{L}\d]/u.test(c));
  const rest = clauses.filter((c) => !denies(c));
  const asked = rest.filter((c) => !bare.test(fold(c))).map((c) => openingOf(`không, ${c}`).rest);
  const ownQuestion =
    rest.length < clauses.length &&
    isAsking(asked.join(', ')) &&
    syllables(asked.join(' ')).length > fewest &&
    !asked.some((c) => callsForHelp(c) || wantsBack.test(fold(c)));
  return ownQuestion ? asked.join(', ') : undefined;
}
/** In words: fewer ask nothing of their own. */
const fewest = 2;
/** "Không bị lừa chứ" is no denial. */
const unsure = /\?|\b(?:chu|nhi|ha)$/;
const bare = new RegExp(`^(?:(?:${not}|phai|da|a|o|thoi|u) ?)+$`);
