import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { riskReport } from '../../src/reports/risk/risk-report.js';
import { manyRisksRun } from '../many-risks-run.js';
import { HOSTILE, smallRiskRun } from '../small-risk-run.js';
import { browserMissing, launchBrowser } from './browser.js';

/** Of the browser, in functions that run there; the project's own types know no browser. */
interface Shown {
  readonly textContent: string;
  readonly checked: boolean;
  getBoundingClientRect(): { left: number; top: number; right: number; bottom: number; width: number };
  querySelectorAll(selector: string): Iterable<Shown>;
  getAttribute(name: string): string | null;
}
declare const document: {
  querySelectorAll(selector: string): Iterable<Shown>;
  getElementById(id: string): Shown | null;
};
declare const getComputedStyle: (element: unknown) => Record<string, string>;

const OPTIONS = { columns: 100, color: false };
const PAGES = [
  ['hostile names', smallRiskRun()],
  ['sixty risks', manyRisksRun()],
] as const;

const missing = browserMissing();
const TITLE = 'the page of risks in a browser';

describe.skipIf(missing !== null)(missing === null ? TITLE : `${TITLE}: skipped, ${missing}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-'));
  const troubles: string[] = [];
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    for (const [name, run] of PAGES)
      writeFileSync(join(folder, `${name}.html`), riskReport(run, 'html', OPTIONS));
    browser = await launchBrowser();
    page = await browser.newPage();
    page.on('console', (message) => troubles.push(message.text()));
    page.on('pageerror', (error) => troubles.push(String(error)));
    page.on('dialog', (dialog) => troubles.push(`dialog: ${dialog.message()}`));
    page.on('request', (request) => {
      if (!/^(?:file|data):/.test(request.url())) troubles.push(`network request: ${request.url()}`);
    });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
    expect(troubles).toEqual([]);
  });

  async function open(name: string, width = 1280): Promise<void> {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
  }

  describe.each(PAGES)('of %s', (name) => {
    it.each([400, 820, 1280])(
      'scrolls sideways nowhere but in tables and graphs, at %i pixels',
      async (width) => {
        await open(name, width);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      },
    );

    it.each([400, 1280])(
      'has no text in a plot that meets another or lies outside, at %i pixels',
      async (width) => {
        await open(name, width);
        expect(await page.locator('.plot svg').count()).toBeGreaterThan(3);
        // Every measure in turn.
        for (let nth = 1; nth <= 2; nth++) {
          for (const label of await page.locator(`.tabs > label:nth-of-type(${nth})`).all())
            await label.click();
          expect(await page.evaluate(collisions)).toEqual([]);
        }
      },
    );

    it('has an element for every link, and one heading level at a time', async () => {
      await open(name);
      const dead = await page.evaluate(() =>
        [...document.querySelectorAll('a[href^="#"]')]
          .map((link) => link.getAttribute('href')?.slice(1) ?? '')
          .filter((id) => document.getElementById(id) === null),
      );
      expect(dead).toEqual([]);
      const levels = await page
        .locator('h1, h2, h3, h4')
        .evaluateAll((all) =>
          all.map((heading) => Number((heading as { tagName: string }).tagName.slice(1))),
        );
      expect(levels[0]).toBe(1);
      for (const [nth, level] of levels.entries())
        expect(level - (levels[nth - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
  });

  it('shows hostile names as they are written, control characters replaced', async () => {
    await open('hostile names');
    const shown = await page.locator('h1').textContent();
    expect(shown).toBe(`Risks of ${HOSTILE.replace('\u001b', '\ufffd')}`);
    expect(await page.locator('script').count()).toBe(0);
  });

  it('shows one measure at a time, chosen by the keyboard too', async () => {
    await open('hostile names');
    const panes = page.locator('#results .pane');
    const visible = async () => {
      const all = await panes.all();
      return Promise.all(all.map((pane) => pane.isVisible()));
    };
    expect(await visible()).toEqual([true, false]);
    await page.locator('#results-of-operating-income').focus();
    await page.keyboard.press('ArrowRight');
    expect(await visible()).toEqual([false, true]);
    await page.emulateMedia({ media: 'print' });
    expect(await visible()).toEqual([true, true]);
    await page.emulateMedia({ media: 'screen' });
  });

  it('leads past the head by its first link', async () => {
    await open('hostile names');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the results');
    expect(await page.evaluate('document.activeElement.getBoundingClientRect().left >= 0')).toBe(true);
  });

  it('gathers the smallest of sixty risks in the plot', async () => {
    await open('sixty risks');
    const plot = page.locator('#contributions svg').first();
    expect(await plot.textContent()).toContain('45 others');
    expect(await plot.locator('.bar').count()).toBe(16);
  });

  it.each(['light', 'dark'] as const)('has texts of enough contrast, %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await open('hostile names');
    expect(await page.evaluate(pale)).toEqual([]);
    // A grey in the middle is too near to both papers.
    await page.evaluate("document.documentElement.style.setProperty('--soft', '#7a7a7a')");
    expect(await page.evaluate(pale)).not.toEqual([]);
    await page.emulateMedia({ colorScheme: null });
  });
});

/** Texts of plots that overlap, or reach out of their plot; only of plots that are shown. */
function collisions(): string[] {
  return [...document.querySelectorAll('.plot svg')].flatMap((svg) => {
    const frame = svg.getBoundingClientRect();
    if (frame.width === 0) return [];
    const boxes = [...svg.querySelectorAll('text')].map((text) => ({
      text: text.textContent,
      box: text.getBoundingClientRect(),
    }));
    const outside = boxes.filter(
      ({ box }) => box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1,
    );
    const meeting = boxes.flatMap((one, index) =>
      boxes
        .slice(0, index)
        .filter(
          ({ box }) =>
            Math.min(one.box.right, box.right) - Math.max(one.box.left, box.left) > 0.5 &&
            Math.min(one.box.bottom, box.bottom) - Math.max(one.box.top, box.top) > 4,
        )
        .map((other) => `${other.text} | ${one.text}`),
    );
    return [...outside.map(({ text }) => text), ...meeting];
  });
}

/** Texts whose contrast with what lies behind them is below 4.5 (WCAG 2.2, 1.4.3), by the colours that are computed. */
function pale(): string[] {
  const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const light = ([r = 0, g = 0, b = 0]: number[]) => {
    const linear = (part: number) =>
      part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;
    return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  };
  type Node = Shown & { readonly parentElement: Node | null };
  const behind = (element: Node | null): number[] => {
    for (let at = element; at !== null; at = at.parentElement) {
      const colour = channels(getComputedStyle(at)['backgroundColor'] ?? '');
      if (colour.length === 3 || (colour[3] ?? 0) > 0) return colour;
    }
    return [255, 255, 255];
  };
  return [
    ...document.querySelectorAll('h1, h2, h3, p, li, dt, dd, td, th, a, small, label, legend, summary, text'),
  ]
    .filter((element) => element.textContent.trim() !== '')
    .flatMap((element) => {
      const style = getComputedStyle(element);
      const isDrawn = (element as unknown as { tagName: string }).tagName === 'text';
      const ink = light(channels((isDrawn ? style['fill'] : style['color']) ?? ''));
      const paper = light(behind(element as Node));
      const contrast = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
      return contrast < 4.5 ? [`${contrast.toFixed(2)} ${element.textContent.slice(0, 40)}`] : [];
    });
}
