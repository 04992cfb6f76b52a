/** Inputs that a reader may meet and nobody would file: the worst that we know, and real filings that came to harm. */
import { gzipSync } from 'node:zlib';
import type { Random } from './random.js';
import type { RealFiling } from './real-filings.js';

export interface FuzzCase {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const MEGABYTE = 1e6;
const DEEP = 100_000;

/** Fixed: depth, width and sizes that quadratic work, recursion or unbounded memory would not survive. */
export const WORST_CASES: readonly (readonly [name: string, make: () => string | Uint8Array])[] = [
  ...['div', 'table', 'table><tr><td', 'span', 'font', 'b', 'ul><li', 'p', 'a', 'blockquote', 'sup'].map(
    (tag) => [`${DEEP} times <${tag}>`, () => `<html><body>${`<${tag}>`.repeat(DEEP)}1,234 shares`] as const,
  ),
  ['deep spans with styles', () => page('<span style="font-weight:bold;padding-left:9pt">x '.repeat(DEEP))],
  ['deep div, closed', () => page(`${'<div>'.repeat(DEEP)}$ 5${'</div>'.repeat(DEEP)}`)],
  ['end tags alone', () => page('</div></td></table></p></span>'.repeat(DEEP))],
  ['end tags of what is open far out', () => page(`<b>${'<i>'.repeat(DEEP)}${'</b>'.repeat(DEEP)}`)],
  ['deep facts', () => page('<ix:nonNumeric name="a:b" continuedAt="c" id="c">1 '.repeat(DEEP))],
  [
    'a million cells',
    () => page(`<table>${`<tr>${'<td>1,234</td>'.repeat(10)}</tr>`.repeat(100_000)}</table>`),
  ],
  ['a row of 300,000 cells', () => page(`<table><tr>${'<td>12</td>'.repeat(300_000)}</tr></table>`)],
  ['300,000 rows of one cell', () => page(`<table>${'<tr><td>12</td></tr>'.repeat(300_000)}</table>`)],
  [
    'colspans and rowspans of a billion',
    () =>
      page(
        `<table>${'<tr><td colspan="1000000000" rowspan="1000000000">12</td><td>3</td></tr>'.repeat(5000)}</table>`,
      ),
  ],
  [
    'staggered spans',
    () =>
      page(
        `<table>${Array.from({ length: 3000 }, (_, row) => `<tr>${'<td></td>'.repeat(row % 50)}<td colspan="${1 + (row % 999)}" rowspan="9">${row}</td></tr>`).join('')}</table>`,
      ),
  ],
  ['60,000 tables', () => page('<table><tr><td>Total</td><td>$</td><td>5</td></tr></table>'.repeat(60_000))],
  [
    'a header over 200,000 rows',
    () =>
      page(
        `<table><tr><th>Year ended March 31, 2024</th></tr>${'<tr><td>Sales</td><td>1</td></tr>'.repeat(200_000)}</table>`,
      ),
  ],
  ['a word of 50 MB', () => 'a'.repeat(50 * MEGABYTE)],
  ['a word of 20 MB in HTML', () => page(`<p>${'a'.repeat(20 * MEGABYTE)}</p>`)],
  ['a number of 20 MB', () => page(`<p>${'1'.repeat(20 * MEGABYTE)}</p>`)],
  ['numbers in groups', () => page(`<p>${'1,234,'.repeat(2 * MEGABYTE)}</p>`)],
  ['2 million numbers', () => page(`<p>${'$1.5 million and '.repeat(400_000)}</p>`)],
  ['a line of 20 MB', () => '1,234 shares, '.repeat(1_400_000)],
  ['blank lines', () => `x${'\n'.repeat(20 * MEGABYTE)}5`],
  ['spaces', () => `x${' '.repeat(20 * MEGABYTE)}5`],
  ['spaces in HTML', () => page(`<p>x${' '.repeat(20 * MEGABYTE)}5</p>`)],
  ['dot leaders', () => `Total${' .'.repeat(5 * MEGABYTE)} 5`],
  ['dashes', () => '- '.repeat(3 * MEGABYTE)],
  ['brackets', () => page(`<p>${'('.repeat(5 * MEGABYTE)}5</p>`)],
  ['references', () => page(`<p>${'&amp;&#160;&#x9f;&bogus'.repeat(400_000)}</p>`)],
  ['ampersands', () => page(`<p>${'&'.repeat(5 * MEGABYTE)}</p>`)],
  ['tags without an end', () => `<html><body>${'<td '.repeat(2 * MEGABYTE)}`],
  ['quotes without an end', () => `<html><body>${'<td a="'.repeat(MEGABYTE)}`],
  ['comments without an end', () => `<html><body>${'<!-- '.repeat(MEGABYTE)}`],
  ['scripts without an end', () => `<html><body>${'<script>'.repeat(MEGABYTE)}`],
  ['attributes', () => page(`<p ${'a="b" '.repeat(MEGABYTE)}>5</p>`)],
  ['styles', () => page(`<p style="${'a:b;'.repeat(MEGABYTE)}">5</p>`)],
  [
    'styles that all differ',
    () =>
      page(Array.from({ length: 200_000 }, (_, index) => `<p style="margin-left:${index}pt">5</p>`).join('')),
  ],
  ['headings', () => page('<p><b>Item 3. Key Information</b></p>'.repeat(100_000))],
  [
    'risk headings',
    () =>
      page(
        `<p>Form 20-F</p><p><b>D. Risk Factors</b></p>${'<p><b>We may lose customers.</b></p><p>We sold 5.</p>'.repeat(50_000)}`,
      ),
  ],
  [
    'headings in text',
    () => 'Item 3. Key Information\n\nItem 4. Information on the Company\n\n'.repeat(100_000),
  ],
  ['list items', () => page(`<ul>${'<li>• 5 plants</li>'.repeat(200_000)}</ul>`)],
  ['pages', () => `${'<PAGE>\n   12\n'.repeat(200_000)}`],
  ['EDGAR tables', () => '<TABLE>\n<CAPTION>\n<S>   <C>\nSales   5\n</TABLE>\n'.repeat(60_000)],
  [
    'a table of 300,000 lines',
    () => `<TABLE>\n<S>            <C>\n${'Sales          1,234\n'.repeat(300_000)}</TABLE>`,
  ],
  ['a wide table', () => `${'Sales'.padEnd(20)}${'1,234   '.repeat(100_000)}\n`.repeat(5)],
  ['Markdown tables', () => `# Annual report\n\n${'| a | b |\n|---|---|\n| 1 | 2 |\n\n'.repeat(60_000)}`],
  ['a Markdown row', () => `# Annual report\n\n|${' 1 |'.repeat(MEGABYTE)}\n|${'---|'.repeat(MEGABYTE)}\n`],
  [
    'documents of a submission',
    () => '<SEC-DOCUMENT>\n<DOCUMENT>\n<TYPE>10-K\n<TEXT>\nx 5\n</TEXT>\n</DOCUMENT>\n'.repeat(100_000),
  ],
  ['sentences', () => page(`<p>${'We sold 5. '.repeat(500_000)}</p>`)],
  ['dates', () => page(`<p>${'March 31, 2024, '.repeat(200_000)}</p>`)],
  ['abbreviations', () => page(`<p>${'U.S. No. '.repeat(500_000)}</p>`)],
  [
    'notes',
    () => page(`<table><tr><td>a</td><td>1</td></tr></table>${'<p>(1) A note.</p>'.repeat(100_000)}`),
  ],
  ['raised marks', () => page(`<p>${'a<sup>(1)</sup>'.repeat(200_000)}</p>`)],
  ['gzip bomb', () => gzipSync(Buffer.alloc(300 * MEGABYTE, 'x'), { level: 9 })],
  ['gzip in gzip', () => gzipSync(gzipSync(Buffer.from(page('<p>5</p>'))))],
  ['gzip cut short', () => gzipSync(Buffer.from(page('<p>5</p>'.repeat(9999)))).subarray(0, 150)],
  ['empty', () => ''],
  ['a mark alone', () => Buffer.from([0xef, 0xbb, 0xbf])],
  ['UTF-16', () => Buffer.from(`\ufeff${page('<p>¥5 million</p>')}`, 'utf16le')],
  ['half a surrogate', () => Buffer.from(`\ufeff<p>\ud83d 5 \ude00</p>`, 'utf16le')],
];

function page(body: string): string {
  return `<html><head><title>x</title></head><body>${body}</body></html>`;
}

const TOKENS = [
  '<table>',
  '</table>',
  '<tr>',
  '<td colspan="3">',
  '</td>',
  '<p>',
  '</p>',
  '<div style="display:none">',
  '</div>',
  '<b>',
  '</b>',
  '<sup>',
  '</sup>',
  '<br/>',
  '<hr>',
  '&#160;',
  '&nbsp',
  '&#146;',
  '&#0;',
  '<!--',
  '-->',
  '"',
  "'",
  '>',
  '<',
  '$',
  '(',
  ')',
  '%',
  '—',
  '¥',
  '△',
  '1,234',
  '2024',
  'March 31, ',
  ' million',
  'Total',
  'Item 3. ',
  '\n',
  '\r\n',
  '\t',
  '<PAGE>',
  '<TABLE>',
  '<S>',
  '<C>',
  '</TABLE>',
  '| ',
  '|---|',
  '# ',
  '</body>',
  '<ix:nonFraction name="a:b">',
  '</ix:nonFraction>',
  '<ix:hidden>',
  '<script>',
  '\u0000',
  '\ufeff',
  '\u2028',
  '\ud83d',
  '<DOCUMENT>',
  '<TEXT>',
]; // prettier-ignore

/** A real filing that came to harm, or noise. Short: most of the time of a long one would go to its sound part. */
export function randomCase(random: Random, filings: readonly RealFiling[]): FuzzCase {
  const kind = random.below(8);
  if (kind === 1)
    return { name: 'bytes', bytes: Uint8Array.from({ length: random.below(5000) }, () => random.below(256)) };
  if (filings.length === 0 || kind === 0) return { name: 'tokens', bytes: Buffer.from(tokens(random, 2000)) };
  const [first, second] = [stretchOf(random, filings), stretchOf(random, filings)];
  switch (kind) {
    case 2:
      return { name: `${first.name} cut`, bytes: first.bytes };
    case 3:
      return { name: `${first.name} and ${second.name}`, bytes: Buffer.concat([first.bytes, second.bytes]) };
    case 4:
      return { name: `${first.name} in ${second.name}`, bytes: inserted(random, second.bytes, first.bytes) };
    default:
      return { name: `${first.name} changed`, bytes: changed(random, first.bytes) };
  }
}

function stretchOf(random: Random, filings: readonly RealFiling[]): FuzzCase {
  const { name, bytes } = random.pick(filings);
  const length = 2 ** (6 + random.below(12)) + random.below(2000);
  const start = random.below(4) === 0 ? 0 : random.below(bytes.length);
  return { name, bytes: bytes.subarray(start, start + length) };
}

function inserted(random: Random, into: Uint8Array, bytes: Uint8Array): Uint8Array {
  const at = random.below(into.length);
  return Buffer.concat([into.subarray(0, at), bytes, into.subarray(at)]);
}

/** Tokens put in, stretches doubled, dropped and moved, bytes turned. */
function changed(random: Random, bytes: Uint8Array): Uint8Array {
  let text = Buffer.from(bytes).toString('latin1');
  for (let times = 1 + random.below(30); times > 0; times -= 1) {
    const at = random.below(text.length + 1);
    const end = at + random.below(2 ** random.below(10));
    const [before, middle, after] = [text.slice(0, at), text.slice(at, end), text.slice(end)];
    switch (random.below(5)) {
      case 0:
        text = before + after;
        break;
      case 1:
        text = before + middle + middle + after;
        break;
      case 2:
        text = after + middle + before;
        break;
      case 3:
        // Mostly below 128: a byte that is no UTF-8 has the whole refused.
        text = before + String.fromCharCode(random.below(random.below(8) === 0 ? 256 : 128)) + after;
        break;
      default:
        text = before + Buffer.from(random.pick(TOKENS)).toString('latin1') + middle + after;
    }
  }
  return Buffer.from(text, 'latin1');
}

function tokens(random: Random, most: number): string {
  // A single NUL has the whole refused.
  const allowed = random.below(10) === 0 ? TOKENS : TOKENS.filter((token) => token !== '\u0000');
  return Array.from({ length: random.below(most) }, () => random.pick(allowed)).join('');
}
