// The desk's page for an address that is none, with the menu at hand.
import { html } from 'hono/html';
import type { Pages } from '../deps.ts';
import { page } from './layout.ts';

/** Stands last: takes what no other page took. */
export const notFoundPages: Pages = (app) => {
  app.all('*', (c) =>
    c.html(
      page(
        c.get('session'),
        { title: 'Không có trang này', at: '' },
        html`<p>Địa chỉ có thể gõ nhầm, hoặc trang đã chuyển đi. Bạn chọn một mục ở trên, hoặc:</p>
<p><a class="button" href="/can-bo">Về Tổng quan</a> <a class="button quiet" href="/can-bo/phieu">Danh sách phiếu</a></p>`,
      ),
      404,
    ),
  );
};
