import { main } from './main.js';
import { processIo } from './process-io.js';

// The status is set, not exited with, so that a large report goes through a slow pipe whole. It is set already where
// the report could not be written.
void main(process.argv.slice(2), processIo()).then((status) => {
  process.exitCode ??= status;
});
