import { spawn } from 'node:child_process';

/** What a process took. */
export interface ProcessCost {
  readonly milliseconds: number;
  /** The most memory that it held at a time, in bytes. */
  readonly peakBytes: number;
}

/** Says on its last line of standard error how many kilobytes it held. */
const TELL_PEAK =
  'data:text/javascript,process.on("exit",()=>process.stderr.write("\\n"+process.resourceUsage().maxRSS))';

/**
 * Runs Node and waits for its end. Not with `spawnSync`, so that a server of ours can answer it meanwhile. Rejects
 * where it does not end with status 0.
 */
export async function processTime(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return (await run(args, env)).milliseconds;
}

/** The same with its memory, which takes it some milliseconds to tell. */
export async function processCost(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<ProcessCost> {
  const { milliseconds, err } = await run(['--import', TELL_PEAK, ...args], env);
  return { milliseconds, peakBytes: Number(err.slice(err.lastIndexOf('\n') + 1)) * 1024 };
}

async function run(args: readonly string[], env: NodeJS.ProcessEnv) {
  const start = process.hrtime.bigint();
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env } });
  let err = '';
  child.stdin.end();
  child.stdout.resume();
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const status = await new Promise<number | null>((done) => child.once('close', done));
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${err}`);
  return { milliseconds, err };
}
