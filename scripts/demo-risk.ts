/** Measures the risks of the bundled register, compares a scenario and a control, and writes the page with the plots. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const REGISTER = 'examples/risk/risks.yaml';
const PAGE = 'examples/risk/risks.html';

const statuses = [
  tickmark('risk', 'check', REGISTER),
  tickmark('risk', 'run', REGISTER),
  tickmark('risk', 'scenario', REGISTER, 'earthquake'),
  tickmark('risk', 'run', REGISTER, '--format', 'html', '--output', PAGE),
];
if (statuses.every((status) => status === 0)) {
  console.log(`\nThe page with the plots and the tables of Item 11: ${PAGE} (open it in a browser).`);
} else {
  console.error(`Unexpected exit statuses ${statuses.join(', ')}, expected 0`);
  process.exitCode = 1;
}

function tickmark(...args: readonly string[]): number | null {
  console.log(`$ tickmark ${args.join(' ')}`);
  return spawnSync(process.execPath, ['dist/cli.cjs', ...args], { cwd: ROOT, stdio: 'inherit' }).status;
}
