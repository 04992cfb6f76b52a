import type { RiskRun } from '../../risk/results/risk-run.js';
import { riskHtml } from './html/page.js';
import { riskMarkdown } from './markdown-report.js';
import { riskJson } from './results-json.js';
import { riskTerminal } from './terminal-report.js';

export type RiskReportFormat = 'terminal' | 'json' | 'markdown' | 'html';

export interface RiskReportOptions {
  /** Of the terminal: width to wrap at; below 40 counts as 40. */
  readonly columns: number;
  readonly color: boolean;
}

/** A run in one of its forms. The same run gives the same bytes; the terminal's depend on its width and colours too. */
export function riskReport(run: RiskRun, format: RiskReportFormat, options: RiskReportOptions): string {
  switch (format) {
    case 'json':
      return riskJson(run);
    case 'markdown':
      return riskMarkdown(run);
    case 'html':
      return riskHtml(run);
    case 'terminal':
      return riskTerminal(run, options);
  }
}
