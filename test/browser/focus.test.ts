// Where the keyboard stands is seen on every ground: each focus ring against what it lies on, in the chat and in the desk.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { inChromium, launch } from '../support/browser.ts';
import { deskPassword } from '../support/desk.ts';

type Ring = { what: string; contrast: number; width: number };

/** Each thing that takes the focus, with the contrast (WCAG 2.2, 1.4.11) of its ring to the ground around it. */
async function rings(page: Page): Promise<Ring[]> {
  // The first key makes the browser show focus at all.
  await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const partsOf = (color: string): number[] => (color.match(/[\d.]+/g) ?? []).map(Number);
    const light = (color: string): number => {
      const [r = 0, g = 0, b = 0] = partsOf(color).map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ground = (from: Element | null): string => {
      for (let at = from; at; at = at.parentElement) {
        const color = getComputedStyle(at).backgroundColor;
        if ((partsOf(color)[3] ?? 1) === 1) return color;
      }
      return 'rgb(255, 255, 255)';
    };
    const found: Ring[] = [];
    for (const element of document.querySelectorAll<HTMLElement>(
      'a, button, input, select, textarea, summary',
    )) {
      if (!element.checkVisibility() || element.getAttribute('type') === 'hidden') continue;
      element.focus();
      const style = getComputedStyle(element);
      const inside = Number.parseFloat(style.outlineOffset) < 0;
      const pair = [light(style.outlineColor), light(ground(inside ? element : element.parentElement))];
      found.push({
        what: `${element.tagName} ${element.textContent?.trim().slice(0, 30)}`,
        contrast: (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05),
        width: style.outlineStyle === 'none' ? 0 : Number.parseFloat(style.outlineWidth),
      });
    }
    return found;
  });
}

inChromium('focus rings', () => {
  let app: TestApp;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    app = await startTestApp();
    browser = await launch();
    page = await browser.newPage({ locale: 'vi-VN' });
    for (const line of [
      'đăng ký lập nhóm',
      'tht',
      'phường Văn Phú',
      'gà',
      '3',
      'đồng ý',
      'Lò Văn An',
      '0912345678',
      'tối',
      'gửi đi',
    ])
      await app.say('an', line);
    await page.goto(`${app.url}${new URL(app.firstLink ?? '').pathname}`);
    for (const [name, value] of Object.entries({
      login: 'hanh',
      name: 'Lê Thị Hạnh',
      password: deskPassword,
      again: deskPassword,
    }))
      await page.fill(`input[name=${name}]`, value);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/can-bo');
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  test.each([
    ['/', 2],
    ['/quyen-rieng-tu', 2],
    ['/khong-co', 3],
    ['/can-bo', 10],
    ['/can-bo/phieu', 15],
    ['/can-bo/tai-khoan', 12],
    ['/can-bo/nhat-ky', 12],
    ['/can-bo/don-vi', 12],
    ['/can-bo/khong-co', 11],
    ['/can-bo/dang-nhap', 3],
  ])('%s: at least 3 : 1 and 3 pixels wide', async (path, least) => {
    await page.goto(`${app.url}${path}`);
    const all = await rings(page);
    expect(all.length).toBeGreaterThan(least);
    expect(all.filter((r) => r.contrast < 3 || r.width < 3)).toEqual([]);
  });
});
