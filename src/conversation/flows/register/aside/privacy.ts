// Words about one's own number and name, at any step of the form: no to their being kept, a change of mind, who gets to see them, or when the call comes.
import { say, type WordingKey } from '../../../../knowledge/wording.ts';
import { fold, syllables } from '../../../../language/fold.ts';
import { digitsOfBrokenPhone, findPhone, maskNumbers } from '../../../../language/phones.ts';
import { asTyped, type Context, type Draft, line, saying } from '../../../context.ts';
import type { RegisterFlow } from '../../../state.ts';
import { hidesName, keepsSecret } from '../../../understand/hides-name.ts';
import { keepMonths } from '../../../world.ts';
import { consentWord } from '../answer/consent.ts';
import { takeAnswer } from '../answer/take-answer.ts';
import { takeStep } from '../answer/take-step.ts';
import { remarked } from '../change/free-line.ts';
import { refuseConsent } from '../end/refuse.ts';
import { asksWhoCalls, numberNoted } from '../end/waiting.ts';
import { askStill, onward } from '../go-on.ts';
import { asksBack } from '../read/asks-back.ts';
import { introducesName, nameThenMore } from '../read/name.ts';
import { wishIn } from '../read/wishes.ts';
import { linesIn } from '../start.ts';
import { aboutForm } from './about-form.ts';
import { answeredApart } from './answer-apart.ts';
import { leaveThenAnswer } from './leave-then-answer.ts';

/** `undefined` where nothing of that is said. */
export function privacyWords(context: Context, flow: RegisterFlow): Draft | undefined {
  const { heard } = context;
  if (heard.kind !== 'text') return undefined;
  const condition = flow.step === 'consent' ? conditionOf(heard.text) : undefined;
  if (condition) return privacyWords({ ...context, heard: asTyped(`${condition} không?`) }, flow);
  const said = plain(heard.text);
  const asks = /\?|\b(?:duoc|dc|sao|gi) (?:khong|ko|k|kg)\b|\b(?:sao|ai|gi|j)\b|\b(?:khong|ko|k)$/.test(said);
  const named = flow.step === 'name' && nameThenMore(heard.text) !== undefined;
  if (!named && keepsSecret(said)) return keptFrom(context, flow);
  const refused = flow.step === 'consent' ? refusesFirst(context) : undefined;
  if (refused) return refused;
  if (flow.step === 'consent' && !asks && needless.test(said) && wishIn(heard.text) === 'refuse')
    return refuseConsent(context);
  if (!named && hidesName(heard.text)) return sayThenAsk(context, flow, 'no_name_needed');
  if (!asks && !named && saysNo(said)) {
    const given = flow.consent !== undefined || flow.step === 'consent';
    return given ? refuseConsent(context) : sayThenAsk(context, flow, 'privacy_in_form');
  }
  const tellsName = flow.consent !== undefined && heard.text.split(/[,.;!?]+\s+/u).some(introducesName);
  const ofForm = aboutForm(heard.text);
  if (ofForm) return sayThenAsk(context, flow, ofForm);
  const worry =
    tellsName || (findPhone(heard.text) && !isNumberAsked(flow))
      ? undefined
      : worryIn(plain(heard.text.replace(dread, ' ')), asks);
  if (worry) return sayThenAsk(context, flow, worry);
  if (sold.test(said)) return sayThenAsk(context, flow, 'who_sees');
  if (mayChangeMind.test(said)) return sayThenAsk(context, flow, 'kept_months');
  if (about.test(said) || (asks && saysNo(said))) return sayThenAsk(context, flow, 'privacy_in_form');
  if (asks && getsToKnow.test(said)) return sayThenAsk(context, flow, 'who_sees');
  const asksCall = call.test(said) || heard.text.split(/[.,;!?\n]+/u).some((c) => call.test(plain(c)));
  if (asksCall && (flow.step !== 'time' || asksBack(heard.text)))
    return sayThenAsk(context, flow, 'when_called');
  if (asksWhoCalls.test(said)) return sayThenAsk(context, flow, 'who_calls');
  if (matches.test(said) && (asks || unmatched.test(said))) return sayThenAsk(context, flow, 'matching');
  if (numberNoted.test(said) && !flow.draft.phone)
    return sayThenAsk(context, flow, flow.consent ? 'not_noted' : 'number_early');
  const typed = findPhone(heard.text) ?? digitsOfBrokenPhone(heard.text);
  const agrees = flow.step === 'consent' && consentWord(heard.text) === 'yes';
  const early = typed !== undefined && flow.consent === undefined && !flow.updates && !agrees;
  if (!early || flow.draft.phone !== undefined) return undefined;
  // Place, trade and count told with it are kept, so far as they are not written down yet.
  const masked = maskNumbers(heard.text.replace(digits, '[số]'));
  const besides = flow.kind === 'group' ? linesIn(masked.replaceAll('[số]', ' '), context.world) : {};
  const draft = { ...besides, ...answerBeside(masked, flow, context), ...flow.draft };
  const next = Object.keys(draft).length > Object.keys(flow.draft).length ? onward({ ...flow, draft }) : flow;
  const told = sayThenAsk(context, { ...next, early: true }, 'number_early');
  return { ...told, keptSaid: masked };
}

