// Every page in a real browser, on a phone and on a desk: nothing wider than the screen, no script error, keyboard, no JavaScript, live.
// With PICTURES=<folder> each page is also saved as a picture.
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { inChromium, launch } from '../support/browser.ts';

const sizes = [
  {
    name: '390',
    width: 390,
    height: 844,
    person: 'Trần Văn Tùng',
    phone: '0912345678',
    trade: 'chè',
    ward: 'Hồng Hà',
  },
  {
    name: '1280',
    width: 1280,
    height: 800,
    person: 'Lò Thị Hoa',
    phone: '0356789012',
    trade: 'quế',
    ward: 'Văn Phú',
  },
] as const;

inChromium('in a browser', () => {
  let app: TestApp;
  let browser: Browser;
  let firstLink: string;
  beforeAll(async () => {
    app = await startTestApp();
    firstLink = `${app.url}${new URL(app.firstLink ?? '').pathname}`;
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const problems: string[] = [];
  async function open(
    size: { width: number; height: number },
    more: { javaScriptEnabled?: boolean } = {},
  ): Promise<{ context: BrowserContext; page: Page }> {
    const context = await browser.newContext({ viewport: size, locale: 'vi-VN', ...more });
    const page = await context.newPage();
    page.on('console', (m) => m.type() === 'error' && problems.push(m.text()));
    page.on('pageerror', (e) => problems.push(String(e)));
    return { context, page };
  }
  async function picture(page: Page, name: string): Promise<void> {
    const tooWide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(tooWide, `${name} is wider than the screen`).toBeLessThanOrEqual(0);
    if (process.env.PICTURES) await page.screenshot({ path: join(process.env.PICTURES, `${name}.png`) });
  }
  const lastReply = (page: Page): Promise<string> =>
    page
      .locator('#log .bot')
      .last()
      .textContent()
      .then((t) => t ?? '');
  async function send(page: Page, text: string): Promise<void> {
    const before = await page.locator('#log .me').count();
    await page.fill('#text', text);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('#log .me').count()).toBe(before + 1);
    await expect.poll(() => page.locator('.waiting').count()).toBe(0);
  }

  test.each(sizes)('a farmer asks and registers at $name', async (size) => {
    const { context, page } = await open(size);
    await page.goto(app.url);
    await picture(page, `chat-moi-${size.name}`);
    await send(page, 'lap htx can may nguoi');
    expect(await lastReply(page)).toContain('05 thành viên chính thức');
    expect(await page.inputValue('#text')).toBe('');
    await picture(page, `chat-tra-loi-${size.name}`);
    await send(page, 'mở htx mới được nhà nước cho bao nhiêu tiền');
    await picture(page, `chat-het-giai-doan-${size.name}`);
    for (const line of ['đăng ký lập nhóm', 'tổ hợp tác', size.ward, size.trade, '4']) await send(page, line);
    await picture(page, `chat-dong-y-${size.name}`);
    for (const line of ['đồng ý', size.person, size.phone, 'buổi tối']) await send(page, line);
    for (const told of [
      'tổ hợp tác',
      size.ward,
      size.trade,
      size.person,
      size.phone.replace(/(\d{4})(\d{3})(\d{3})/, '$1 $2 $3'),
    ])
      expect(await lastReply(page)).toContain(told);
    await picture(page, `chat-phieu-${size.name}`);
    await page.getByRole('button', { name: 'Gửi đi' }).click();
    await expect.poll(() => lastReply(page)).toContain('HTX-');
    await page.goto(`${app.url}/quyen-rieng-tu`);
    await picture(page, `rieng-tu-${size.name}`);
    await context.close();
  });

  test('three messages sent before the first answer: all arrive, in order', async () => {
    const { context, page } = await open(sizes[0]);
    await page.goto(app.url);
    for (const text of ['chào', 'htx cần mấy người', 'tht cần mấy người']) {
      await page.fill('#text', text);
      await page.keyboard.press('Enter');
    }
    await expect.poll(() => lastReply(page)).toContain('02 thành viên');
    expect(await page.locator('#log .me').allTextContents()).toEqual([
      'Bạn: chào',
      'Bạn: htx cần mấy người',
      'Bạn: tht cần mấy người',
    ]);
    await context.close();
  });

  test('works without JavaScript', async () => {
    const { context, page } = await open(sizes[0], { javaScriptEnabled: false });
    await page.goto(app.url);
    await page.fill('#text', 'tht cần mấy người');
    await page.getByRole('button', { name: 'Gửi' }).last().click();
    expect(await lastReply(page)).toContain('02 thành viên');
    await context.close();
  });

  test('by keyboard alone: skip link, field, choices, each with a visible focus', async () => {
    const { context, page } = await open(sizes[1]);
    await page.goto(app.url);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Tới nội dung chính');
    const outline = await page.evaluate(
      () => getComputedStyle(document.activeElement as Element).outlineStyle,
    );
    expect(outline).not.toBe('none');
    await send(page, 'htx cần mấy người');
    const choice = page.locator('#chon button').first();
    await choice.focus();
    await page.keyboard.press('Enter');
    // The words of the clause, which the answer before only named at its end.
    await expect.poll(() => lastReply(page)).toMatch(/^Trả lời:\s*Điều 4 khoản 7/);
    await context.close();
  });

  test('an answer by staff comes to the open page by itself', async () => {
    const { context, page } = await open(sizes[0]);
    await page.goto(app.url);
    await send(page, 'nuôi đà điểu thì kê vào ô số mấy');
    const gap = await app.db
      .selectFrom('gap')
      .select(['id', 'conversation_id'])
      .where('question', 'like', '%đà điểu%')
      .executeTakeFirstOrThrow();
    const { sayAsStaff } = await import('../../src/conversation/store/say-as-staff.ts');
    await sayAsStaff(
      app.db,
      app.vault,
      {
        conversationId: gap.conversation_id,
        gapId: gap.id,
        text: 'Bạn hỏi trạm thú y nhé.',
      },
      { accountId: 'a', now: new Date() },
    );
    await expect.poll(() => lastReply(page), { timeout: 10_000 }).toContain('trạm thú y');
    await context.close();
  });

  test('an officer makes the first account, works a lead and reads every page', async () => {
    const { context, page } = await open(sizes[1]);
    await page.goto(firstLink);
    await picture(page, 'can-bo-tai-khoan-dau-1280');
    await page.fill('input[name=login]', 'quan.tri');
    await page.fill('input[name=name]', 'Nguyễn Thị Hạnh');
    await page.fill('input[name=password]', 'mat khau rat dai 2026');
    await page.fill('input[name=again]', 'mat khau rat dai 2026');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/can-bo');
    for (const goal of [/^\d+ \/ 30 tổ hợp tác mới · còn thiếu/, /^\d+ \/ 5 hợp tác xã mới · còn thiếu/])
      expect(await page.getByRole('progressbar', { name: goal }).count()).toBe(1);
    for (const size of sizes) {
      await page.setViewportSize(size);
      for (const [where, name] of [
        ['', 'tong-quan'],
        ['/phieu', 'phieu'],
        ['/cau-hoi', 'cau-hoi'],
        ['/tro-chuyen', 'tro-chuyen'],
        ['/kho', 'kho'],
        ['/kho?q=htx+can+may+nguoi&ngay=2023-05-01', 'kho-thu'],
        ['/tai-khoan', 'tai-khoan'],
        ['/nhat-ky', 'nhat-ky'],
        ['/toi', 'toi'],
        ['/don-vi', 'don-vi'],
      ]) {
        await page.goto(`${app.url}/can-bo${where}`);
        await picture(page, `can-bo-${name}-${size.name}`);
      }
      await page.goto(`${app.url}/can-bo/phieu`);
      await page.locator('tbody a').first().click();
      await picture(page, `can-bo-mot-phieu-${size.name}`);
    }
    await page.selectOption('select[name=status]', 'contacted');
    await page.locator('section.work button').click();
    await expect
      .poll(() =>
        page
          .locator('body')
          .textContent()
          .then((t) => t ?? ''),
      )
      .toContain('Đã liên hệ');
    await context.close();
  });

  test('no page raised an error or broke its own content policy', () => {
    expect(problems).toEqual([]);
  });
});
