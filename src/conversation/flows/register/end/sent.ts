// What is said of a form that was sent: a line changed or added opens it for that, who withdraws is asked whether to erase it, "gửi đi" is told that it is done.

import { formIn } from '../../../../knowledge/forms.ts';
import { say } from '../../../../knowledge/wording.ts';
import { isAsking } from '../../../../language/asking.ts';
import { lastClause } from '../../../../language/clauses.ts';
import { plainWords, syllables } from '../../../../language/fold.ts';
import { findPhone, maskNumbers, sayPhone } from '../../../../language/phones.ts';
import { type Lead, openStatuses } from '../../../../leads/lead.ts';
import { type Context, type Draft, line, reply, type Typed } from '../../../context.ts';
import { menuReply } from '../../../replies/menu.ts';
import { runCommand } from '../../commands.ts';
import { takeStep } from '../answer/take-step.ts';
import { remarked, remarkIn } from '../change/free-line.ts';
import { otherLine, putsRight, withoutOpener } from '../change/other-line.ts';
import { ownLine } from '../change/own-line.ts';
import { severalLines } from '../change/several-lines.ts';
import { ask } from '../go-on.ts';
import { addedTo } from '../read/added.ts';
import { addsNumber } from '../read/adds-number.ts';
import { withoutLookalikes } from '../read/asks-back.ts';
import { callTimeIn } from '../read/call-time.ts';
import { lineNamed, lineToChange, saysSend } from '../read/typed.ts';
import { openLead, updateLead } from '../start.ts';
import { type FieldStep, stepsOf } from '../steps.ts';
import { whoWaits } from './waiting.ts';
import { withdraws } from './withdraws.ts';

/** "Thế bao h gọi", "gọi trong hôm nay chứ": of who waits to be called, whichever form was sent; without one, that none was left. */
function asksCall({ heard, state, world }: Typed): Draft | undefined {
  if (state.flow) return undefined;
  const clauses = heard.text
    .split(/[.,;!?\n]+/u)
    .map(plainWords)
    .filter((clause) => clause !== '');
  const whole = clauses.join(' ');
  const asks = whole.split(' ').length <= fewWords && callAsked.test(whole);
  const asked = asks || clauses.some((clause) => callAsked.test(clause));
  const sent = world.ownLeads.some((l) => openStatuses.includes(l.status));
  if (sent ? !asked && !waits.test(whole) : !asked || !byWhom.test(whole)) return undefined;
  const told = line(say(world.knowledge.wording, sent ? 'when_called' : 'no_message_left'));
  return { state, replies: [reply([told], menuReply(world).choices)], outcome: 'small_talk' };
}
const fewWords = 10;
const byWhom =
  /\b(?:can bo|nguoi ta|ben do|(?:goi|alo|lien he|lien lac)(?: \S+){0,2} (?:toi|em|minh|chau))\b/;
const when =
  '(?:bao (?:gio|h)|(?:khi|luc|hom|ngay) nao|may (?:gio|h|ngay)|bao lau|(?:trong )?(?:hom nay|ngay mai|mai|(?:toi|chieu) nay|sang mai|tuan nay))';
const call = '(?:goi|alo|lien he|lien lac)';
const around =
  '(?: (?:lai|dien|cho|toi|em|e|minh|chau|vao|luc|trong|duoc|dc|vay|the|a|chu|nhi|day|ha|khong|ko|k))*';
const callAsked = new RegExp(
  `^(?:(?:the|vay|roi|ma|o|a|u|em|e|toi|da|cam on|thanks|cho hoi|can bo|ben do|ai) )*(?:${when}(?: (?:thi|se|moi|la|co|can bo|nguoi|ai|ben do|duoc|ho))* ${call}${around}|(?:co |se )*${call}${around} ${when}${around})$`,
);

/** "Thôi tôi chờ điện thoại", "được rồi, chờ gọi vậy". */
const waits =
  /^(?:(?:thoi|the|vay|duoc|dc|roi|r|ok|oke|u|vang|da|thi|gio|toi|em|e|minh|chau|bac|se|cu|ngoi|cam on|nhe) )*(?:cho|doi) (?:dien thoai|dt|goi|can bo(?: goi)?|cuoc goi|may|lien lac|tin)(?: (?:vay|nhe|nha|a|em|goi|lai|cua|can bo|den|toi|thoi))*$/;

