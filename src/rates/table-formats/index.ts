import type { ExchangeRateTable } from '../exchange-rate-table.js';
import { csvTable } from './csv.js';
import { htmlTable } from './html.js';
import { jsonTable } from './json.js';
import { markdownTable } from './markdown.js';
import { terminalTable } from './terminal.js';

/** The forms in which a table is written out. */
export type TableFormat = 'terminal' | 'markdown' | 'html' | 'csv' | 'json';

/** The table in that form, ending with a line feed; `columns` is the width that the terminal form keeps to. */
export function formatExchangeRateTable(table: ExchangeRateTable, format: TableFormat, columns = 80): string {
  switch (format) {
    case 'terminal':
      return terminalTable(table, columns);
    case 'markdown':
      return markdownTable(table);
    case 'html':
      return htmlTable(table);
    case 'csv':
      return csvTable(table);
    case 'json':
      return jsonTable(table);
  }
}
