import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chartSvg, noonBuyingRates, type RateChart, rateChart } from '../../src/rates/index.js';
import { unitsOf } from '../../src/rates/noon-buying-rates.js';
import { openRatesFile, type RatesFileEntry } from '../../src/rates/rates-file.js';
import { formatDayLong, lastDayOf } from '../../src/value/index.js';
import type { Page } from './page.js';

const PAGE = 'docs/rates.md';
const BUNDLED = 'src/rates/noon-buying-rates.bin';

/** The sections of the page that are written here stand between such marks. */
const WRITTEN = ': written by "npm run generate" -->\n';

/** Two beside each other on a page. */
const CHART = { theme: 'auto', width: 400, height: 260 } as const;

/** A chart of each currency that comes with the package, and the page that shows them all and what they cover. */
export function ratesPages(root: string): Page[] {
  const source = noonBuyingRates();
  const charts = source.currencies.map((currency) => rateChart(source, { currency }));
  const page = withSections(readFileSync(join(root, PAGE), 'utf8'), {
    charts: gallery(charts),
    coverage: coverageTable(readFileSync(join(root, BUNDLED))),
  });
  return [
    { path: PAGE, text: page },
    ...charts.map((chart) => ({
      path: `docs/${chartPath(chart)}`,
      text: chartSvg(chart, CHART),
    })),
  ];
}

/** What a file of rates holds, a line a currency. */
export function coverageTable(file: Uint8Array): string {
  const lines = openRatesFile(file).entries.map(coverageLine);
  return [
    '| currency | quoted as | decimals | first | last | rates | H.10 series | FRED series | bytes |',
    '|---|---|--:|---|---|--:|---|---|--:|',
    ...lines,
    '',
  ].join('\n');
}

/** Puts each section between its marks. Throws where the page has lost them. */
function withSections(page: string, sections: Readonly<Record<string, string>>): string {
  return Object.entries(sections).reduce((text, [name, section]) => {
    const mark = `<!-- ${name}${WRITTEN}`;
    const [start, end] = [text.indexOf(mark), text.indexOf(`<!-- end of ${name} -->`)];
    if (start < 0 || end < start) throw new Error(`${PAGE} has lost the marks around its ${name}`);
    return text.slice(0, start + mark.length) + section + text.slice(end);
  }, page);
}

/** The charts, two a row. */
function gallery(charts: readonly RateChart[]): string {
  const images = charts.map((chart) => {
    const [first, last] = [chart.span.start, lastDayOf(chart.span)].map(formatDayLong);
    return `![${chart.direction}, from ${first} to ${last}](${chartPath(chart)})`;
  });
  const rows = images.flatMap((image, index) =>
    index % 2 === 0 ? [`| ${image} | ${images[index + 1] ?? ''} |`] : [],
  );
  return `${['| | |', '|---|---|', ...rows].join('\n')}\n`;
}

function chartPath({ currency }: RateChart): string {
  return `rates/${currency}.svg`;
}

function coverageLine(entry: RatesFileEntry): string {
  const { code, name, decimals, first, last, count, h10, fred, length } = entry;
  const cells = [
    `${code}, ${name}`,
    unitsOf(entry)[0],
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
