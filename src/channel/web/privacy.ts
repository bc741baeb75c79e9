// The page /quyen-rieng-tu: the same promises as the notice in the talk, in full (Law 91/2025/QH15, Decree 356/2025/NĐ-CP).
import { html } from 'hono/html';
import { type Html, layout } from './page.ts';

export type PrivacyFacts = {
  operator: string;
  contact: string | undefined;
  talkMonths: number;
  leadMonths: number;
  consent: string;
};

export function privacyPage(facts: PrivacyFacts): Html {
  return layout(
    'Quyền riêng tư – Hỏi HTX',
    html`<main id="noi-dung" class="paper">
<h1>Quyền riêng tư</h1>
<p>Đây là dịch vụ trả lời tự động do <strong>${facts.operator}</strong> vận hành. Máy chỉ nói điều có trong văn bản đã kiểm tra; không dùng trí tuệ nhân tạo để tự nghĩ ra câu trả lời.</p>
<h2>Giữ những gì</h2>
<ul>
<li>Tin nhắn bạn gửi và câu trả lời, giữ <strong>${facts.talkMonths} tháng</strong> kể từ tin cuối của cuộc trò chuyện (của bạn hay của cán bộ), rồi tự xóa. Số điện thoại gõ trong câu hỏi được che đi.</li>
<li>Phiếu nguyện vọng (tên, số điện thoại, phường xã, ngành nghề, số người, giờ tiện gọi): chỉ ghi khi bạn bấm “Đồng ý”, giữ <strong>${facts.leadMonths} tháng</strong> kể từ lần cuối có thay đổi. Tên, số điện thoại và mọi chữ bạn gõ trong phiếu được mã hóa.</li>
<li>Trên trang web này: một cookie cần thiết để nhận ra cuộc trò chuyện của bạn. Không có cookie quảng cáo hay theo dõi.</li>
</ul>
<p>Không hỏi vị trí GPS, không hỏi ảnh giấy tờ, không hỏi số căn cước.</p>
<h2>Để làm gì</h2>
<p>Để trả lời bạn, để cán bộ gọi lại, và để ghép những người cùng nguyện vọng. Tên và số của bạn không đưa cho người khác khi bạn chưa đồng ý; không bán, không dùng để quảng cáo.</p>
<h2>Lời bạn đồng ý</h2>
<div class="quoted">${facts.consent.split('\n').map((l) => html`<p>${l}</p>`)}</div>
<h2>Quyền của bạn</h2>
<ul>
<li>Nhắn <strong>“thông tin của tôi”</strong> để xem; <strong>“sửa phiếu”</strong> để sửa; <strong>“xóa thông tin của tôi”</strong> để xóa ngay. Không đồng ý vẫn được hỏi đáp.</li>
<li>Rút lại đồng ý, phản đối, khiếu nại: nhắn “gặp cán bộ”${facts.contact ? html`, hoặc liên hệ ${facts.contact}` : ''}. Theo Nghị định 356/2025/NĐ-CP, yêu cầu được trả lời trong 2 ngày làm việc.</li>
</ul>
<h2>Qua Telegram, Zalo</h2>
<p>Nhắn qua Telegram hay Zalo thì tin nhắn đi qua máy chủ của họ (có thể ở nước ngoài) và theo điều khoản của họ.</p>
<p><a href="/">Về trang hỏi đáp</a></p>
</main>`,
    { script: false },
  );
}
