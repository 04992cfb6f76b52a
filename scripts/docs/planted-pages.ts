import { report } from '../planted-report/content.js';
import { fontManner } from '../planted-report/font-manner.js';
import { gridManner } from '../planted-report/grid-manner.js';
import { PLANTS, type Plant, planted } from '../planted-report/plants.js';
import { markdown, type Page, table } from './page.js';

const FOLDER = 'examples/planted-errors';

/** The example with one planted error of each kind, in two manners of HTML, and the list of what is wrong in it. */
export function plantedPages(): Page[] {
  const parts = planted(report(), PLANTS);
  return [
    { path: `${FOLDER}/minato-grid.htm`, text: gridManner(parts) },
    { path: `${FOLDER}/minato-font.htm`, text: fontManner(parts) },
    { path: `${FOLDER}/README.md`, text: readme() },
  ];
}

function readme(): string {
  return markdown(
    `# Example: an annual report with ${PLANTS.length} planted errors`,
    'The annual report on Form 20-F of Minato Foods Co., Ltd., an invented company, for the year ended March 31, 2018. All of it is made up but the exchange rates, which are the Federal Reserve’s noon buying rates. `minato-grid.htm` is printed as makers of the 2020s print, every table a grid of narrow columns; `minato-font.htm` is the same report as makers of the 2000s printed it, with signs and brackets in cells of their own. Run:',
    '    tickmark check examples/planted-errors/minato-grid.htm\n    tickmark check examples/planted-errors/minato-grid.htm --format html --output minato.html',
    `${PLANTS.length} errors are planted, each of another kind. All are found, and nothing else is reported:`,
    table(['what is wrong', 'right', 'printed', 'where'], PLANTS.map(row)),
    'Both pages and this list are written by `npm run generate` from `scripts/planted-report/`.',
  );
}

function row({ kind, from, to, at }: Plant): string[] {
  const where =
    'table' in at ? `table ${at.table + 1}, ${at.row}, column ${at.column + 1}` : `“${at.text} …”`;
  return [kind, from, to, where];
}
