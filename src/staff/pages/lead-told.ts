// What the page of a lead says after a save: what was done, or why nothing was.

/** By the field of the form. */
export const notices = {
  status: 'đổi tình trạng',
  reason: 'ghi kết quả',
  to: 'giao việc',
  callBack: 'hẹn ngày gọi lại',
  dropCallBack: 'bỏ ngày hẹn gọi lại',
  note: 'ghi chú',
  message: 'gửi lời nhắn cho người này',
} as const;
/** What the group's own forms did. */
export const groupNotices = {
  grouped: 'ghép thành một nhóm',
  ungrouped: 'đưa phiếu này ra khỏi nhóm',
  'group-note': 'ghi chú vào mọi phiếu của nhóm',
} as const;
export const refusals = {
  'too-long': 'Có ô chữ dài quá. Bạn rút ngắn rồi bấm Lưu lại; chưa có gì được lưu.',
  'no-message':
    'Bạn đã đánh dấu câu được trả lời mà chưa viết lời nhắn. Chưa có gì được lưu; bạn viết lời nhắn, hoặc bỏ dấu ở câu ấy, rồi bấm Lưu lại.',
  'no-day': 'Ngày hẹn gọi lại phải từ hôm nay đến một năm tới. Chưa có gì được lưu; bạn chọn ngày khác.',
  finished:
    'Phiếu đã thành lập hay khép lại thì không hẹn gọi lại. Chưa có gì được lưu; bạn bỏ ngày hẹn hoặc chọn tình trạng khác.',
  'cannot-work': 'Tài khoản được giao không còn làm việc này được. Chưa có gì được lưu; bạn chọn người khác.',
  'changed-meanwhile':
    'Có người khác vừa sửa phiếu này. Chưa có gì được lưu; chữ bạn gõ còn ở bên dưới. Bạn xem lại rồi bấm Lưu lần nữa nếu còn cần.',
  erased:
    'Người này vừa xóa thông tin của mình: không gọi, không nhắn nữa. Điều bạn vừa bấm Lưu không được lưu, lời nhắn không được gửi.',
  'no-talk': 'Không còn cuộc trò chuyện với người này, lời nhắn chưa gửi được. Phần còn lại đã lưu.',
} as const;
