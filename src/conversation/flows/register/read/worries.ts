// What is asked or feared about one's own name and number, the form and the call, by the sentence that answers it.
import type { WordingKey } from '../../../../knowledge/wording.ts';
import { findPhone } from '../../../../language/phones.ts';
import type { RegisterFlow } from '../../../state.ts';
import { aboutForm } from '../aside/about-form.ts';
import { asksWhoCalls, numberNoted } from '../end/waiting.ts';
import { isNumberAsked } from '../steps.ts';
import { asksBack } from './asks-back.ts';
import { introducesName } from './name.ts';
import { asksOfIt, bareWords, mine } from './own-number.ts';
import { saysNo } from './says-no.ts';

export function worryIn(text: string, flow: RegisterFlow): WordingKey | undefined {
  const said = bareWords(text);
  const asks = asksOfIt(said);
  const tellsName = flow.consent !== undefined && text.split(/[,.;!?]+\s+/u).some(introducesName);
  const ofForm = aboutForm(text);
  if (ofForm) return ofForm;
  const worry =
    tellsName || (findPhone(text) && !isNumberAsked(flow))
      ? undefined
      : ofOwnNumber(bareWords(text.replace(dread, ' ')), asks);
  if (worry) return worry;
  if (sold.test(said)) return 'who_sees';
  if (mayChangeMind.test(said)) return 'kept_months';
  if (about.test(said) || (asks && saysNo(said))) return 'privacy_in_form';
  if (asks && getsToKnow.test(said)) return 'who_sees';
  const asksCall = call.test(said) || text.split(/[.,;!?\n]+/u).some((c) => call.test(bareWords(c)));
  if (asksCall && (flow.step !== 'time' || asksBack(text))) return 'when_called';
  if (asksWhoCalls.test(said)) return 'who_calls';
  if (matches.test(said) && (asks || unmatched.test(said))) return 'matching';
  if (numberNoted.test(said) && !flow.draft.phone) return flow.consent ? 'not_noted' : 'number_early';
  return undefined;
}

/** With no number to give, with another's, or why it is asked for at all. */
const ofOwnNumber = (said: string, asks: boolean): WordingKey | undefined =>
  worries.find(([, words, asking]) => words.test(said) && (asks || !asking))?.[0];

/** "Khi nào gọi", "bao lâu thì cán bộ gọi". */
const call =
  /\b(?:khi nao|bao gio|bao lau|luc nao|hom nao|ngay nao|may gio|may ngay)\b.*\bgoi\b|\bgoi\b.*\b(?:khi nao|bao gio|luc nao|hom nao)(?: (?:the|vay|a|em|nhi|day|ha|bot))*$|\b(?:lien lac|lien he|goi)\b.* (?:kieu gi|the nao|bang (?:gi|cach nao))\b|\b(?:co|se|hay) goi (?:vao )?(?:buoi |ban |gio |luc )?(?:sang|trua|chieu|toi|dem)\b.* (?:khong|ko|k|kg)\b/;
/** "Cán bộ ghép với người khác là sao", "có nhóm rồi thì ghép làm gì": a graft of trees is none. */
const matches = /\bghep (?:voi|nhom|toi|minh|em|nguoi|cung|cho|chung)\b|\b(?:can bo|bi|phai|se|duoc) ghep\b/;
const unmatched = /\b(?:co nhom|du nguoi|khong can|khong muon|ko can|ko muon|dung ghep)\b/;
/** "Ai xem", "số của em có bị lộ không", "lấy số làm gì". */
const about = new RegExp(
  [
    `\\bai (?:xem|doc|thay|duoc xem|co the xem)\\b|(?<!\\b(?:quy|tien|von|con dau|so sach|tai san|chia khoa)\\b.*)\\bai giu\\b`,
    `\\b${mine}\\b.* (?:bi (?:lo|ban)|lo ra|bao mat|an toan|giu kin)\\b`,
    `\\b(?:lo|ban|bao mat|giu kin) ${mine}\\b`,
    `\\b${mine}(?: (?:cua|toi|em|minh|chau|bac|anh|chi|nay|do|ay))* (?:(?:co|bi|lai|se|thi) )*(?:dua|gui|cho|chia se|tiet lo)(?: (?:cho|ra|den))? (?:ai|nguoi (?:khac|ta|la|ngoai))\\b`,
    `\\b(?:co|lai|se|bi) (?:dua|gui|cho|noi|bao|khoe|chia se|dang) (?:\\w+ ){0,2}?${mine}(?: \\w+){0,3} (?:cho|voi|ra|len)(?: (?:ai|nguoi khac|nguoi ta|mang))?\\b.*`,
    `\\b${mine}(?: \\w+){0,5} (?:len|tren|ra) (?:mang|facebook|fb|zalo|tiktok|bao|loa)\\b`,
    `\\bso (?:nguoi ta|hang xom|lang xom|xom|ho) (?:biet|che|cuoi|thay)\\b`,
    `\\b(?:lay|xin|can|giu|luu|cho|ghi) ${mine}(?: \\w+){0,3} (?:lam gi|lam j|de lam|bao lau|o dau)\\b`,
  ].join('|'),
);

