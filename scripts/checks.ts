/** Lint, types, unused code and the generated pages: two at a time, since each keeps one processor busy. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Each line of scripts one after the other; the lines side by side. */
const LINES = [['lint', 'types', 'unused'], ['docs:check']];

const statuses = await Promise.all(LINES.map(runLine));
if (statuses.includes(false)) process.exitCode = 1;

async function runLine(scripts: readonly string[]): Promise<boolean> {
  for (const script of scripts) {
    if (!(await run(script))) return false;
  }
  return true;
}

/** Prints what the script said when it has ended, so that two do not mix. */
function run(script: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', script], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => said.push(part));
    child.on('close', (status) => {
      console.log(`${script}: ${status === 0 ? 'ok' : 'failed'}`);
      process.stdout.write(Buffer.concat(said));
      resolve(status === 0);
    });
  });
}
