import type { Sample } from './sample.js';

/** Prints a markdown table, and an empty line below it. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const line = (texts: readonly string[]) => `| ${texts.join(' | ')} |`;
  console.log([line(head), line(head.map(() => '---')), ...rows.map(line), ''].join('\n'));
}

/** Median, quickest and slowest, in milliseconds. */
export function cells({ median, quickest, slowest }: Sample): string[] {
  return [median, quickest, slowest].map((milliseconds) => `${milliseconds.toFixed(1)} ms`);
}

/** How many times the other sample's median one takes. */
export function times(sample: Sample, of: Sample): string {
  return (sample.median / of.median).toFixed(2);
}
