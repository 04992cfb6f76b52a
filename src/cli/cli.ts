import { main } from './main.js';
import { processIo } from './process-io.js';

/** Set for the threads that the command starts; a person who sets it gets the command all the same. */
const isMarked = process.env.TICKMARK_THREAD === '1';

void start();

async function start(): Promise<void> {
  if (isMarked && (await (await import('./threads/thread.js')).runThread())) return;
  const status = await main(process.argv.slice(2), processIo());
  // The status is set, not exited with, so that a large report goes through a slow pipe whole. It is set already where
  // the report could not be written.
  process.exitCode ??= status;
}