/** The latest, or the latest that has the line which is named. */
function meantLead(context: Context, text: string): Lead | undefined {
  const latest = openLead(context);
  const step = lineNamed(text)?.step;
  return !latest || !step || stepsOf(latest.kind).includes(step) ? latest : openLead(context, 'group');
}

/** Only in a talk of somebody whose form is open, and never for a question or what a cooperative changes. */
export function aboutSent(context: Typed): Draft | undefined {
  const { heard, state, world } = context;
  const { text } = heard;
  const call = whoWaits(context) ?? asksCall(context);
  if (call) return call;
  if (!state.flow && erasesTalk.test(plainWords(text))) return runCommand(context, 'erase');
  const seen = !state.flow && (seesForm.test(lastClause(text)) || asksWhatStands.test(lastClause(text)));
  if (seen && world.ownLeads.length > 0) return runCommand(context, 'my-data');
  const shown = state.flow?.flow === 'my-data' && state.flow.step === 'show';
  const busy = state.flow !== undefined && !shown;
  const lead = busy ? undefined : meantLead(context, text);
  if (!lead) return undefined;
  const phone = findPhone(text);
  if (phone && lead.phone !== undefined && lead.phone !== phone && addsNumber(text)) {
    const told = say(world.knowledge.wording, 'one_number', { number: sayPhone(lead.phone) });
    return { state, replies: [reply([line(told)], menuReply(world).choices)], outcome: 'action' };
  }
  if (phone && (lead.phone === undefined || newNumber.test(plainWords(maskNumbers(text)))))
    return updateLead(context, lead, { phone });
  if (saysSend(text) && syllables(text).includes('gui')) {
    const told = line(say(world.knowledge.wording, 'sent_already', { code: lead.code }));
    return { state, replies: [reply([told], menuReply(world).choices)], outcome: 'action' };
  }
  if (withdraws(text)) return runCommand(context, 'erase');
  if (sentAmiss.test(plainWords(text))) return runCommand(context, 'my-data');
  const time = callAt.test(plainWords(text)) && !isAsking(text) ? callTimeIn(text) : undefined;
  if (time) return updateLead(context, lead, { bestTime: time });
  const clauses = text.split(/(?<=[,.;])\s+/);
  const meant = lineToChange(clauses.at(-1) ?? '');
  if (meant && stepsOf(lead.kind).includes(meant)) return lineOpened(context, lead, meant);
  if (mayChange.test(plainWords(clauses.at(-1) ?? ''))) return updateLead(context, lead);
  const remark = remarkIn(text);
  if (remark !== undefined) return withRemark(context, lead, remark);
  const from = clauses.findIndex((clause) => changing.test(`${plainWords(clause)} `) || rightsLine(clause));
  const told = (from > 0 ? clauses.slice(from).join(' ') : text).replace(mindChanged, '');
  const ofForm = /\b(?:phieu|to khai)\b/.test(plainWords(text)) || syllables(told).length <= fewest;
  const puts = instead.test(plainWords(text));
  if (!puts && isAsking(withoutLookalikes(told))) return undefined;
  if (!ofForm && formIn(told, world.knowledge.words)) return undefined;
  const adds = lead.kind === 'group' && Object.keys(addedTo(text, lead)).length > 0;
  const changes = from >= 0 || adds || rightsLine(text) || puts || saysAmiss.test(text);
  if (!changes && lineNamed(text)?.value === undefined) return undefined;
  const opened = updateLead(context, lead);
  const flow = opened.state.flow;
  if (flow?.flow !== 'register') return undefined;
  // "À anh chị ơi, em đổi số rồi, …": what leads up to it is left out.
  const open: Typed = { ...context, state: opened.state, heard: { ...heard, text: told } };
  return severalLines(open, flow) ?? takeStep(open, flow) ?? ownLine(open, flow) ?? otherLine(open, flow);
}
/** "Sai số người, còn 3": of a line that is named. */
const rightsLine = (text: string): boolean =>
  putsRight(text) && lineNamed(withoutOpener(text))?.value !== undefined;