/** "Không đồng ý ghi số, tôi chỉ hỏi …": refused, and what is asked behind it answered. */
function refusesFirst(context: Context): Draft | undefined {
  const { heard } = context;
  const [, first = '', rest = ''] =
    heard.kind === 'text' ? (/^([^,.;!?]+)[,.;!]+\s*(.+)$/su.exec(heard.text) ?? []) : [];
  if (!refusesNotice.test(plain(first)) || syllables(rest).length < 2 || consentWord(rest) === 'yes')
    return undefined;
  return leaveThenAnswer(context, refuseConsent(context), rest.replace(onlyAsks, ''));
}
/** "Không bán số thì tôi đồng ý": the word hangs on what stands before it, which is answered as if it were asked. */
function conditionOf(text: string): string | undefined {
  const condition = hanging.exec(text.normalize('NFC').trim())?.[1];
  return condition?.replace(/^(?:nếu|neu|mà|ma|miễn|mien|là|la|\s)+/iu, '').trim() || undefined;
}
const hanging =
  /^([^.;!?]+?)[\s,]+(?:thì|thi)\s+(?:(?:tôi|toi|em|e|mình|minh|cháu|chau|bác|bac|chị|chi|anh|mới|moi|cũng|cung)\s+)*(?:đồng ý|dong y|ok|được|dc)(?:\s+(?:ạ|a|nhé|nhe|luôn|luon|thôi|thoi|ngay))*[\s.!]*$/iu;
const onlyAsks =
  /^(?:(?:tôi|toi|em|e|mình|minh|cháu|chau|bác|bac|anh|chị|chi|thì|thi)\s+)*(?:chỉ|chi)\s+(?:muốn|muon|cần|can|là|la)?\s*(?:hỏi|hoi)\s+/iu;

const digits = /\d[\d\s.-]{4,}\d/g;

const plain = (text: string): string =>
  fold(text.replace(/đúng|dùng|bạn|bàn|bản|(?<!\p{L})sổ(?!\p{L})/giu, ' '))
    .replace(/[^\p{L}\d?]+/gu, ' ')
    .trim();

/** The notice with its points is not read out again; a number that was asked for and stands beside it is taken. */
function sayThenAsk(context: Context, flow: RegisterFlow, key: WordingKey): Draft {
  const { heard, world } = context;
  const marks = { lead_months: keepMonths.lead, operator: world.operator.name };
  const said = line(say(world.knowledge.wording, key, marks));
  const given = isNumberAsked(flow) && heard.kind === 'text' && findPhone(heard.text) !== undefined;
  const taken = given
    ? takeStep(context, flow)
    : doubts.has(key) && mayHang.has(flow.step)
      ? undefined
      : answeredApart(context, flow);
  return taken ? saying(said, taken) : askStill(context, flow, [said]);
}
/** Whoever asks these may not want to be written down at all: beside them nothing is agreed to or sent. */
const doubts: ReadonlySet<WordingKey> = new Set([
  'privacy_in_form',
  'who_sees',
  'why_phone',
  'why_name',
  'no_phone',
  'number_early',
  'not_noted',
  'form_free',
  'form_binds_not',
  'form_is_wish',
]);
const mayHang: ReadonlySet<RegisterFlow['step']> = new Set(['consent', 'summary']);

const isNumberAsked = ({ step, consent, updates }: RegisterFlow): boolean =>
  step === 'phone' && (consent !== undefined || updates !== undefined);

/** "Chưa rõ. Sáng 09…": what answers the step beside a number that was told too early. */
function answerBeside(masked: string, { step }: RegisterFlow, { world }: Context): RegisterFlow['draft'] {
  if (step !== 'form' && step !== 'place' && step !== 'members') return {};
  for (const part of masked.split(/[.,;]+/u).filter((clause) => !clause.includes('[số]'))) {
    const taken = takeAnswer(step, asTyped(part.trim()), world);
    if (taken.kind === 'set') return taken.fields;
  }
  return {};
}

