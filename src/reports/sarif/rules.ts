import type { Check, Severity } from '../../checks/check.js';

/** SARIF, 3.27.10: how bad a result is. */
export type SarifLevel = 'error' | 'warning' | 'note';

export const LEVELS: Readonly<Record<Severity, SarifLevel>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** The checks as `reportingDescriptor` objects (SARIF, 3.49), in order of their ids. */
export function sarifRules(checks: readonly Check[]) {
  return [...checks].sort((a, b) => (a.meta.id < b.meta.id ? -1 : 1)).map(sarifRule);
}

function sarifRule({ meta, messages, limits }: Check) {
  return {
    id: meta.id,
    shortDescription: { text: sentence(meta.title) },
    fullDescription: { text: `${sentence(meta.title)} Authority: ${sentence(meta.basis)}` },
    help: {
      text: helpText(meta.basis, Object.values<string>(messages), limits),
      markdown: helpMarkdown(meta.basis, Object.values<string>(messages), limits),
    },
    defaultConfiguration: { level: LEVELS[meta.severity] },
    properties: { basis: meta.basis, since: meta.since, needs: [...meta.needs], tags: ['annual-report'] },
  };
}

function helpText(basis: string, messages: readonly string[], limits: readonly string[]): string {
  return [
    `Authority: ${sentence(basis)}`,
    'What it says:',
    ...messages.map((message) => `- ${message}`),
    ...(limits.length === 0
      ? []
      : ['What it misses or takes wrongly:', ...limits.map((each) => `- ${each}`)]),
  ].join('\n');
}

function helpMarkdown(basis: string, messages: readonly string[], limits: readonly string[]): string {
  const list = (entries: readonly string[]) => entries.map((entry) => `- ${asMarkdown(entry)}`).join('\n');
  return [
    `**Authority:** ${asMarkdown(sentence(basis))}`,
    `**What it says**\n\n${list(messages)}`,
    ...(limits.length === 0 ? [] : [`**What it misses or takes wrongly**\n\n${list(limits)}`]),
  ].join('\n\n');
}

/** Our own prose, in which these signs would begin emphasis, a link or a tag. */
function asMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|]/g, (sign) => `\\${sign}`);
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
