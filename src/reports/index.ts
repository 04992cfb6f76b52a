export { type HtmlReportOptions, htmlReport } from './html/report.js';
export { jsonReport, readingJson } from './json.js';
export { type TerminalOptions, terminalReport } from './terminal.js';
