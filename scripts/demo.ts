/** Runs the main job on the bundled example, whose planted errors it must find, and writes an HTML report beside it. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const EXAMPLE = 'examples/planted-errors/minato-grid.htm';
const REPORT = 'examples/planted-errors/report.html';
/** The status of a run that found errors. */
const FOUND_ERRORS = 1;

const statuses = [
  tickmark('check', EXAMPLE),
  tickmark('check', EXAMPLE, '--format', 'html', '--output', REPORT),
];
if (statuses.every((status) => status === FOUND_ERRORS)) {
  console.log(`\nThe report with the work behind every tick mark: ${REPORT} (open it in a browser).`);
} else {
  console.error(
    `Unexpected exit statuses ${statuses.join(', ')}, expected ${FOUND_ERRORS}: errors are planted`,
  );
  process.exitCode = 1;
}

function tickmark(...args: readonly string[]): number | null {
  console.log(`$ tickmark ${args.join(' ')}`);
  return spawnSync(process.execPath, ['dist/cli.cjs', ...args], { cwd: ROOT, stdio: 'inherit' }).status;
}
