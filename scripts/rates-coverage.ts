import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openRatesFile, type RatesFileEntry } from '../src/rates/rates-file.js';

const PAGE = fileURLToPath(new URL('../docs/rates.md', import.meta.url));
const START = '<!-- coverage: written by scripts/encode-rates.ts -->\n';
const END = '<!-- end of coverage -->';

/** The table of docs/rates.md: what a file of rates holds, a line a currency. */
export function coverageTable(file: Uint8Array): string {
  const lines = openRatesFile(file).entries.map(coverageLine);
  return [
    '| currency | quoted as | decimals | first | last | rates | H.10 series | FRED series | bytes |',
    '|---|---|--:|---|---|--:|---|---|--:|',
    ...lines,
    '',
  ].join('\n');
}

/** Puts the table between its marks in docs/rates.md. */
export function writeCoverage(file: Uint8Array): void {
  const page = readFileSync(PAGE, 'utf8');
  const [start, end] = [page.indexOf(START), page.indexOf(END)];
  if (start < 0 || end < start) throw new Error('docs/rates.md has lost the marks around its coverage table');
  writeFileSync(PAGE, page.slice(0, start + START.length) + coverageTable(file) + page.slice(end));
}

function coverageLine(entry: RatesFileEntry): string {
  const { code, name, quoted, decimals, first, last, count, h10, fred, length } = entry;
  const unit = quoted === 'per_usd' ? `${code}/USD` : `USD/${code}`;
  const cells = [
    `${code}, ${name}`,
    unit,
    decimals,
    first,
    last,
    count,
    `\`${h10}\``,
    fred || 'none',
    length,
  ];
  return `| ${cells.join(' | ')} |`;
}
