// The desk's words for statuses, forms, channels, outcomes and roles: one list, used by pages and exports alike.
import type { CallBackState } from '../leads/call-back.ts';

export const statusWords = {
  new: 'Mới',
  contacted: 'Đã liên hệ',
  waiting: 'Đang chờ',
  formed: 'Đã thành lập',
  closed: 'Khép lại',
} as const;
export const leadStateWords = { ...statusWords, erased: 'Đã xóa' } as const;
export const kindWords: Record<string, string> = { group: 'Lập nhóm', callback: 'Xin gọi lại' };
export const formWords: Record<string, string> = { tht: 'Tổ hợp tác', htx: 'Hợp tác xã', unsure: 'Chưa rõ' };
export const channelWords: Record<string, string> = {
  web: 'Web',
  telegram: 'Telegram',
  'zalo-bot': 'Zalo Bot',
  'zalo-oa': 'Zalo OA',
  console: 'Dòng lệnh',
};
export const roleWords = { admin: 'Quản trị', staff: 'Cán bộ', viewer: 'Chỉ xem' } as const;
export const outcomeWords: Record<string, string> = {
  answered: 'Đã trả lời',
  choose: 'Hỏi lại để chọn',
  out_of_date: 'Quy định đã qua',
  no_answer: 'Chưa trả lời được',
  off_topic: 'Ngoài phạm vi',
  small_talk: 'Chào hỏi',
  urgent: 'Khẩn cấp',
  handover: 'Chuyển cán bộ',
  action: 'Làm việc (phiếu, dữ liệu)',
};
export const validityWords: Record<string, string> = {
  in_force: 'đang áp dụng',
  ended: 'đã qua',
  not_yet: 'chưa áp dụng',
  unknown: 'chưa rõ',
};
/** What became of questions that staff settled; said right after. */
export const settledWords: Record<string, string> = {
  answered: 'Đã tính là trả lời xong',
  done: 'Đã đánh dấu xong',
  ignored: 'Đã bỏ qua',
};
export const operatorWords = {
  name: 'Tên đơn vị vận hành',
  office: 'Địa chỉ gặp dân',
  phone: 'Số điện thoại',
  hours: 'Giờ làm việc',
  responsible: 'Người chịu trách nhiệm dữ liệu',
} as const;
/** How the day of a promised call stands. */
export const callBackWords: Record<CallBackState, string> = {
  overdue: 'quá hẹn gọi',
  today: 'hẹn gọi hôm nay',
  later: 'hẹn gọi',
};
/** A change of that day: "none" or nothing when it was taken back. */
export const callBackChange = (day: string): string => (/^\d/.test(day) ? sayShortDay(day) : 'bỏ ngày hẹn');
/** What was done to that day, for the audit log, which does not hold it. */
export const callBackDone: Record<string, string> = {
  set: 'đặt ngày hẹn',
  moved: 'đổi ngày hẹn',
  none: 'bỏ ngày hẹn',
};
/** "30/11/2026", as the desk writes its times. */
export const sayShortDay = (day: string): string => day.split('-').reverse().join('/');
/** Why a lead is in its group no more, where staff did not take it out. */
export const partWords: Record<string, string> = {
  moved: 'người dân đổi nơi ở hoặc ngành',
  alone: 'nhóm không còn phiếu nào khác',
};
export const eventWords: Record<string, string> = {
  created: 'Người dân gửi phiếu',
  changed: 'Người dân sửa phiếu',
  status: 'Đổi tình trạng',
  assigned: 'Giao việc',
  note: 'Ghi chú',
  'call-back': 'Hẹn gọi lại',
  grouped: 'Ghép nhóm',
  ungrouped: 'Ra khỏi nhóm',
  said: 'Nhắn cho người dân',
};
/** How a channel stands, in words for those who are no engineers. */
export const stateWords: Record<string, string> = {
  starting: 'đang khởi động',
  polling: 'đang chạy',
  standby: 'đang chạy (tiến trình khác nhận tin)',
  webhook: 'đang chạy',
  unreachable: 'không liên lạc được; máy tự thử lại, tin chờ gửi',
  refused: 'bị từ chối; người vận hành xem ghi chú',
  'no-token': 'mất quyền: người quản trị kênh phải cấp lại mã',
  quota: 'hết lượt gửi của gói; tin chờ gửi',
  account: 'tài khoản hoặc gói bị chặn: người quản trị kênh xem ghi chú; tin chờ gửi',
};
export const unsentWords: Record<string, string> = {
  failed: 'không gửi nữa',
  dropped: 'bỏ, không gửi',
};

const reasons: readonly (readonly [RegExp, string])[] = [
  [/seven days|-230\b/, 'quá 7 ngày từ tin cuối của người dân, Zalo không cho nhắn'],
  [/48 hours/, 'quá 48 giờ và đã hết lượt'],
  [/no token|-216\b|-220\b|\b401\b/, 'kênh mất quyền gửi'],
  [/-211\b|\b429\b|rate limited|-32\b/, 'hết lượt hoặc gửi quá nhanh'],
  [/-213\b|-217\b|-227\b|-244\b|telegram 403/, 'người dân đã chặn, bỏ quan tâm hoặc lâu không dùng'],
  [/person erased/, 'người dân vừa xóa thông tin của mình'],
  [/older copy restored/, 'tin cũ trong bản sao đã khôi phục, có thể đã gửi trước đó'],
  [/may have arrived/, 'kênh không trả lời cả hai lần gửi; tin có thể đã tới'],
  [/unreachable|http|zalo-bot 0\b|\b50\d\b/, 'không liên lạc được với kênh'],
];
/** The platform's code stays beside the words, for who looks into it. */
export function reasonWords(reason: string): string {
  const words = reasons.find(([pattern]) => pattern.test(reason))?.[1];
  return words ? `${words} (${reason})` : reason;
}