/** "Đừng để ông tổ trưởng biết tôi gửi phiếu": who sees it is told, and whoever calls is to know, once there is consent. */
function keptFrom(context: Context, flow: RegisterFlow): Draft {
  const { heard, world } = context;
  const agreed = flow.consent !== undefined || flow.updates !== undefined;
  const who = line(say(world.knowledge.wording, 'who_sees'));
  return agreed && heard.kind === 'text'
    ? saying(who, remarked(context, flow, heard.text.replace(/^(?:mà|ma|nhưng|nhung)\s+/iu, '')))
    : askStill(context, flow, [who]);
}

/** The worry that is spoken of: with no number to give, with another's, or why it is asked for at all. */
const worryIn = (said: string, asks: boolean): WordingKey | undefined =>
  worries.find(([, words, asking]) => words.test(said) && (asks || !asking))?.[0];

const who = '(?:(?:da|a|o|thoi|the|vay|nhung|toi|em|minh|chau|anh|chi|bac|co|chu) )*';
const polite = '(?: (?:nhe|nha|a|em|oi|di|voi|giup|cho|toi|minh|luon|het|dau|nua|ad|can bo))*';
/** "Khi nào gọi", "bao lâu thì cán bộ gọi". */
const call =
  /\b(?:khi nao|bao gio|bao lau|luc nao|hom nao|ngay nao|may gio|may ngay)\b.*\bgoi\b|\bgoi\b.*\b(?:khi nao|bao gio|luc nao|hom nao)(?: (?:the|vay|a|em|nhi|day|ha|bot))*$|\b(?:lien lac|lien he|goi)\b.* (?:kieu gi|the nao|bang (?:gi|cach nao))\b|\b(?:co|se|hay) goi (?:vao )?(?:buoi |ban |gio |luc )?(?:sang|trua|chieu|toi|dem)\b.* (?:khong|ko|k|kg)\b/;
/** "Cán bộ ghép với người khác là sao", "có nhóm rồi thì ghép làm gì": a graft of trees is none. */
const matches = /\bghep (?:voi|nhom|toi|minh|em|nguoi|cung|cho|chung)\b|\b(?:can bo|bi|phai|se|duoc) ghep\b/;
const unmatched = /\b(?:co nhom|du nguoi|khong can|khong muon|ko can|ko muon|dung ghep)\b/;
/** "Em đổi ý, xóa đi", "xóa phiếu đi": nothing else is said. */
const mindChanged = new RegExp(
  `^${who}(?:doi y(?: roi)? ${who})?(?:xoa|huy|bo)(?: (?:het|di|phieu|luon|phieu nay))+${polite}$`,
);
export const changesMind = (text: string): boolean => mindChanged.test(plain(text));
const mine = '(?:so(?! (?:nguoi|ho|nha|luong|thanh))|ten|sdt|dt|dien thoai|thong tin)';
const keeping = '(?:luu|ghi|giu|cho|dua|lay|de lo|gui|cung cap|khai|tiet lo|ban)';
const negation = '(?:khong|ko|k|kg|dung|cho co|chang|chua)';
const disagrees = new RegExp(`^${who}${negation} dong y${polite}$`);
const keepsBack = new RegExp(
  `\\b${negation} (?:(?:muon|duoc|dc|co|them|can) )?${keeping}(?: (?:lai|ai|het))*(?: \\w+)? ${mine}\\b`,
);
const refusesNotice = new RegExp(
  `^${who}${negation} dong y(?: (?:cho )?${keeping}(?: (?:lai|het))*(?: ${mine})?)?${polite}$`,
);
const saysNo = (said: string): boolean => disagrees.test(said) || keepsBack.test(said);
/** "Thôi không cần ghi tên", "khỏi ghi": nothing shall be written down. */
const needless = /\b(?:can|khoi)\b/;
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
  ['privacy_in_form', /\b(?:khong|ko|k) (?:dang ky|dk|ghi|dien|dong y)\b.* hoi\b/, true],
  [
    'kept_months',
    /\b(?:luu|giu)\b.* (?:bao lau|den bao gio|den khi nao|may (?:thang|nam))\b|\bbao (?:lau|gio) thi xoa\b|\b(?:luu|giu)\b.*\b(?:thang|nam)\b.*\b(?:sao|lau)\b/,
    false,
  ],
  ['other_phone', new RegExp(`\\b${phone} (?:cua )?${people}\\b`), true],
  [
    'no_phone',
    new RegExp(`\\b(?:khong|ko|k|chua) (?:co|dung|xai) (?:${phone}|may)\\b|\\b(?:dung|xai|goi|qua) zalo\\b`),
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