/** "Xóa hết những gì tôi nói nãy giờ được không": asked about before anything is erased. */
const erasesTalk =
  /\b(?:xoa|huy)(?: (?:het|di|giup|ho|bo))* (?:(?:nhung|tat ca|moi) )?(?:gi|thu|dieu|tin|tin nhan) (?:ma )?(?:toi|em|e|minh|chau|bac|co|chu)(?: (?:da|vua))? (?:noi|ke|nhan|ghi|hoi|khai)\b/;

/** "Cho xem phiếu của tôi", "xem lại phiếu". */
const seesForm =
  /^(?:(?:cho|toi|em|e|minh|chau|bac|muon|xin|da|vay|the) )*(?:xem|coi)(?: lai)? (?:cai )?(?:phieu|thong tin|to khai|so dien thoai|sdt)(?: (?:cua|toi|em|e|minh|chau|bac|da|gui|vua|roi|do|ay|di|nhe|nha|a|voi|cai|xem|nao))*$/;

/** "Trong lời nhắn ghi 2 con trâu chết chưa", "phiếu của tôi ghi những gì": it is shown. */
const asksWhatStands =
  /^(?:(?:ma|the|vay|a|o|da|cam on|trong|o|tren|cai|cho (?:toi|em|minh) hoi) )*(?:loi nhan|phieu|to khai|tin nhan)(?: (?:cua|toi|em|e|minh|chau|bac|vua|gui|da|nay|do|ay|no|thi|co))* (?:ghi|viet|co|noi|de)(?: \S+){0,12} (?:chua|gi|nao|nhung gi|the nao|khong|ko|k|dung khong|nhu nao|ntn)(?: (?:vay|the|a|em|ad|nhi|roi))*$/;

/** "Ấy quên, đổi số điện thoại được không": that line of it is asked for. */
function lineOpened(context: Context, lead: Lead, step: FieldStep): Draft {
  const opened = updateLead(context, lead);
  const { flow } = opened.state;
  return flow?.flow === 'register'
    ? ask({ ...context, state: opened.state }, { ...flow, step, editing: true, tries: 0 }, [])
    : opened;
}

const fewest = 5;
/** "Tôi gửi nhầm rồi". */
const sentAmiss =
  /^(?:(?:a|oi|chet|thoi|toi|em|e|minh|chau|bac|hinh nhu|da) )*(?:gui|bam|dang ky) (?:nham|lon)(?: (?:roi|mat|a|em|ad|phieu))*$/;
/** "Gọi buổi sáng nhé". */
const callAt = /\b(?:goi|dien)\b/;
/** "Có 7 người chứ không phải 5". */
const instead = /\bchu (?:khong|ko|k)(?: phai)? /;
/** "Phiếu ghi sai loại". */
const saysAmiss = /(?<!\p{L})(?:phiếu|phieu|tờ khai|to khai)\s+(?:\S+\s+)?(?:sai|nhầm|nham)(?!\p{L})/iu;

/** "Sửa được không", said last. */
const mayChange =
  /^(?:co )?(?:sua|doi|thay)(?: lai)?(?: phieu)? (?:duoc|dc) (?:khong|ko|k)(?: (?:a|em|chau|ad|vay|nhi))*$/;

/** The form is opened with the remark in it, to be sent once more. */
function withRemark(context: Context, lead: Lead, remark: string): Draft {
  const opened = updateLead(context, lead);
  const { flow } = opened.state;
  return flow?.flow === 'register' ? remarked({ ...context, state: opened.state }, flow, remark) : opened;
}

/** "Số cũ hỏng rồi, số mới …" */
const newNumber =
  /\bso (?:moi|khac|cu|kia)\b|\b(?:doi|thay|sua|nham|sai|chuyen)(?: (?:sang|thanh|lai|bang|cai|qua))* so\b/;
const changing = /^(?:(?:gio|bay gio|toi|em|minh|muon|cho|xin|a|da) )*(?:doi|sua|thay|chuyen) /;
/** "Tôi đổi ý, làm …": what it shall be stands behind it. */
const mindChanged =
  /^(?:(?:tôi|toi|em|mình|minh|bác|bac|chị|chi|anh|cô|co|chú|chu|tui|thôi|thoi|à|a|giờ|gio|nay)\s+)*(?:đổi ý|doi y)(?:\s+(?:rồi|roi))?[\s,.:;]+(?=\S)/iu;
