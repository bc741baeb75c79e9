// The desk's lists in a real browser: whole words at every width, cards with everything in reach on a phone, a list that prints.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { settleGaps } from '../../src/conversation/store/gaps-settled.ts';
import { joinLeads } from '../../src/leads/store/founders.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { inChromium, launch } from '../support/browser.ts';
import { firstAdmin } from '../support/desk.ts';
import { addLead } from '../support/leads.ts';

inChromium('the desk in a browser', () => {
  let app: TestApp;
  let browser: Browser;
  let page: Page;
  let lead: string;
  const trade = 'bưởi Đại Minh và cây ăn quả có múi trồng xen dưới tán rừng quế, nuôi ong lấy mật';
  const person = {
    name: 'Nguyễn Thị Phương Thảo',
    phone: '+84987654321',
    place: 'phuong-van-phu',
    members: 12,
  };

  beforeAll(async () => {
    app = await startTestApp();
    for (let i = 0; i < 55; i++) lead = await addLead(app, { ...person, productText: i % 2 ? trade : 'chè' });
    await app.db.updateTable('lead').set({ call_back_on: '2026-11-20' }).where('id', '=', lead).execute();
    const endless = { ...person, form: 'htx', productText: `https://vidu.vn/${'a'.repeat(90)}` } as const;
    await addLead(app, endless, '2026-11-22T00:00:00Z');
    browser = await launch();
    const context = await browser.newContext({ locale: 'vi-VN' });
    const { cookies } = await firstAdmin(app);
    await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: app.url })));
    page = await context.newPage();
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });
  const open = async (width: number, where: string) => {
    await page.setViewportSize({ width, height: 844 });
    await page.goto(`${app.url}/can-bo${where}`);
  };
  /** Words of the table that stand on more than one line; what has no end may. */
  const broken = () =>
    page.evaluate(() => {
      const found: string[] = [];
      const walker = document.createTreeWalker(
        document.querySelector('table') as Element,
        NodeFilter.SHOW_TEXT,
      );
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        for (const word of (node.textContent ?? '').matchAll(/\S{1,30}(?!\S)/g)) {
          if (word.index > 0 && !/\s/.test(node.textContent?.[word.index - 1] ?? ' ')) continue;
          const range = document.createRange();
          range.setStart(node, word.index);
          range.setEnd(node, word.index + word[0].length);
          const lines = new Set([...range.getClientRects()].map((r) => Math.round(r.top)));
          if (lines.size > 1) found.push(word[0]);
        }
      return found;
    });

  test.each([320, 390, 768, 940, 941, 1024, 1280])(
    'at %i px no word is broken and nothing is cut off',
    async (width) => {
      for (const where of ['/phieu', '/phieu?form=htx', '/tro-chuyen', '/kenh']) {
        await open(width, where);
        if ((await page.locator('table').count()) === 0) continue;
        expect(await broken(), where).toEqual([]);
        const hidden = await page.evaluate(() => {
          const box = document.querySelector('.table') as Element;
          return box.scrollWidth - box.clientWidth;
        });
        expect(hidden, where).toBeLessThanOrEqual(0);
      }
    },
  );

  test.each([320, 390])(
    'at %i px every page of the menu is in sight, and so is where one is',
    async (width) => {
      for (const where of ['', '/nhat-ky']) {
        await open(width, where);
        for (const link of await page.locator('.top nav a').all()) {
          const box = await link.boundingBox();
          expect((box?.x ?? 9999) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
        }
        expect(await page.locator('.top nav a[aria-current]').count()).toBe(1);
      }
    },
  );

  test.each([320, 390, 1280])('at %i px a long name of an account leaves the header whole', async (width) => {
    const name = 'Nguyễn Thị Phương Thảo Nguyên, Phòng Kinh tế hạ tầng và đô thị phường '
      .repeat(2)
      .slice(0, 80);
    const { id } = await app.db.selectFrom('staff_account').select(['id']).executeTakeFirstOrThrow();
    await app.db.updateTable('staff_account').set({ name }).where('id', '=', id).execute();
    await open(width, '');
    const link = page.locator('.me a');
    expect(await link.getAttribute('title')).toBe(name);
    const [box, out] = [await link.boundingBox(), await page.getByText('Đăng xuất').boundingBox()];
    expect(box?.width).toBeLessThan(220);
    expect((out?.x ?? 9999) + (out?.width ?? 0)).toBeLessThanOrEqual(width);
    expect(Math.abs((out?.y ?? 0) - (box?.y ?? 99))).toBeLessThan(20);
  });

  test('on a phone what one presses is in sight and 44 px high, on the pages where leads and questions are worked', async () => {
    const { place, product } = { place: 'phuong-au-lau', product: 'che' };
    const names = ['Nguyễn Thị Phương Thảo Nguyên', 'Lò Thị Hoa', 'Giàng A Páo'];
    const [one = '', two = ''] = await Promise.all(
      names.map((name) => addLead(app, { ...person, place, product, name })),
    );
    await app.db.updateTable('lead').set({ call_back_on: '2026-11-20' }).where('id', '=', one).execute();
    const by = { actor: 'someone', now: new Date('2026-11-23T03:00:00Z') };
    await joinLeads(app.db, app.vault, one, [two], undefined, by);
    for (const who of ['a', 'b', 'c']) await app.say(who, 'nuôi đà điểu thì kê vào ô số mấy');
    const { conversationId } = await app.say('c', 'con ca sau tren mai nha ke vao o so may');
    const { id: me } = await app.db.selectFrom('staff_account').select('id').executeTakeFirstOrThrow();
    const gaps = await app.db.selectFrom('gap').select('id').where('question', 'like', '%đà điểu%').execute();
    const ids = gaps.map((g) => g.id);
    await settleGaps(app.db, ids, 'ignored', { accountId: me, now: by.now });
    const places = [
      '',
      `/phieu/${one}`,
      `/phieu/${one}/nhom`,
      `/cau-hoi?luc=${by.now.toISOString()}`,
      '/cau-hoi?xem=ignored',
      `/tro-chuyen/${conversationId}`,
      '/phieu?call=due',
    ];
    for (const where of places) {
      await open(390, where);
      const wrong = await page.evaluate(() => {
        for (const fold of document.querySelectorAll('details')) fold.open = true;
        const pressed =
          'button, input:not([type=hidden], [type=checkbox]), select, textarea, summary, .tab, .paging a, .members a, .tools a, .top nav a, a[href^="tel:"], label:has([type=checkbox])';
        const small = [...document.querySelectorAll(pressed)].flatMap((e) => {
          const { width, height, right } = e.getBoundingClientRect();
          const fits = height >= 43.5 && right <= innerWidth;
          return width === 0 || fits ? [] : [`${e.tagName} ${Math.round(height)} ${e.textContent?.trim()}`];
        });
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth > clientWidth ? [...small, `${scrollWidth} px wide`] : small;
      });
      expect(wrong, where).toEqual([]);
    }
  });

  test('on a phone paging and files are on the first screen, and the whole card opens its lead', async () => {
    await open(390, '/phieu');
    for (const name of ['Cũ hơn →', 'Excel (.xlsx)', 'CSV']) {
      const box = await page.getByRole('link', { name }).first().boundingBox();
      expect((box?.y ?? 9999) + (box?.height ?? 0), name).toBeLessThan(844);
    }
    const name = page.locator('tbody tr').getByText('Nguyễn Thị Phương Thảo').first();
    await name.scrollIntoViewIfNeeded();
    const pressed = await name.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const there = document.elementFromPoint(left + width / 2, top + height / 2);
      (there as HTMLElement).click();
      return there?.className;
    });
    expect(pressed).toContain('card-link');
    await page.waitForURL('**/can-bo/phieu/*');
  });

  test('an open talk shows by itself what its person writes, beside what is being typed; without script a link does', async () => {
    const { conversationId } = await app.say('nga', 'chào');
    const where = `/tro-chuyen/${conversationId}`;
    await open(390, where);
    const box = page.getByLabel('Nhắn cho người này');
    await box.fill('Chữ đang gõ');
    await app.say('nga', 'bao giờ bác gọi tôi');
    const talk = page.getByRole('log');
    await expect.poll(() => talk.textContent(), { timeout: 15_000 }).toContain('Dân: bao giờ bác gọi tôi');
    expect(await talk.locator('li').count()).toBe(2);
    expect(await box.inputValue()).toBe('Chữ đang gõ');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('text');

    const context = await browser.newContext({ javaScriptEnabled: false });
    await context.addCookies(await page.context().cookies());
    const plain = await context.newPage();
    await plain.goto(`${app.url}/can-bo${where}`);
    await app.say('nga', 'tôi chờ ở nhà');
    await plain.getByRole('link', { name: 'Xem tin mới' }).click();
    await expect.poll(() => plain.getByRole('log').textContent()).toContain('Dân: tôi chờ ở nhà');
    await context.close();
  });

  test('from a lead back to the same list, and on to the next', async () => {
    await open(1280, '/phieu?place=phuong-van-phu&page=2');
    await page.locator('tbody a.card-link').first().click();
    const first = page.url();
    await page.getByRole('link', { name: 'Cũ hơn →' }).click();
    await page.waitForURL((url) => url.href !== first);
    await page.getByRole('link', { name: '← Mới hơn' }).click();
    await page.waitForURL(first);
    await page.getByRole('link', { name: 'Về danh sách' }).click();
    await page.waitForURL('**/can-bo/phieu?place=phuong-van-phu&page=2');
  });

  test('a list prints across the sheet, a lead along it, with no heading over nothing', async () => {
    const sheets = async () =>
      [
        ...(await page.pdf({ preferCSSPageSize: true }))
          .toString('latin1')
          .matchAll(/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g),
      ].map(([, width, height]) => Number(width) > Number(height));
    await open(1280, '/phieu');
    expect(new Set(await sheets())).toEqual(new Set([true]));
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 1030, height: 700 });
    expect(await broken()).toEqual([]);
    expect(await page.locator('.tabs, .filters, .tools').filter({ visible: true }).count()).toBe(0);
    await page.goto(`${app.url}/can-bo/phieu/${lead}`);
    expect(await page.locator('h2').filter({ visible: true }).allTextContents()).toEqual([
      'Lịch sử',
      'Cuộc trò chuyện',
    ]);
    await page.emulateMedia({ media: 'screen' });
    expect(new Set(await sheets())).toEqual(new Set([false]));
  });
});
