import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckResult } from '../../src/checks/index.js';
import { noonBuyingRates } from '../../src/rates/index.js';
import { htmlReport } from '../../src/reports/index.js';
import { checkedText } from '../checked-text.js';
import { browserMissing, launchBrowser } from './browser.js';

/** Of the browser, in functions that run there; the project's own types know no browser. */
declare const getComputedStyle: (element: unknown, part?: string | null) => Record<string, string>;

const EXAMPLE = new URL('../../examples/item-3/item-3.txt', import.meta.url);
const missing = browserMissing();

const TITLE = 'the HTML report in a browser';

describe.skipIf(missing !== null)(missing === null ? TITLE : `${TITLE}: skipped, ${missing}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-'));
  const file = join(folder, 'report.html');
  const result = withoutInfo(checkedText(readFileSync(EXAMPLE, 'utf8')));
  let browser: Browser;
  let page: Page;
  const troubles: string[] = [];

  beforeAll(async () => {
    writeFileSync(file, htmlReport([result], { rates: noonBuyingRates() }));
    browser = await launchBrowser();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
    expect(troubles).toEqual([]);
  });

  async function openReport(viewport = { width: 1440, height: 900 }): Promise<void> {
    page = await browser.newPage({ viewport });
    page.on('console', (message) => troubles.push(message.text()));
    page.on('pageerror', (error) => troubles.push(String(error)));
    page.on('request', (request) => {
      if (!/^(?:file|data):/.test(request.url())) troubles.push(`network request: ${request.url()}`);
    });
    await page.goto(pathToFileURL(file).href);
  }

  /** The mark of a figure, by its printed text; the first that stands so. */
  function mark(text: string): Locator {
    return page.locator('.fig', { hasText: new RegExp(`^${text.replace('.', '\\.')}$`) }).first();
  }

  function styleOf(target: Locator, name: string, part: string | null = null): Promise<unknown> {
    return target.evaluate((element, [what, of]) => getComputedStyle(element, of)[what ?? ''], [name, part]);
  }

  async function panel(): Promise<string> {
    return (await page.locator('#evidence').textContent()) ?? '';
  }

  it('opens the evidence of a tick at a click', async () => {
    await openReport();
    await mark('120.13').click();
    const evidence = await panel();
    expect(evidence).toContain('120.13 ✓OF');
    expect(evidence).toContain('agrees with an official source');
    expect(evidence).toContain('mean of the last noon buying rate of each of 12 months');
    expect(await page.locator('#panel table tbody tr').count()).toBe(12);
    expect(await page.locator('#panel table tbody tr').last().textContent()).toBe('2016-03-31112.42');
    await page.keyboard.press('Escape');
    expect(await panel()).toBe('');
    expect(await page.locator('#hint').isVisible()).toBe(true);
  });

  it('shows printed, expected and cause of a planted error', async () => {
    await mark('105.52').click();
    const evidence = await panel();
    expect(evidence).toMatch(/Printed105\.52Expected105\.25/);
    expect(evidence).toMatch(/Likely cause: two adjacent digits swapped/);
  });

  it('shows the facts of an unsupported figure', async () => {
    await mark('¥24.8 billion').click();
    expect(await panel()).toMatch(/No check supports this figure[\s\S]*24800000000[\s\S]*JPY/);
  });

  it('is walked by keyboard: findings, figures, Enter, Escape', async () => {
    await openReport();
    const focused = (): Promise<unknown> => page.evaluate('document.activeElement.textContent');
    await page.keyboard.press('n');
    expect(await focused()).toBe('¥79.00');
    await page.keyboard.press('n');
    expect(await focused()).toBe('105.52');
    expect(await page.locator('#live').textContent()).toMatch(/^Finding 2 of \d+\. 105\.52, differs\. /);
    await page.keyboard.press('p');
    expect(await focused()).toBe('¥79.00');
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe('¥82.41');
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('¥82.41');
    await page.keyboard.press('Enter');
    expect(await panel()).toContain('¥82.41 ✓OF');
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('¥82.41');
  });

  it('lists the findings; each leads to its place', async () => {
    await openReport();
    const links = page.locator('[data-finding]');
    expect(await links.count()).toBe(result.findings.length);
    for (const [index, finding] of result.findings.entries()) {
      await links.nth(index).click();
      expect(await panel()).toContain(finding.message);
      const at = page.locator('main [aria-current]');
      expect(await at.evaluate((element) => element.getBoundingClientRect().top)).toBeGreaterThan(0);
    }
  });

  it('filters the figures', async () => {
    await page.locator('label', { hasText: 'Differs' }).click();
    expect(await styleOf(mark('120.13'), 'content', '::after')).toBe('none');
    expect(await styleOf(mark('105.52'), 'content', '::after')).toBe('"✗"');
  });

  it('prints the evidence as a numbered list', async () => {
    await openReport();
    const appendix = page.locator('.appendix');
    expect(await appendix.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await appendix.isVisible()).toBe(true);
    expect(await page.locator('.rail').isVisible()).toBe(false);
    const list = page.locator('.appendix > ol');
    expect(await styleOf(list, 'listStyleType')).toBe('decimal');
    const number = await mark('120.13').getAttribute('data-n');
    const entry = page.locator(`.appendix > ol > li:nth-child(${number})`);
    expect(await entry.textContent()).toContain('120.13');
  });

  it.each([1400, 1366, 1280, 991, 761, 400])('shows the rate table whole at %i pixels', async (width) => {
    await openReport({ width, height: 900 });
    const table = page.locator('.scroll', { hasText: '79.00' }).first();
    const sizes = await table.evaluate((element) => [element.scrollWidth, element.clientWidth]);
    expect(sizes[0]).toBe(sizes[1]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    await page.close();
  });

  it('is narrow on a telephone: nothing but tables scrolls sideways', async () => {
    await openReport({ width: 400, height: 800 });
    const width = await page.evaluate('document.documentElement.scrollWidth');
    expect(width).toBe(400);
    await page.keyboard.press('n');
    expect(await panel()).toContain('¥79.00');
    const [figure, sheet] = await Promise.all([
      mark('¥79.00').boundingBox(),
      page.locator('#panel').boundingBox(),
    ]);
    expect(figure?.y).toBeLessThan(sheet?.y ?? 0);
  });
});

function withoutInfo(checked: CheckResult): CheckResult {
  return { ...checked, findings: checked.findings.filter(({ severity }) => severity !== 'info') };
}
