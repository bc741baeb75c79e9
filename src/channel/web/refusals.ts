// The pages shown instead of what was asked for: no such address, asked too often, a fault of ours; each says what to do now.
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

/** Without the style sheet and all else that may be what fails. */
export const troublePage = (): Html => html`<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Máy đang gặp trục trặc</title></head>
<body><h1>Máy đang gặp trục trặc</h1><p>Bạn chờ một phút rồi tải lại trang giúp tôi. Những gì đã gửi trước đó vẫn còn.</p><p><a href="/">Về trang đầu</a></p></body></html>`;
