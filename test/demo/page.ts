// The demo's one page: Zalo Bot and Zalo OA side by side as the farmer sees them, and below exactly what each API was sent.
import { html, raw } from 'hono/html';
import type { ZaloBotStub } from '../support/zalo-bot-stub.ts';
import type { ZaloOaStub } from '../support/zalo-oa-stub.ts';
import type { Bubble, Farmer } from './farmer.ts';

type Html = ReturnType<typeof html>;
/** What each stand-in can be told to answer next, instead of sending. */
export const illnesses = {
  bot: ['500', '429', '401', 'html'],
  oa: ['-32', '-211', '-224', '-230', '-216', 'html'],
} as const;

const css = `body{font:16px/1.5 system-ui,sans-serif;margin:1rem auto;max-width:70rem;padding:0 1rem;background:#e8eef5;color:#111}
.two{display:grid;grid-template-columns:repeat(auto-fit,minmax(20rem,1fr));gap:1rem}section{background:#fff;border-radius:.7rem;padding:1rem}
.b{white-space:pre-wrap;overflow-wrap:anywhere;margin:.5rem 3rem .5rem 0;padding:.5rem .7rem;border-radius:.7rem;background:#f1f3f6}.b.me{margin:.5rem 0 .5rem 3rem;background:#cfe5ff}
form{display:flex;flex-wrap:wrap;gap:.4rem;margin:.4rem 0}input{flex:1;min-width:8rem;font:inherit;padding:.4rem}button,select{font:inherit;padding:.4rem .7rem}pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#0d1b2a;color:#d7e3f4;padding:.6rem;border-radius:.5rem;font-size:.8rem}`;

export function demoPage(farmer: Farmer, bot: ZaloBotStub, oa: ZaloOaStub, app: string): Html {
  return html`<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Thử Zalo</title><style>${raw(css)}</style></head><body>
<h1>Thử Zalo</h1><p>Hai kênh Zalo giả chạy ngay trên máy này, giữ đúng các giới hạn đã biết. Không tin nào ra ngoài. Bàn cán bộ: <a href="${app}/can-bo">${app}/can-bo</a></p>
<div class="two">
<section><h2>Zalo Bot</h2>${farmer.bot.map((b) => bubble(b))}
<form method="post" action="/bot"><input name="text" aria-label="Nhắn Zalo Bot" autofocus required><button>Gửi</button></form>
<form method="post" action="/bot/anh"><button>Gửi một tấm ảnh</button></form>${ill('bot')}</section>
<section><h2>Zalo OA</h2>${farmer.oa.map((b, i) => bubble(b, i === farmer.oa.length - 1 || farmer.oa.slice(i + 1).every((x) => !x.mine)))}
<form method="post" action="/oa"><input name="text" aria-label="Nhắn Zalo OA" required><button>Gửi</button></form>
<form method="post" action="/oa/quan-tam"><button>Quan tâm OA</button></form>${ill('oa')}</section></div>
<div class="two"><section><h2>Zalo Bot API đã nhận</h2>${bot.calls
    .slice(-12)
    .reverse()
    .map(
      (c) => html`<pre>${c.method} ${JSON.stringify(c.body, null, 1)}
→ ${JSON.stringify(c.answer)}</pre>`,
    )}</section>
<section><h2>Zalo OA API đã nhận</h2>${oa.calls
    .slice(-12)
    .reverse()
    .map(
      (c) => html`<pre>${c.path} ${JSON.stringify(c.body, null, 1)}
→ ${JSON.stringify(c.answer)}</pre>`,
    )}</section></div></body></html>`;
}

/** `last`: of the newest answer, whose buttons can still be pressed. */
function bubble(b: Bubble, last = false): Html {
  return html`<div class="b${b.mine ? ' me' : ''}">${b.text}</div>${
    last && b.buttons.length > 0
      ? html`<form method="post" action="/oa">${b.buttons.map((t) => html`<button name="text" value="${t}">${t}</button>`)}</form>`
      : ''
  }${
    last && b.form
      ? html`<form method="post" action="/oa/mau"><input name="name" aria-label="Họ tên" placeholder="Họ tên" required><input name="phone" aria-label="Số điện thoại" placeholder="0912345678" required><button>Gửi mẫu</button></form>`
      : ''
  }`;
}

const ill = (side: 'bot' | 'oa'): Html =>
  html`<form method="post" action="/loi/${side}"><select name="code" aria-label="Lỗi">${illnesses[side].map((c) => html`<option>${c}</option>`)}</select><button>Lần gọi tới báo lỗi này</button></form>`;