/** "Có bị gọi quảng cáo không", "số có bán cho ai không". */
const sold = new RegExp(
  `\\b(?:goi|nhan tin|bi|rao|gui|dua|ban) (?:\\S+ ){0,3}(?:quang cao|lam phien|quay ray|ban hang|lua dao|mua ban)\\b(?:.* )?(?:khong|ko|k|kg)\\b|\\bspam\\b|\\b${mine}\\b.* (?:bi )?ban (?:cho|lai|ra|di)\\b`,
);

/** "Ghi rồi có đổi ý được không", "sau rút lại phiếu được chứ": asked, and not done. */
const mayChangeMind =
  /\b(?:doi y|rut (?:lai|ten|phieu)|(?:huy|bo|xoa) (?:phieu|ten|so|di))\b(?: \S+){0,3} (?:duoc|dc) (?:khong|ko|k|kg|chu|chua)\b/;
/** "Có cho giám đốc biết không", "ông ấy có biết tôi gửi không": somebody else is to learn of it. */
const getsToKnow =
  /\b(?:co|lai|se|bi) (?:cho|de|noi|bao|ke)(?: (?:voi|cho))?(?: (?!toi |em |minh |chau |bac )\S+){1,5} biet\b|\b(?:no|ho|ong ay|ba ay|giam doc|chu tich|to truong|nguoi ta|hang xom)(?: htx| hop tac xa)? (?:co )?biet (?:(?:toi|em|e|minh|t|chau|bac) |la |viec )*(?:gui|nhan|hoi|noi|to|khai|phan anh|duoc)?/;

/** "Sợ ông ấy …" speaks of no "số". */
const dread = /(?<!\p{L})sợ(?!\p{L})/giu;
const phone = '(?:so dien thoai|so dt|so phone|sdt|dien thoai|dt|so)(?! (?:nguoi|ho|nha|luong|thanh|vien))';
const people =
  '(?:con|chau|vo|chong|bo|me|ba|ong|hang xom|nguoi nha|nguoi khac|ban|dau|re|em (?:gai|trai|re|dau)|anh|chi)';
const why = '(?:sao|tai sao|vi sao|can gi|can thiet|phai|bat buoc)';
const whatFor = '(?:lam gi|lam j|de lam|chi vay)';
/** The third says whether it must be asked. */
const worries: readonly (readonly [WordingKey, RegExp, boolean])[] = [
  [
    'young',
    /^(?!.*\b(?:vao|lap|gop|thanh vien|htx|hop tac|vay)\b).*\b(?:chua (?:du|toi|den) 18|(?:moi )?1[0-7]) tuoi\b/,
    true,
  ],
  [
    'privacy_in_form',
    /\b(?:khong|ko|k) (?:dang ky|dk|ghi|dien|dong y)\b.* hoi\b|\b(?:khong|ko|k) dong y (?:thi )?(?:co )?(?:bi |lam )?sao\b|\bdong y (?:la|cai|viec) (?:sao|gi|the nao|nhu nao)\b/,
    true,
  ],
  [
    'kept_months',
    /\b(?:luu|giu)\b.* (?:bao lau|den bao gio|den khi nao|may (?:thang|nam))\b|\bbao (?:lau|gio) thi xoa\b|\b(?:luu|giu)\b.*\b(?:thang|nam)\b.*\b(?:sao|lau)\b/,
    false,
  ],
  ['other_phone', new RegExp(`\\b${phone} (?:cua )?${people}\\b`), true],
  [
    'no_phone',
    new RegExp(
      `\\b(?:khong|ko|k|chua) (?:co|dung|xai) (?:${phone}|may)\\b|\\b(?:khong|ko|k) (?:de|ghi)(?: lai)? ${phone} (?:thi )?(?:co )?(?:duoc|dc|sao) (?:khong|ko|k)\\b|\\b(?:dung|xai|goi|qua) zalo\\b`,
    ),
    false,
  ],
  ['why_phone', new RegExp(`\\b${why}\\b.* ${phone}\\b|\\b${phone}\\b.* ${whatFor}\\b`), false],
  ['whose_name', /\bten (?:\S+ ){1,4}hay (?:la )?(?:ghi )?ten\b|\b(?:ghi|lay|de) ten ai\b/, false],
  [
    'why_name',
    new RegExp(
      `\\b(?:${why}|can|bo qua|giau|khong|ko) (?:\\w+ ){0,3}ten\\b(?! (?:to|htx|hop|nhom))|^(?:\\w+ )?ten (?:that )?.*(?:${whatFor}|cung (?:duoc|dc))\\b`,
    ),
    false,
  ],
];
