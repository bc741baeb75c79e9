// The pages for an address that is none and for one asked too often: say so, and what to do instead.
import { html } from 'hono/html';
import { type Html, layout } from './page.ts';
import { privacyPath } from './text.ts';

export function notFoundPage(): Html {
  return layout(
    'Không có trang này – Hỏi HTX',
    html`<main id="noi-dung" class="paper">
<h1>Không có trang này</h1>
<p>Địa chỉ có thể gõ nhầm, hoặc trang đã chuyển đi. Bạn chọn một trong các trang sau:</p>
<ul>
<li><a href="/">Trang hỏi đáp</a>: hỏi về tổ hợp tác, hợp tác xã, đăng ký nguyện vọng</li>
<li><a href="${privacyPath}">Quyền riêng tư</a></li>
</ul>
</main>`,
    { script: false },
  );
}

export function tooManyPage(): Html {
  return layout(
    'Chờ một chút – Hỏi HTX',
    html`<main id="noi-dung" class="paper">
<h1>Chờ một chút</h1>
<p>Từ mạng của bạn đang có quá nhiều lượt mở trang cùng lúc. Bạn chờ vài giây rồi tải lại trang giúp tôi.</p>
</main>`,
    { script: false },
  );
}
