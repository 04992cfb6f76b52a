import { InputError } from '../../value/index.js';
import type { Ads, Base, Line, Tax } from './base.js';

/**
 * Refuses a base that no waterfall can be made of. The register says the same with line and remedy; this holds for a
 * base that a program made.
 *
 * @throws InputError that names the entry
 */
export function checkBase(base: Base): void {
  const lines = new Set<string>();
  for (const line of base.lines) {
    if (lines.has(line.id))
      throw bad(`Unexpected second line "${line.id}" in the base, expected ids that differ.`);
    lines.add(line.id);
  }
  for (const line of base.lines) checkLine(line, lines);
  checkTax(base.tax);
  for (const minority of base.minorities) {
    mustBe(minority.share, 0, 1, `the share of the minority interest "${minority.name}"`);
    for (const { line, part } of minority.lines) {
      mustBeLine(line, lines, `the minority interest "${minority.name}"`);
      mustBe(part, 0, 1, `the part of "${line}" that the minority interest "${minority.name}" shares in`);
    }
  }
  mustBeFinite(base.equity, "shareholders' equity");
  if (base.ads !== null) checkAds(base.ads);
}

function checkLine(line: Line, lines: ReadonlySet<string>): void {
  mustBeFinite(line.amount, `the amount of "${line.id}"`);
  mustBeFinite(line.elasticity, `the elasticity of "${line.id}"`);
  for (const follows of line.follows) {
    mustBeLine(follows.line, lines, `"${line.id}" (follows)`);
    mustBeFinite(follows.share, `the share by which "${line.id}" follows "${follows.line}"`);
  }
  for (const passed of line.passedOn) {
    mustBeLine(passed.line, lines, `"${line.id}" (passed on)`);
    mustBeFinite(passed.share, `the share of "${line.id}" that is passed on to "${passed.line}"`);
  }
}

function checkTax(tax: Tax): void {
  mustBe(tax.rate, 0, 1, 'the tax rate');
  mustBe(tax.lossesCarriedForward, 0, Number.MAX_VALUE, 'losses carried forward');
  mustBe(tax.offsetShare, 0, 1, 'the share of income that losses carried forward may offset');
  mustBe(tax.lossRecognised, 0, 1, 'the share of a loss that is recognised as a deferred tax asset');
}

function checkAds(ads: Ads): void {
  mustBe(ads.sharePrice, 0, Number.MAX_VALUE, 'the share price');
  mustBe(ads.earningsMultiple, 0, Number.MAX_VALUE, 'the earnings multiple');
  for (const [name, value] of [
    ['the number of shares', ads.shares],
    ['shares an ADS', ads.sharesPerAds],
    ['the exchange rate', ads.rate],
  ] as const) {
    if (!(value > 0 && value < Infinity))
      throw bad(`Unexpected ${value} for ${name}, expected a number above 0.`);
  }
}

function mustBeLine(id: string, lines: ReadonlySet<string>, where: string): void {
  if (lines.has(id)) return;
  throw bad(`Unexpected line "${id}" in ${where}, expected one of ${[...lines].slice(0, 20).join(', ')}.`);
}

function mustBe(value: number, low: number, high: number, name: string): void {
  if (value >= low && value <= high) return;
  const range = high === Number.MAX_VALUE ? `a finite number from ${low}` : `${low} to ${high}`;
  throw bad(`Unexpected ${value} for ${name}, expected ${range}.`);
}

function mustBeFinite(value: number, name: string): void {
  if (!Number.isFinite(value)) throw bad(`Unexpected ${value} for ${name}, expected a finite number.`);
}

function bad(message: string): InputError {
  return new InputError('bad-config', message);
}
