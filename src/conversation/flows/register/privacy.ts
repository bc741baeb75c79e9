// Words about one's own number and name, at any step of the form: no to their being kept, a change of mind, who gets to see them, or when the call comes.
import { say, type WordingKey } from '../../../knowledge/wording.ts';
import { fold } from '../../../language/fold.ts';
import { findPhone } from '../../../language/phones.ts';
import { runCommand } from '../../commands.ts';
import { type Context, type Draft, line } from '../../context.ts';
import type { RegisterFlow } from '../../state.ts';
import { asksBack } from './asks-back.ts';
import { ask } from './go-on.ts';
import { refuseConsent } from './refuse.ts';

/** `undefined` where nothing of that is said. */
export function privacyWords(context: Context, flow: RegisterFlow): Draft | undefined {
  const { heard, world } = context;
  if (heard.kind !== 'text') return undefined;
  const said = fold(heard.text.replace(/đúng|dùng/giu, ' '))
    .replace(/[^\p{L}\d?]+/gu, ' ')
    .trim();
  if (changesMind.test(said)) return runCommand(context, world.ownLeads.length > 0 ? 'erase' : 'stop');
  const asks = /\?|\b(?:duoc|dc|sao|gi) (?:khong|ko|k|kg)\b|\b(?:sao|ai|gi|j)\b/.test(said);
  if (!asks && saysNo(said)) {
    const given = flow.consent !== undefined || flow.step === 'consent';
    return given ? refuseConsent(context) : sayThenAsk(context, flow, 'privacy_in_form');
  }
  if (about.test(said) || (asks && saysNo(said))) return sayThenAsk(context, flow, 'privacy_in_form');
  if (call.test(said) && asksBack(heard.text)) return sayThenAsk(context, flow, 'when_called');
  const early = findPhone(heard.text) !== undefined && flow.consent === undefined && !flow.updates;
  return early && flow.draft.phone === undefined ? sayThenAsk(context, flow, 'number_early') : undefined;
}

/** The notice with its points is not read out again. */
const sayThenAsk = (context: Context, flow: RegisterFlow, key: WordingKey): Draft =>
  ask(context, flow, [line(say(context.world.knowledge.wording, key))], undefined, flow.step === 'consent');

const who = '(?:(?:da|a|o|thoi|the|vay|nhung|toi|em|minh|chau|anh|chi|bac|co|chu) )*';
const polite = '(?: (?:nhe|nha|a|em|oi|di|voi|giup|cho|toi|minh|luon|het|dau|nua|ad|can bo))*';
/** "Khi nào gọi", "bao lâu thì cán bộ gọi". */
const call =
  /\b(?:khi nao|bao gio|bao lau|luc nao|hom nao|ngay nao|may gio|may ngay)\b.*\bgoi\b|\bgoi\b.*\b(?:khi nao|bao gio|luc nao|hom nao)$/;
/** "Em đổi ý, xóa đi", "xóa phiếu đi": nothing else is said. */
const changesMind = new RegExp(
  `^${who}(?:doi y(?: roi)? ${who})?(?:xoa|huy|bo)(?: (?:het|di|phieu|luon|phieu nay))+${polite}$`,
);
const mine = '(?:so(?! (?:nguoi|ho|nha|luong|thanh))|ten|sdt|dt|dien thoai|thong tin)';
const keeping = '(?:luu|ghi|giu|cho|dua|lay|de lo|gui|cung cap|khai|tiet lo|ban)';
const negation = '(?:khong|ko|k|kg|dung|cho co|chang|chua)';
const disagrees = new RegExp(`^${who}${negation} dong y${polite}$`);
const keepsBack = new RegExp(
  `\\b${negation} (?:(?:muon|duoc|dc|co|them|can) )?${keeping}(?: (?:lai|ai|het))*(?: \\w+)? ${mine}\\b`,
);
const saysNo = (said: string): boolean => disagrees.test(said) || keepsBack.test(said);
/** "Ai xem", "số của em có bị lộ không", "lấy số làm gì". */
const about = new RegExp(
  [
    `\\bai (?:xem|doc|thay|duoc xem|giu|co the xem)\\b`,
    `\\b${mine}\\b.* (?:bi (?:lo|ban)|lo ra|bao mat|an toan|giu kin)\\b`,
    `\\b(?:lo|ban|bao mat|giu kin) ${mine}\\b`,
    `\\b(?:lay|xin|can|giu|luu|cho|ghi) ${mine}(?: \\w+){0,3} (?:lam gi|lam j|de lam|bao lau|o dau)\\b`,
  ].join('|'),
);
