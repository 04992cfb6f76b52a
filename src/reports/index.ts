export type { FileFailure } from './file-failure.js';
export { type GithubOptions, githubAnnotations, githubFailure, githubSummary } from './github.js';
export { type HtmlReportOptions, htmlReport } from './html/report.js';
export { jsonFailureLine, jsonLine, jsonReport } from './json.js';
export { readingJson } from './reading/json.js';
export { type RiskReportFormat, type RiskReportOptions, riskReport } from './risk/risk-report.js';
export { type SarifLog, type SarifOptions, sarifLog, sarifReport } from './sarif/log.js';
export { type TerminalOptions, terminalReport } from './terminal.js';
