// What people say who wait for a call: nobody has called, who will, where is my form, was my number written down.
import { say, type WordingKey } from '../../../../knowledge/wording.ts';
import { plainWords } from '../../../../language/fold.ts';
import { type Lead, openStatuses } from '../../../../leads/lead.ts';
import { type Context, type Draft, line, reply, type Typed } from '../../../context.ts';
import { menuReply } from '../../../replies/menu.ts';
import { runCommand } from '../../commands.ts';
import { statusKey } from '../../my-data/show.ts';

/** Only outside a form; where no form of theirs is known here, that is said. */
export function whoWaits(context: Typed): Draft | undefined {
  const { heard, state, world } = context;
  if (state.flow?.flow === 'register') return undefined;
  const clauses = heard.text
    .split(/[.,;!?\n]+/u)
    .map(plainWords)
    .filter((clause) => clause !== '');
  const some = (words: RegExp): boolean => clauses.some((clause) => words.test(clause));
  const lead = world.ownLeads.find((l) => openStatuses.includes(l.status));
  if (some(notCalled) && (lead || some(leftBefore)))
    return lead ? told(context, 'not_called', statusOf(lead, context)) : told(context, 'no_form_here');
  if (some(formLost)) return lead ? runCommand(context, 'my-data') : told(context, 'no_form_here');
  if (some(numberNoted))
    return lead?.phone
      ? told(context, 'number_noted', { code: lead.code })
      : told(context, 'number_not_noted');
  return lead && some(asksWhoCalls) && !some(notCalled)
    ? told(context, 'who_calls', { operator: world.operator.name })
    : undefined;
}

const told = ({ state, world }: Context, key: WordingKey, marks: Record<string, string> = {}): Draft => ({
  state,
  replies: [reply([line(say(world.knowledge.wording, key, marks))], menuReply(world).choices)],
  outcome: 'small_talk',
});

const statusOf = ({ code, status }: Lead, { world }: Context): Record<string, string> => ({
  code,
  status: say(world.knowledge.wording, statusKey[status]),
});

const call = '(?:goi|lien he|lien lac|alo|dien)';
const self = '(?:toi|em|e|minh|chau|bac|co|chu|anh|chi|tui|nha)';
const endOfCall = `(?: (?:lai|dien|cho|den|toi|gi|ca|het|hoi|vay|the|a|nhi|dau|luon|nao|duoc|${self}))*$`;
/** "Chả thấy ai gọi", "sao chưa gọi", "đợi mãi không thấy điện". */
const notCalled = new RegExp(
  `\\b(?:chua|khong|ko|k|chang|cha|van chua)(?: (?:thay|co|duoc|he|ai|can bo|ben do|nguoi nao|ma nao|cuoc nao|may))* ${call}${endOfCall}`,
);
/** "Tôi để lại số từ tháng trước": a form or a number was left somewhere. */
const leftBefore =
  /\b(?:de|gui|ghi|cho|nop|dien|khai) (?:lai )?(?:so|ten|phieu|loi nhan|thong tin|dang k[yi])\b|\bdang k[yi]\b|\b(?:doi|cho) (?:mai|hoai|ca|may|lau|tu)\b/;
/** "Phiếu của tôi đâu", "phiếu hôm trước đến đâu rồi". */
const formLost = new RegExp(
  `\\b(?:phieu|to khai|loi nhan)(?: (?:dang k[yi]|cua|da gui|vua gui|gui|hom (?:no|truoc|qua)|hom bua|luc nay|truoc|do|ay|${self}))+ (?:dau|o dau|den dau|toi dau|the nao|sao)(?: (?:roi|r|vay|the|a|nhi|em|ad|mat))*$`,
);
/** "Thế số điện thoại ghi chưa": of one's own. */
export const numberNoted = new RegExp(
  `^(?:(?:the|vay|con|ma|a|o|roi|da|nhung|${self}) )*(?:cai )?(?:so dien thoai|so dt|sdt|dien thoai|so|ten)(?: (?:cua|${self}))* (?:(?:da|co|duoc) )?(?:ghi|luu|nhan|nhap|note)(?: (?:lai|duoc|vao|phieu|het))* (?:chua|roi a|roi ha|roi phai khong)(?: (?:vay|the|a|nhi|em|ad|ha|bot|day))*$`,
);
/** "Ai gọi cho tôi", "cán bộ là ai gọi vậy", "bên nào gọi": and not that nobody did. */
export const asksWhoCalls = new RegExp(
  `(?<!\\b(?:chua|khong|ko|k|cha|chang|thay|co|bi) )\\bai (?:se |la nguoi |la )?${call}\\b|\\b(?:can bo|nguoi goi|nguoi (?:do|ay))(?: goi| nay| do| se goi)* (?:la ai|la nguoi nao|la ben nao|ten gi|ten la gi|o dau|ben nao|thuoc (?:ben nao|dau)|cua ben nao)\\b|\\b(?:can bo|ben|phuong|xa|co quan|cong ty|don vi) nao (?:se )?${call}\\b`,
);
