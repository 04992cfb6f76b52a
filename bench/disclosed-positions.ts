/**
 * Measures the positions that a real Item 3 discloses: the register of bench/disclosed-positions/, each disclosed input
 * of which points at its figure in the report. `npm run bench:disclosed`; skipped where the shared inputs are absent.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const REGISTER = 'bench/disclosed-positions/risks.yaml';
const REPORT = '../shared/filings/20-f-iij-2006-item-3.txt';

if (existsSync(new URL(`../${REPORT}`, import.meta.url))) {
  tickmark('risk', 'check', REGISTER);
  tickmark('risk', 'run', REGISTER);
  tickmark('risk', 'item-11', REGISTER);
} else {
  console.log(`Skipped: ${REPORT} is not there.`);
}

function tickmark(...args: readonly string[]): void {
  console.log(`$ tickmark ${args.join(' ')}`);
  const { status } = spawnSync(process.execPath, ['dist/cli.cjs', ...args], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
  console.log('');
}
