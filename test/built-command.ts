import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The command bundled from the sources as they are, in a folder of its own: what its threads start with. */
export async function builtCommand(): Promise<URL> {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-command-'));
  const outfile = join(folder, 'command.cjs');
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/cli/cli.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    define: { 'import.meta.url': '__moduleUrl' },
    banner: { js: 'const __moduleUrl = require("node:url").pathToFileURL(__filename).href;' },
  });
  cpSync(join(ROOT, 'src/rates/noon-buying-rates.bin'), join(folder, 'noon-buying-rates.bin'));
  return pathToFileURL(outfile);
}
