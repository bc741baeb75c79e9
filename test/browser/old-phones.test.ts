// The chat on phones that get no newer browser (Chrome 80, iOS 13.4), and where a page that arrived cannot be shown.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { inChromium, launch } from '../support/browser.ts';

/** What came later than those browsers, and could slip into the page's scripts. */
function growOld(): void {
  const younger: [object, string[]][] = [
    [Array.prototype, ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with']],
    [String.prototype, ['at', 'replaceAll']],
    [Element.prototype, ['replaceChildren', 'checkVisibility', 'setHTMLUnsafe']],
    [Document.prototype, ['replaceChildren', 'startViewTransition']],
    [DocumentFragment.prototype, ['replaceChildren']],
    [HTMLFormElement.prototype, ['requestSubmit']],
    [SubmitEvent.prototype, ['submitter']],
    [Object, ['hasOwn', 'groupBy']],
    [Promise, ['any', 'withResolvers', 'try']],
    [AbortSignal, ['timeout', 'any']],
    [URL, ['canParse', 'parse']],
    [Crypto.prototype, ['randomUUID']],
    [window, ['structuredClone', 'reportError']],
  ];
  for (const [of, names] of younger) for (const name of names) Reflect.deleteProperty(of, name);
}

inChromium('the chat', () => {
  let app: TestApp;
  let browser: Browser;
  let page: Page;
  const problems: string[] = [];
  beforeAll(async () => {
    app = await startTestApp();
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });
  beforeEach(async () => {
    page = await (
      await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'vi-VN', hasTouch: true })
    ).newPage();
    page.on('pageerror', (e) => problems.push(String(e)));
  });
  afterEach(() => page.context().close());

  const lastReply = (): Promise<string | null> => page.locator('#log .bot').last().textContent();
  async function type(text: string, answer: string): Promise<void> {
    await page.fill('#text', text);
    await page.keyboard.press('Enter');
    await expect.poll(lastReply).toContain(answer);
    await expect.poll(() => page.locator('.unsent').count()).toBe(0);
  }

  /** As a person does who has read: two taps within the time of one count as one. */
  async function tapLater(name: string): Promise<void> {
    await page.waitForTimeout(700);
    await page.getByRole('button', { name }).tap();
  }

  test('an old browser: typed, tapped, masked as the talk goes on, and never called a fault of the network', async () => {
    await page.addInitScript(growOld);
    await page.goto(app.url);
    expect(await page.evaluate(() => 'at' in Array.prototype)).toBe(false);
    await page.getByRole('button', { name: 'Đăng ký lập nhóm' }).tap();
    await expect.poll(lastReply).toContain('Bạn muốn lập');
    await tapLater('Tổ hợp tác');
    await expect.poll(lastReply).toContain('phường, xã nào');
    await type('phường Văn Phú', 'định làm gì');
    await type('gà', 'mấy người');
    await type('3', 'Bạn có đồng ý không');
    await type('đồng ý', 'Tôi gọi bạn là gì');
    await type('Hoàng Thị Lan', 'Số điện thoại');
    await type('0987654321', 'lúc nào tiện');
    await type('sáng', 'Hoàng Thị Lan');
    await tapLater('Gửi đi');
    await expect.poll(lastReply).toContain('HTX-');
    await expect.poll(() => page.locator('.unsent').count()).toBe(0);
    expect(await page.locator('#log').textContent()).not.toMatch(/Hoàng Thị Lan|0987/);
    expect(problems).toEqual([]);
  });

  test('where the style cannot do it, the box grows with its words and shrinks when they are sent', async () => {
    await page.route('**/chat.css', async (r) => {
      const css = await (await r.fetch()).text();
      await r.fulfill({ contentType: 'text/css', body: css.replace('field-sizing: content;', '') });
    });
    await page.addInitScript(() => {
      const supports = CSS.supports.bind(CSS);
      CSS.supports = (name: string, value?: string) =>
        name !== 'field-sizing' && (value === undefined ? supports(name) : supports(name, value));
    });
    await page.goto(app.url);
    const height = (): Promise<number> =>
      page.locator('#text').evaluate((el) => el.getBoundingClientRect().height);
    const one = await height();
    await page.fill('#text', 'Nhà em trồng chè, bên cạnh có mấy nhà trồng quế. '.repeat(2));
    const several = await height();
    expect(several).toBeGreaterThan(one + 40);
    expect(await page.locator('#text').evaluate((el) => el.scrollHeight - el.clientHeight)).toBe(0);
    await page.reload();
    expect(await height()).toBe(several);
    await page.fill('#text', 'htx cần mấy người');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('#log .me').count()).toBe(1);
    expect(await height()).toBe(one);
  });

  test('an answer that came and cannot be shown is shown by loading the page anew, the message sent once', async () => {
    await page.goto(app.url);
    let posts = 0;
    page.on('request', (r) => {
      if (r.method() === 'POST') posts++;
    });
    await page.evaluate(() => {
      DOMParser.prototype.parseFromString = () => {
        throw new Error('no such thing here');
      };
    });
    await type('htx cần mấy người', '05 thành viên');
    expect(posts).toBe(1);
    expect(await page.locator('#log .me').count()).toBe(1);
  });
});
