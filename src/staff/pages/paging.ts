// Long lists by the page: which page is meant, and the line that says where one stands and leads to the pages beside it.
import { html } from 'hono/html';
import { z } from 'zod';
import type { Html } from './layout.ts';

/** A page's number as an address brings it: whatever is no page is the first. */
export const pageOf = z.coerce.number().int().min(1).max(10_000).catch(1);

type Paged = { page: number; pages: number; total: number; limit: number; offset: number };

/** A page after the last is the last. */
export function paged(wanted: number, total: number, limit: number): Paged {
  const pages = Math.max(1, Math.ceil(total / limit));
  const page = Math.min(wanted, pages);
  return { page, pages, total, limit, offset: (page - 1) * limit };
}

export function paging(at: Paged, what: string, href: (page: number) => string): Html | '' {
  if (at.total === 0) return '';
  const last = Math.min(at.total, at.offset + at.limit);
  const link = (page: number, label: string) => html`<a href="${href(page)}">${label}</a>`;
  return html`<nav class="paging" aria-label="Trang">${at.page > 1 ? link(at.page - 1, '← Mới hơn') : ''}
<span>${at.pages > 1 ? `${at.offset + 1}–${last} trong ` : ''}${at.total} ${what}${at.pages > 1 ? `. Trang ${at.page}/${at.pages}` : ''}</span>
${at.page < at.pages ? link(at.page + 1, 'Cũ hơn →') : ''}</nav>`;
}
