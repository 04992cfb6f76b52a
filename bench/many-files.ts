/** `tickmark check` on a thousand files at once: throughput, and the memory that it needs beyond that for one. */
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processCost } from './processes.js';
import { type Sample, sampleOf } from './sample.js';

const FILES = 1000;
const RUNS = 3;
const MEGABYTE = 1e6;

export const MANY_FILES_HEAD = ['Many files', 'median', 'MB a second', 'peak memory', 'of one file'];

/**
 * Copies of one report, so that a file's share can be held against `warm`, the same work once all code is warm.
 * `folder` is for files of ours.
 */
export async function manyFilesRows(
  report: Uint8Array,
  warm: Sample,
  folder: string,
  command: string,
): Promise<string[][]> {
  const drafts = join(folder, 'drafts');
  mkdirSync(drafts);
  for (let index = 0; index < FILES; index += 1) {
    writeFileSync(join(drafts, `${String(index).padStart(4, '0')}.txt`), report);
  }
  const output = join(folder, 'findings.jsonl');
  const line = (names: string) => [command, 'check', join(drafts, names), '--jsonl', '--output', output];
  const whole: number[] = [];
  const peaks: number[] = [];
  for (let index = 0; index < RUNS; index += 1) {
    const { milliseconds, peakBytes } = await processCost(line('*.txt'));
    whole.push(milliseconds);
    peaks.push(peakBytes);
  }
  const one = await processCost(line('0000.txt'));
  const written = statSync(output).size;
  rmSync(drafts, { recursive: true });
  const { median } = sampleOf(whole);
  const peak = sampleOf(peaks).median;
  const bytes = report.length * FILES;
  return [
    [
      `${FILES} files, ${(bytes / MEGABYTE).toFixed(1)} MB, as JSON Lines`,
      `${(median / 1000).toFixed(1)} s`,
      (bytes / MEGABYTE / (median / 1000)).toFixed(2),
      `${(peak / MEGABYTE).toFixed(0)} MB`,
      `${(peak / one.peakBytes).toFixed(2)} times its memory`,
    ],
    [
      'a file of them',
      `${(median / FILES).toFixed(1)} ms`,
      '',
      `${(written / MEGABYTE).toFixed(2)} MB written`,
      `${(median / FILES / warm.median).toFixed(2)} times its warm time`,
    ],
  ];
}
