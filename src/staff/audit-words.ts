// The audit log in words: what each action is called, under which kind it is looked for, and what its detail says.
import { z } from 'zod';
import type { AuditAction } from '../database/audit.ts';
import { sayTime } from './pages/layout.ts';
import { roles } from './store/accounts.ts';
import { callBackChange, callBackDone, partWords, roleWords, statusWords } from './words.ts';

export const actionKinds = {
  lead: 'Phiếu: gửi, sửa, xử lý',
  look: 'Phiếu: xem, tải về',
  talk: 'Trò chuyện, câu hỏi tồn',
  account: 'Tài khoản',
  data: 'Xóa dữ liệu, đơn vị, máy chủ',
} as const;
export type ActionKind = keyof typeof actionKinds;

const actions = {
  'lead.created': ['lead', 'Gửi phiếu'],
  'lead.changed': ['lead', 'Sửa phiếu của mình'],
  'lead.status': ['lead', 'Đổi tình trạng phiếu'],
  'lead.assigned': ['lead', 'Giao phiếu'],
  'lead.note': ['lead', 'Ghi chú vào phiếu'],
  'lead.call-back': ['lead', 'Hẹn gọi lại'],
  'lead.grouped': ['lead', 'Ghép phiếu vào nhóm'],
  'lead.ungrouped': ['lead', 'Đưa phiếu ra khỏi nhóm'],
  'lead.viewed': ['look', 'Mở xem phiếu'],
  'lead.exported': ['look', 'Tải danh sách phiếu'],
  'gap.answered': ['talk', 'Trả lời câu hỏi tồn'],
  'gap.done': ['talk', 'Đánh dấu câu hỏi đã xong'],
  'gap.ignored': ['talk', 'Bỏ qua câu hỏi'],
  'gap.reopened': ['talk', 'Đưa lại câu hỏi tồn'],
  'talk.said': ['talk', 'Nhắn cho người dân'],
  'talk.taken-over': ['talk', 'Nhận lấy cuộc trò chuyện'],
  'talk.given-back': ['talk', 'Trả cuộc trò chuyện cho máy'],
  'account.invited': ['account', 'Mời lập tài khoản'],
  'account.added': ['account', 'Lập tài khoản'],
  'account.changed': ['account', 'Đổi tài khoản'],
  'account.reset': ['account', 'Gửi đường dẫn đặt lại mật khẩu'],
  'account.password': ['account', 'Đổi mật khẩu'],
  'account.telegram-linked': ['account', 'Nối Telegram'],
  'account.telegram-unlinked': ['account', 'Ngắt Telegram'],
  'operator.facts': ['data', 'Sửa thông tin đơn vị'],
  'person.erased': ['data', 'Người dân xóa thông tin của mình'],
  retention: ['data', 'Xóa dữ liệu quá hạn giữ'],
  'outbox.dropped': ['data', 'Bỏ tin chờ gửi'],
  'database.restored': ['data', 'Khôi phục từ bản sao'],
} as const satisfies Record<AuditAction, readonly [ActionKind, string]>;

export const actionsOfKind = (kind: ActionKind): AuditAction[] =>
  (Object.keys(actions) as AuditAction[]).filter((a) => actions[a][0] === kind);

/** A log restored from elsewhere may hold what this version no longer writes. */
const isKnown = (action: string): action is AuditAction => Object.hasOwn(actions, action);
export const actionWords = (action: string): string => (isKnown(action) ? actions[action][1] : action);

type Names = ReadonlyMap<string, string>;
const roleWord = (role: string): string => roleWords[role as keyof typeof roleWords] ?? role;
const Changed = z.object({ role: z.enum(roles).optional(), disabled: z.boolean().optional() });
const Restored = z.object({ latest: z.string().nullish(), again: z.number(), unsent: z.number() });
const Retained = z.record(z.string(), z.number());
const retained: Record<string, string> = {
  inbound: 'mã tin đã nhận',
  talks: 'cuộc trò chuyện',
  drafts: 'phiếu ghi dở',
  leads: 'phiếu',
  outbox: 'tin chờ trên web',
  staff: 'phiên và đường dẫn cũ của cán bộ',
};

const details: Partial<Record<AuditAction, (detail: string, names: Names) => string>> = {
  'lead.status': (d) =>
    d
      .split(' → ')
      .map((s) => statusWords[s as keyof typeof statusWords] ?? s)
      .join(' → '),
  'lead.assigned': (d, names) =>
    d === 'nobody' ? 'không giao ai' : `cho ${names.get(d) ?? 'người không rõ'}`,
  'lead.call-back': (d) => callBackDone[d] ?? callBackChange(d),
  'lead.grouped': (d) => `nhóm ${d} phiếu`,
  'lead.ungrouped': (d) => partWords[d] ?? d,
  'lead.exported': (d) => d.replace(/^\d+$/, '$& phiếu'),
  'gap.done': (d) => `${d} câu`,
  'gap.ignored': (d) => `${d} câu`,
  'gap.reopened': (d) => `${d} câu`,
  'account.invited': (d) => d.replace(/^\w+/, roleWord).replace(', from the command line', ', từ máy chủ'),
  'account.added': roleWord,
  'account.changed': (d) => {
    const { role, disabled } = Changed.parse(JSON.parse(d));
    const said = disabled === undefined ? [] : [disabled ? 'khóa' : 'mở khóa'];
    return [...(role ? [`quyền mới: ${roleWord(role)}`] : []), ...said].join('; ');
  },
  'person.erased': (d) => d.replace(' leads', ' phiếu'),
  retention: (d) =>
    Object.entries(Retained.parse(JSON.parse(d)))
      .filter(([, n]) => n > 0)
      .map(([what, n]) => `${n} ${retained[what] ?? what}`)
      .join(', '),
  'outbox.dropped': (d) => d.replace(' after a restore', ' tin, sau khi khôi phục'),
  'database.restored': (d) => {
    const { latest, again, unsent } = Restored.parse(JSON.parse(d));
    return `bản sao đến ${sayTime(latest) || 'lúc chưa có gì'}; xóa lại ${again} người, bỏ ${unsent} tin`;
  },
};

/** As it was written where nothing better can be said. */
export function detailWords(action: string, detail: string, names: Names): string {
  const say = isKnown(action) ? details[action] : undefined;
  if (!say || detail === '') return detail;
  try {
    return say(detail, names);
  } catch {
    return detail;
  }
}
