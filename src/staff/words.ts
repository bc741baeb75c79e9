// The desk's words for statuses, forms, channels, outcomes and roles: one list, used by pages and exports alike.
export const statusWords = {
  new: 'Mới',
  contacted: 'Đã liên hệ',
  waiting: 'Đang chờ',
  formed: 'Đã thành lập',
  closed: 'Khép lại',
} as const;
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
export const operatorWords: Record<string, string> = {
  name: 'Tên đơn vị vận hành',
  office: 'Địa chỉ gặp dân',
  phone: 'Số điện thoại',
  hours: 'Giờ làm việc',
  responsible: 'Người chịu trách nhiệm dữ liệu',
};
export const eventWords: Record<string, string> = {
  created: 'Người dân gửi phiếu',
  changed: 'Người dân sửa phiếu',
  status: 'Đổi tình trạng',
  assigned: 'Giao việc',
  note: 'Ghi chú',
};
