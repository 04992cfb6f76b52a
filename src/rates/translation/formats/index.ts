import type { TableFormat } from '../../table-formats/index.js';
import { csvTranslation } from './csv.js';
import type { Translation } from './grid.js';
import { htmlTranslation } from './html.js';
import { jsonTranslation } from './json.js';
import { markdownTranslation } from './markdown.js';
import { terminalTranslation } from './terminal.js';

/**
 * A translation in that form, ending with a line feed. Markdown, HTML and CSV hold what is for print; the warnings and
 * notes stand in the terminal form and in JSON, and the caller shows them beside the others.
 */
export function formatTranslation(translation: Translation, format: TableFormat, columns = 80): string {
  switch (format) {
    case 'terminal':
      return terminalTranslation(translation, columns);
    case 'markdown':
      return markdownTranslation(translation);
    case 'html':
      return htmlTranslation(translation);
    case 'csv':
      return csvTranslation(translation);
    case 'json':
      return jsonTranslation(translation);
  }
}
