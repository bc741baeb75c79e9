// The chat page on a bad network, for a screen reader and a keyboard: nothing typed is lost, one log is appended to, the focus and the screen go to the answer.
// With PICTURES=<folder> what is shown is also saved as a picture.
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sayAsStaff } from '../../src/conversation/store/say-as-staff.ts';
import { setTakenOver } from '../../src/conversation/store/taken-over.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { inChromium, launch } from '../support/browser.ts';

const long = { timeout: 20_000 };
const phone = { width: 390, height: 844 };

inChromium('the chat page', () => {
  let app: TestApp;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    app = await startTestApp();
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });
  beforeEach(async () => {
    page = await newPage();
    await page.goto(app.url);
  });
  afterEach(() => page.context().close());

  async function newPage(more: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: phone, locale: 'vi-VN', hasTouch: true, ...more });
    return context.newPage();
  }
  async function picture(name: string): Promise<void> {
    const tooWide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(tooWide, `${name} is wider than the screen`).toBeLessThanOrEqual(0);
    if (!process.env.PICTURES) return;
    await page.screenshot({ path: join(process.env.PICTURES, `${name}-390.png`) });
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.screenshot({ path: join(process.env.PICTURES, `${name}-1280.png`) });
    await page.setViewportSize(phone);
  }
  const type = async (text: string): Promise<void> => {
    await page.fill('#text', text);
    await page.keyboard.press('Enter');
  };
  async function send(text: string): Promise<void> {
    const before = await page.locator('#log .me').count();
    await type(text);
    await expect.poll(() => page.locator('#log .me').count()).toBe(before + 1);
    await expect.poll(() => page.locator('.unsent').count(), long).toBe(0);
  }
  const mine = (): Promise<string[]> =>
    page
      .locator('#log .me')
      .allTextContents()
      .then((all) => all.map((t) => t.replace(/^Bạn: /, '')));
  const lastReply = (): Promise<string> =>
    page
      .locator('#log .bot')
      .last()
      .textContent()
      .then((t) => t ?? '');
  const newestTalk = (): Promise<string> =>
    app.db
      .selectFrom('conversation')
      .select('id')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
      .then(({ id }) => id);
  const failed = () => page.locator('.unsent .error');
  const cut = (): Promise<void> => page.route('**/chat', (r) => r.abort()).then(() => undefined);
  const mend = (): Promise<void> => page.unroute('**/chat');
  /** Wholly on the screen, and not under the box that stands over its foot. */
  const inView = (selector: string): Promise<boolean> =>
    page
      .locator(selector)
      .last()
      .evaluate((el) => {
        const seen = el.getBoundingClientRect();
        const box = document.getElementById('hoi')?.getBoundingClientRect().top ?? 0;
        return seen.top >= 0 && seen.bottom <= box;
      });
  const focused = (): Promise<string> =>
    page.evaluate(() => document.activeElement?.id || document.activeElement?.className || 'nothing');

  describe('on a bad network', () => {
    test('what is typed while an earlier message is tried again is never lost; each bubble has its own retry', async () => {
      await send('chào');
      await cut();
      await type('htx cần mấy người');
      await page.fill('#text', 'tht cần mấy người');
      await expect.poll(() => failed().count(), long).toBe(1);
      expect(await page.inputValue('#text')).toBe('tht cần mấy người');
      expect(await mine()).toEqual(['chào', 'htx cần mấy người']);
      await page.keyboard.press('Enter');
      await expect.poll(() => failed().count(), long).toBe(2);
      expect(await mine()).toEqual(['chào', 'htx cần mấy người', 'tht cần mấy người']);
      expect(await failed().first().textContent()).toContain('htx cần mấy người');
      await picture('mang-hai-tin-chua-gui');
      await mend();
      await page.locator('.unsent').last().getByRole('button', { name: 'Gửi lại' }).click();
      await expect.poll(lastReply, long).toContain('02 thành viên');
      expect(await failed().count()).toBe(1);
      await page.locator('.unsent').getByRole('button', { name: 'Gửi lại' }).click();
      await expect.poll(lastReply, long).toContain('05 thành viên');
      expect(await page.locator('.unsent').count()).toBe(0);
      expect(await mine()).toEqual(['chào', 'tht cần mấy người', 'htx cần mấy người']);
      expect(await focused()).toContain('bot');
    });

    test('when the network is back, all is sent by itself and in order', async () => {
      await send('chào');
      await page.context().setOffline(true);
      await type('htx cần mấy người');
      await type('tht cần mấy người');
      await expect.poll(() => failed().count(), long).toBe(2);
      await page.context().setOffline(false);
      await expect.poll(() => page.locator('.unsent').count(), long).toBe(0);
      expect(await lastReply()).toContain('02 thành viên');
      expect(await mine()).toEqual(['chào', 'htx cần mấy người', 'tht cần mấy người']);
    });

    test('after a message that did not arrive none that waited behind it goes', async () => {
      for (const text of ['đăng ký lập nhóm', 'htx', 'phường Văn Phú', 'chè', '7', 'đồng ý'])
        await send(text);
      let stopped = 0;
      await page.route('**/chat', (r) => (stopped++ < 4 ? r.abort() : r.continue()));
      await type('Trần Văn Tùng');
      await type('0912345678');
      await expect.poll(() => failed().count(), long).toBe(2);
      expect(stopped).toBe(4);
      expect(await lastReply()).toContain('Tôi gọi bạn là gì');
    });

    test('a message whose answer got lost is not said twice', async () => {
      await send('chào');
      let lost = false;
      await page.route('**/chat', async (r) => {
        if (lost) return r.continue();
        lost = true;
        await r.fetch();
        return r.abort();
      });
      await send('htx cần mấy người');
      expect(lost).toBe(true);
      expect(await mine()).toEqual(['chào', 'htx cần mấy người']);
    });

    test('words that were not sent can be taken back into the box, before what is typed there', async () => {
      await cut();
      await type('một');
      await page.fill('#text', 'hai');
      await expect.poll(() => failed().count(), long).toBe(1);
      await page.getByRole('button', { name: 'Sửa lại' }).click();
      expect(await page.inputValue('#text')).toBe('một\nhai');
      expect(await mine()).toEqual([]);
      expect(await focused()).toBe('text');
    });

    test('a tapped choice that was not sent is named, in view, and can be sent again', async () => {
      await send('đăng ký lập nhóm');
      await cut();
      await page.getByRole('button', { name: 'Tổ hợp tác' }).tap();
      await expect.poll(() => failed().count(), long).toBe(1);
      expect(await failed().textContent()).toContain('Chưa gửi được “Tổ hợp tác”');
      expect(await inView('.unsent')).toBe(true);
      await picture('mang-lua-chon-chua-gui');
      await mend();
      await page.getByRole('button', { name: 'Gửi lại' }).tap();
      await expect.poll(lastReply, long).toContain('phường, xã nào');
      expect(await focused()).toContain('bot');
    });

    test('a page of another kind, as public networks give, is no answer', async () => {
      await page.route('**/chat', (r) => r.fulfill({ status: 200, body: '<h1>Đăng nhập wifi</h1>' }));
      await type('chào');
      await expect.poll(() => failed().count(), long).toBe(1);
      expect(await page.locator('h1').textContent()).toBe('Trò chuyện');
    });

    test('unsent messages survive a reload and go by themselves', async () => {
      await cut();
      await type('htx cần mấy người');
      await mend();
      await page.reload();
      await expect.poll(lastReply, long).toContain('05 thành viên');
      await expect.poll(() => page.locator('.unsent').count()).toBe(0);
      expect(await mine()).toEqual(['htx cần mấy người']);
    });
  });

  describe('a hand that taps twice', () => {
    const choice = (label: string) => page.locator('#chon').getByRole('button', { name: label, exact: true });
    const twice = async (label: string, waitMs: number): Promise<void> => {
      const at = await choice(label).boundingBox();
      if (!at) throw new Error(`no choice ${label}`);
      const tap = () => page.touchscreen.tap(at.x + at.width / 2, at.y + at.height / 2);
      await tap();
      await page.waitForTimeout(waitMs);
      await tap();
    };

    test('says it once: nothing is erased before the question whether one is sure was read', async () => {
      await send('thông tin của tôi');
      await twice('Xóa hết', 250);
      await expect.poll(lastReply, long).toContain('Bạn chắc chứ?');
      await page.waitForTimeout(700);
      expect(await lastReply()).toContain('Bạn chắc chứ?');
      await choice('Xóa hết').tap();
      await expect.poll(lastReply, long).toContain('Đã xóa hết');
    });

    test('says it once on a slow network too, and no other choice is held up by it', async () => {
      await send('đăng ký lập nhóm');
      await page.route('**/chat', async (r) => {
        await new Promise((wake) => setTimeout(wake, 1500));
        await r.continue();
      });
      await twice('Tổ hợp tác', 900);
      await expect.poll(lastReply, long).toContain('phường, xã nào');
      await expect.poll(() => page.locator('.unsent').count(), long).toBe(0);
      expect(await mine()).toEqual(['đăng ký lập nhóm', 'Tổ hợp tác']);
    });
  });

  test('a draft survives a reload, in this tab alone, until it is sent', async () => {
    await page.fill('#text', 'nhà em ở Văn Phú, muốn hỏi');
    await page.reload();
    expect(await page.inputValue('#text')).toBe('nhà em ở Văn Phú, muốn hỏi');
    const elsewhere = await page.context().newPage();
    await elsewhere.goto(app.url);
    expect(await elsewhere.inputValue('#text')).toBe('');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.focus('#text');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('#log .turn .bot').count()).toBeGreaterThan(0);
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('Văn Phú');
    await page.reload();
    expect(await page.inputValue('#text')).toBe('');
  });

  describe('for a screen reader and a keyboard', () => {
    /** Everything a polite live region would speak: what is appended to the log that is on the page from the start. */
    const listenToLog = (): Promise<void> =>
      page.evaluate(() => {
        const log = document.getElementById('log') as HTMLElement;
        const spoken: string[] = [];
        Object.assign(window, { first: log, spoken });
        new MutationObserver((all) => {
          for (const m of all)
            for (const node of m.addedNodes) {
              const of = (node instanceof Element ? node : node.parentElement)?.closest('[aria-live]');
              if (of === log) spoken.push(node.textContent?.replace(/\s+/g, ' ').trim() ?? '');
            }
        }).observe(log, { childList: true, subtree: true });
      });
    const spoken = (): Promise<string[]> =>
      page.evaluate(() => (window as unknown as { spoken: string[] }).spoken);
    const kept = (): Promise<boolean> =>
      page.evaluate(() => (window as unknown as { first: Element }).first === document.getElementById('log'));

    test('the log stays; each answer is appended to it and spoken once, one’s own words once', async () => {
      await listenToLog();
      await send('htx cần mấy người');
      await send('tht cần mấy người');
      expect(await kept()).toBe(true);
      const all = (await spoken()).filter((t) => t !== '');
      expect(all.filter((t) => t.includes('05 thành viên'))).toHaveLength(1);
      expect(all.filter((t) => t.includes('02 thành viên'))).toHaveLength(1);
      expect(all.filter((t) => t.includes('Bạn: tht cần mấy người'))).toHaveLength(1);
    });

    test('the choices under an answer are spoken with it, once, and no longer told of when the talk went on', async () => {
      await listenToLog();
      await send('đăng ký lập nhóm');
      const labels = await page.locator('#chon button').allTextContents();
      const told = `Có ${labels.length} lựa chọn bên dưới: ${labels.join('; ')}.`;
      expect((await spoken()).filter((t) => t === told)).toHaveLength(1);
      expect(await page.locator('.offered').boundingBox()).toMatchObject({ width: 1, height: 1 });
      const copied = await page.evaluate(() => {
        getSelection()?.selectAllChildren(document.getElementById('log') as HTMLElement);
        return String(getSelection());
      });
      expect(copied).toContain('Bạn muốn lập gì');
      expect(copied).not.toContain('lựa chọn bên dưới');
      await page.getByRole('button', { name: 'Tổ hợp tác' }).tap();
      await expect.poll(lastReply).toContain('phường, xã nào');
      expect(await page.locator('.offered').count()).toBe(1);
      expect((await spoken()).filter((t) => t === told)).toHaveLength(1);
    });

    test('what is masked once the talk went on is masked on the open page too, and not spoken again', async () => {
      for (const text of ['đăng ký lập nhóm', 'tht', 'phường Văn Phú', 'gà', '3', 'đồng ý']) await send(text);
      for (const text of ['Hoàng Thị Lan', '0987654321', 'sáng']) await send(text);
      expect(await lastReply()).toContain('Hoàng Thị Lan');
      await listenToLog();
      await page.getByRole('button', { name: 'Gửi đi' }).click();
      await expect.poll(lastReply).toContain('HTX-');
      expect(await page.locator('#log').textContent()).not.toMatch(/Hoàng Thị Lan|0987/);
      expect((await spoken()).join('\n')).not.toContain('xem lại phiếu');
    });

    test('after a choice the focus is at the answer, by keyboard and by touch; the next Tab is its first choice', async () => {
      await send('đăng ký lập nhóm');
      await page.getByRole('button', { name: 'Tổ hợp tác' }).focus();
      await page.keyboard.press('Enter');
      await expect.poll(lastReply).toContain('phường, xã nào');
      expect(await focused()).toBe('bot');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('form')?.getAttribute('id'))).toBe(
        'chon',
      );
      await page.locator('#chon button').first().tap();
      await expect.poll(() => page.locator('.unsent').count()).toBe(0);
      await expect.poll(focused).toBe('bot');
    });

    test.each([true, false])(
      'the box says what is asked and brings the right keys, with script: %s',
      async (javaScriptEnabled) => {
        await page.context().close();
        page = await newPage({ javaScriptEnabled });
        await page.goto(app.url);
        const asked = async (): Promise<(string | null)[]> => [
          await page.locator('label[for=text]').textContent(),
          ...(await Promise.all(
            ['placeholder', 'inputmode', 'autocomplete'].map((n) => page.locator('#text').getAttribute(n)),
          )),
        ];
        const say = async (text: string): Promise<(string | null)[]> => {
          const before = await page.locator('#log .me').count();
          await page.fill('#text', text);
          await page.locator('#hoi button').click();
          await expect.poll(() => page.locator('#log .me').count(), long).toBe(before + 1);
          await expect.poll(() => page.locator('.unsent').count(), long).toBe(0);
          return asked();
        };
        const question = ['Câu hỏi của bạn', 'Bạn muốn hỏi gì?', 'text', 'off'];
        expect(await asked()).toEqual(question);
        for (const text of ['đăng ký lập nhóm', 'tht', 'phường Văn Phú']) await say(text);
        expect(await say('gà')).toEqual(['Số người', 'Mấy người?', 'text', 'off']);
        expect(await say('3')).toEqual(['Câu trả lời của bạn', 'Bạn trả lời ở đây', 'text', 'off']);
        expect(await say('đồng ý')).toEqual(['Họ tên của bạn', 'Họ tên của bạn', 'text', 'name']);
        expect(await say('Hoàng Thị Lan')).toEqual(['Số điện thoại của bạn', 'Số điện thoại', 'tel', 'tel']);
        await say('0987654321');
        expect(await say('sáng')).toEqual(question);
      },
    );

    test('an example of the welcome that was pressed leaves the focus at its answer', async () => {
      await page.locator('.choices button').first().focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('#log .turn .bot').count()).toBeGreaterThan(0);
      expect(await focused()).toBe('bot');
    });

    test('who is typing goes on typing when an answer comes', async () => {
      await send('chào');
      await page.fill('#text', 'htx cần mấy người');
      await page.keyboard.press('Enter');
      await page.keyboard.type('còn tht');
      await expect.poll(lastReply).toContain('05 thành viên');
      expect(await focused()).toBe('text');
      expect(await page.inputValue('#text')).toBe('còn tht');
    });

    test('the ring of what has the focus and the edge of the box are seen: 3 to 1 on the page, on white and on the head', async () => {
      const lightness = (rgb: string): number => {
        const [r = 0, g = 0, b = 0] = (rgb.match(/\d+/g) ?? []).map((n) => {
          const c = Number(n) / 255;
          return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const contrast = (a: string, b: string): number => {
        const [light = 0, dark = 0] = [lightness(a), lightness(b)].sort((x, y) => y - x);
        return (light + 0.05) / (dark + 0.05);
      };
      const ring = async (selector: string): Promise<string> => {
        await page.keyboard.press('Tab');
        await page.focus(selector);
        return page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineColor);
      };
      const behind = (selector: string): Promise<string> =>
        page.locator(selector).evaluate((el) => getComputedStyle(el).backgroundColor);
      const onPage = await ring('#text');
      expect(contrast(onPage, await behind('body'))).toBeGreaterThanOrEqual(3);
      expect(contrast(onPage, 'rgb(255,255,255)')).toBeGreaterThanOrEqual(3);
      const edge = await page.locator('#text').evaluate((el) => getComputedStyle(el).borderTopColor);
      for (const ground of ['#text', 'body'])
        expect(contrast(edge, await behind(ground))).toBeGreaterThanOrEqual(3);
      expect(contrast(await ring('.top .name'), await behind('.top'))).toBeGreaterThanOrEqual(3);
    });
  });

  test('on the smallest screen the first page opens at its beginning', async () => {
    await page.setViewportSize({ width: 320, height: 480 });
    await page.goto(app.url);
    await page.waitForTimeout(200);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThan(480);
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
  });

  test('after a very long message the screen stands at the beginning of the answer', async () => {
    await send('chào');
    const story = `${'Nhà em trồng chè, bên cạnh có mấy nhà trồng quế. '.repeat(38)}`.trim();
    await send(story);
    const top = await page
      .locator('#log .turn:last-child .bot')
      .first()
      .evaluate((el) => el.getBoundingClientRect().top);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(phone.height / 2);
    await picture('tin-dai');
  });

  test('without JavaScript too the screen stands at the newest answer', async () => {
    await page.context().close();
    page = await newPage({ javaScriptEnabled: false });
    await page.goto(app.url);
    for (const text of ['tht cần mấy người', 'điều lệ htx', 'các bước lập hợp tác xã', 'htx cần mấy người']) {
      await page.fill('#text', text);
      await page.getByRole('button', { name: 'Gửi' }).last().click();
      await page.waitForLoadState();
    }
    const box = await page.locator('#log .bot').last().boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect(box?.y).toBeLessThan(phone.height / 2);
  });

  test('the privacy address in an answer is a link that works', async () => {
    await send('htx cần mấy người');
    const link = page.locator('#log .bot a');
    expect(await link.count()).toBe(1);
    expect(await link.textContent()).toBe('http://localhost:3000/quyen-rieng-tu');
    await picture('lien-ket-rieng-tu');
    await link.click();
    await page.waitForURL(`${app.url}/quyen-rieng-tu`);
  });

  test('who is promised an answer is told where it will stand, until it came', async () => {
    const note = page.locator('#cho');
    await send('nuôi đà điểu thì kê vào ô số mấy');
    expect(await note.textContent()).toBe('');
    await page.getByRole('button', { name: 'Trả lời tôi sau' }).tap();
    await expect.poll(() => note.textContent(), long).toContain('mở lại trang này trên chính máy này');
    await picture('cho-tra-loi');
    await page.reload();
    expect(await note.textContent()).toContain('mở lại trang này trên chính máy này');
    const gap = await app.db
      .selectFrom('gap')
      .select(['id', 'conversation_id'])
      .where('question', 'like', '%đà điểu%')
      .executeTakeFirstOrThrow();
    const answer = { conversationId: gap.conversation_id, gapId: gap.id, text: 'Bạn hỏi trạm thú y nhé.' };
    await sayAsStaff(app.db, app.vault, answer, { accountId: 'a', now: new Date() });
    await expect.poll(lastReply, long).toContain('trạm thú y');
    expect(await note.textContent()).toBe('');
  });

  test('a page asked for before an answer came does not take that answer off the screen', async () => {
    await send('chào');
    const id = await newestTalk();
    let arrive = (): void => undefined;
    const late = new Promise<void>((done) => (arrive = done));
    let asked = 0;
    await page.route(`${app.url}/`, async (r) => {
      const old = await r.fetch();
      asked++;
      await late;
      await r.fulfill({ response: old });
    });
    const answer = { conversationId: id, text: 'Bạn hỏi trạm thú y nhé.' };
    await sayAsStaff(app.db, app.vault, answer, { accountId: 'a', now: new Date() });
    await expect.poll(() => asked, long).toBe(1);
    await send('htx cần mấy người');
    const shown = page.waitForResponse(`${app.url}/`);
    arrive();
    await shown;
    await page.waitForTimeout(300);
    expect(await mine()).toContain('htx cần mấy người');
    await page.unroute(`${app.url}/`);
  });

  test('a talk that staff took over: told, the way back stays in sight, and works', async () => {
    await send('chào');
    const id = await newestTalk();
    const until = new Date('2026-11-23T05:00:00Z');
    await setTakenOver(app.db, id, until, { accountId: 'a', now: new Date('2026-11-23T03:00:00Z') });
    await send('htx cần mấy người');
    expect(await lastReply()).toContain('Cán bộ đang giữ');
    await send('nhà em ở Văn Phú');
    expect(await page.locator('#cho').textContent()).toContain('mở lại trang này');
    await picture('can-bo-giu');
    await page.getByRole('button', { name: 'Tiếp tục với máy' }).tap();
    await expect.poll(lastReply).toContain('từ giờ máy trả lời tiếp');
    expect(await page.locator('#cho').textContent()).toBe('');
    await send('htx cần mấy người');
    expect(await lastReply()).toContain('05 thành viên');
  });
});
