// The web chat as one plain page: readable by any phone, working without JavaScript, every word escaped by hono/html.
import { html, raw } from 'hono/html';
import type { Choice } from '../../conversation/message.ts';
import type { ShownTurn } from '../../conversation/store/talk-shown.ts';
import { box } from './message-box.ts';
import { ownWords, privacyPath, replyText } from './text.ts';

export type Html = ReturnType<typeof html>;
type PageData = {
  turns: readonly ShownTurn[];
  /** Nobody is called to this page: whoever is promised an answer is told how to see it. */
  awaits: boolean;
  messageId: string;
  /** Of the talk as shown: the live line tells only of what came after. */
  version: string;
  examples: readonly string[];
  /** As replies write it; on this page it is a link. */
  privacyAddress: string;
  error?: string;
  /** What could not be saved: the words stand in the box again, a button is offered again. */
  unsent?: { text?: string | undefined; choose?: string | undefined };
};

/** The parts of `chat.js`. */
export const scriptParts = ['kept', 'box', 'talk', 'send', 'live'];
/** Named beforehand, else a slow network would fetch one after the other. */
const scripts = [
  ...scriptParts.map((name) => `<link rel="modulepreload" href="/web/${name}.js">`),
  '<script type="module" src="/web/chat.js"></script>',
].join('\n');

export function layout(title: string, body: Html, options: { script: boolean }): Html {
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="Hỏi đáp về hỗ trợ của Nhà nước cho tổ hợp tác, hợp tác xã">
<meta name="theme-color" content="#14532d">
<title>${title}</title>
<link rel="icon" href="/web/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/web/chat.css">
${options.script ? raw(scripts) : ''}
</head>
<body>
<a class="skip" href="#noi-dung">Tới nội dung chính</a>
<header class="top"><a href="/" class="name">Hỏi HTX</a><span class="motto">Hỗ trợ tổ hợp tác, hợp tác xã</span></header>
${body}
</body>
</html>`;
}

export function chatPage(data: PageData): Html {
  // What waits for staff is answered by nothing: the way back to the bot stays in sight.
  const answered = data.turns.findLast((t) => t.replies.length > 0);
  const last = answered?.replies.at(-1);
  const body = html`<main id="noi-dung" class="talk">
<h1 class="hidden">Trò chuyện</h1>
<div id="log" data-version="${data.version}" role="log" aria-live="polite" aria-relevant="additions" aria-label="Tin nhắn">
${data.turns.length === 0 && !data.unsent ? welcome(data) : data.turns.map((t, i) => turn(t, data, { newest: i === data.turns.length - 1, offers: t === answered }))}
</div>
<p id="cho" class="awaits" role="status">${data.awaits ? awaits : ''}</p>
${last && last.choices.length > 0 ? choices(last.choices, data.messageId) : ''}
${data.unsent?.choose ? choices([{ id: data.unsent.choose, label: 'Gửi lại' }], data.messageId) : ''}
${data.error ? html`<p class="error" role="alert">${data.error}</p>` : ''}
${data.unsent ? html`<p class="back"><a href="/">Xem lại cuộc trò chuyện</a></p>` : ''}
<form id="hoi" class="ask" method="post" action="/chat" autocomplete="off">
<input type="hidden" name="id" value="${data.messageId}">
${box(last?.asks, data.unsent?.text ?? '')}
<button type="submit">Gửi</button>
</form>
<p class="foot"><a href="${privacyPath}">Quyền riêng tư</a></p>
</main>`;
  return layout('Hỏi HTX', body, { script: true });
}

const awaits =
  'Câu trả lời của cán bộ sẽ hiện ở trang này. Nếu đóng trang, lúc khác bạn mở lại trang này trên chính máy này để xem.';

function welcome(data: PageData): Html {
  return html`<div class="bot first"><p class="strong">Chào bạn! Bạn muốn hỏi gì?</p>
<p>Tôi là máy trả lời về hỗ trợ của Nhà nước cho tổ hợp tác, hợp tác xã. Cứ gõ như nói chuyện, không dấu cũng được.</p></div>
<form class="choices" method="post" action="/chat" aria-label="Câu hỏi gợi ý">
<input type="hidden" name="id" value="${data.messageId}">
${data.examples.map((q) => html`<button type="submit" name="text" value="${q}">${q}</button>`)}
<button type="submit" name="choose" value="do:register">Đăng ký lập nhóm</button>
</form>`;
}

/** `#moi` is where a browser without script is led after sending: the newest answer's beginning. */
function turn(t: ShownTurn, data: PageData, is: { newest: boolean; offers: boolean }): Html {
  const mark = (on: boolean) => (is.newest && on ? raw(' id="moi"') : '');
  return html`<div class="turn" id="t-${t.id}">
${t.said ? html`<div class="me"${mark(t.replies.length === 0)}><span class="hidden">Bạn: </span>${ownWords(t.said)}</div>` : ''}
${t.replies.map(
  (
    r,
    i,
  ) => html`<div class="bot${t.fromStaff ? ' staff' : ''}"${mark(i === 0)} tabindex="-1"><span class="hidden">${t.fromStaff ? 'Cán bộ' : 'Trả lời'}: </span>
${t.fromStaff ? html`<p class="note">Cán bộ trả lời</p>` : ''}${replyText(r, data.privacyAddress)}</div>`,
)}
${is.offers ? offered(t.replies.at(-1)?.choices ?? []) : ''}
</div>`;
}

/** The buttons stand outside the log: who hears the page is told of them with the answer. */
function offered(all: readonly Choice[]): Html | '' {
  const labels = all.map((c) => c.label).join('; ');
  return all.length > 0
    ? html`<p class="hidden offered">Có ${all.length} lựa chọn bên dưới: ${labels}.</p>`
    : '';
}

function choices(all: readonly Choice[], messageId: string): Html {
  return html`<form class="choices" id="chon" method="post" action="/chat" aria-label="Chọn nhanh">
<input type="hidden" name="id" value="${messageId}">
${all.map((c) => html`<button type="submit" name="choose" value="${c.id}">${c.label}</button>`)}
</form>`;
}
