// The frame of every desk page: navigation, notices, forms with their token; plain HTML that prints and zooms.
import { randomUUID } from 'node:crypto';
import { html, raw } from 'hono/html';
import type { Session } from '../store/sessions.ts';
import { firstWords } from './first-words.ts';

export type Html = ReturnType<typeof html>;
export type Part = Html | string;

const menu = [
  ['/can-bo', 'Tổng quan', 'all'],
  ['/can-bo/phieu', 'Phiếu', 'all'],
  ['/can-bo/cau-hoi', 'Câu hỏi tồn', 'all'],
  ['/can-bo/tro-chuyen', 'Trò chuyện', 'staff'],
  ['/can-bo/kenh', 'Kênh', 'all'],
  ['/can-bo/kho', 'Kho kiến thức', 'all'],
  ['/can-bo/tai-khoan', 'Tài khoản', 'admin'],
  ['/can-bo/nhat-ky', 'Nhật ký', 'admin'],
] as const;

function frame(title: string, body: Html, script?: string): Html {
  return html`<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${title} – Hỏi HTX</title><link rel="icon" href="/web/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="/can-bo/desk.css">${script ? html`<script type="module" src="${script}"></script>` : ''}</head>
<body><a class="skip" href="#noi-dung">Tới nội dung chính</a>${body}</body></html>`;
}

export function page(
  session: Session,
  options: {
    title: string;
    at: string;
    notice?: string | undefined;
    warn?: string | undefined;
    /** Its address; the page works without it. */
    script?: string;
  },
  ...body: Part[]
): Html {
  const role = session.account.role;
  const links = menu.filter(
    ([, , who]) => who === 'all' || role === 'admin' || (who === 'staff' && role === 'staff'),
  );
  return frame(
    options.title,
    html`<header class="top"><a class="name" href="/can-bo">Hỏi HTX <span>bàn cán bộ</span></a>
<nav aria-label="Mục">${links.map(([href, label]) => html`<a href="${href}"${href === options.at ? raw(' aria-current="page"') : ''}>${label}</a>`)}</nav>
<div class="me"><a href="/can-bo/toi" title="${session.account.name}"><span class="own-name">${session.account.name}</span></a>${form(session, '/can-bo/dang-xuat', html`<button class="link">Đăng xuất</button>`)}</div></header>
<main id="noi-dung"><h1>${options.title}</h1>
${options.notice ? html`<p class="notice" role="status">${options.notice}</p>` : ''}${options.warn ? html`<p class="warn" role="alert">${options.warn}</p>` : ''}
${body}</main>`,
    options.script,
  );
}

/** Pages outside a session: sign-in, links, refusals. */
export function plainPage(title: string, ...body: Part[]): Html {
  return frame(
    title,
    html`<header class="top"><span class="name">Hỏi HTX <span>bàn cán bộ</span></span></header><main id="noi-dung" class="narrow"><h1>${title}</h1>${body}</main>`,
  );
}

export function messagePage(title: string, text: string, link: { href: string; label: string }): Html {
  return plainPage(title, html`<p>${text}</p><p><a class="button" href="${link.href}">${link.label}</a></p>`);
}

export const alertLine = (error: string | undefined): Part =>
  error ? html`<p class="warn" role="alert">${error}</p>` : '';

export function form(session: Session, action: string, ...inside: Part[]): Html {
  return html`<form method="post" action="${action}"><input type="hidden" name="_csrf" value="${session.csrf}"><input type="hidden" name="_once" value="${randomUUID()}">${inside}</form>`;
}

/** The name of a control whose words stand on others of the page as well: with the words it is about. */
export const nameOf = (words: string, about: string | undefined): Part =>
  about ? html` aria-label="${words}: ${firstWords(about)}"` : '';

export function select(
  name: string,
  label: string,
  options: readonly (readonly [string, string])[],
  chosen: string | undefined,
): Html {
  return html`<label>${label}<select name="${name}">${options.map(([value, text]) => html`<option value="${value}"${value === (chosen ?? '') ? raw(' selected') : ''}>${text}</option>`)}</select></label>`;
}

/** A table that becomes cards on a narrow screen: each cell repeats its heading. A link `card-link` then covers its card. */
export function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly Part[])[],
  empty: string,
): Html {
  if (rows.length === 0) return html`<p class="empty">${empty}</p>`;
  return html`<div class="table"><table><caption>${caption}</caption><thead><tr>${head.map((h) => html`<th scope="col">${h}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell, i) => html`<td data-label="${head[i] ?? ''}">${cell}</td>`)}</tr>`)}</tbody></table></div>`;
}

/** What is looked at now and then, closed until asked for. */
export const folded = (title: Part, inside: Part): Html =>
  html`<details class="fold"><summary>${title}</summary>${inside}</details>`;

const time = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});
/** "23/11/2026 15:04", Việt Nam time. */
export function sayTime(iso: string | null | undefined): string {
  if (!iso) return '';
  const parts = Object.fromEntries(time.formatToParts(new Date(iso)).map((p) => [p.type, p.value]));
  return `${parts.day}/${parts.month}/${parts.year} ${parts.hour}:${parts.minute}`;
}
