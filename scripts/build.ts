/**
 * Builds the package into dist/: the entry points of the library as flat ES modules, the command as one file with its
 * compiled code beside it, the rates, and the type declarations. Dependencies are bundled, so that an install brings
 * one package; their licences go along in THIRD-PARTY.txt.
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DIST = join(ROOT, 'dist');
const COMMAND = join(DIST, 'cli.cjs');
/** Reports of both kinds, so that what either needs has been run when the compiled code is kept. */
const EXAMPLES = ['examples/item-3/item-3.txt', 'examples/planted-errors/minato-grid.htm'];
const ROOMS = ['value', 'rates', 'filing', 'checks', 'risk', 'reports'];

/** What both bundles have in common. */
const COMMON: BuildOptions & { metafile: true } = {
  absWorkingDir: ROOT,
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20',
  // Else each /\p{L}/u becomes a `new RegExp` that is compiled anew wherever it stands in a loop.
  supported: { 'regexp-unicode-property-escapes': true },
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
};

/** commander can start programs, which we never do: then Node need not load what starts them either. */
const CHILD_PROCESS_WHEN_CALLED: Plugin = {
  name: 'child-process-when-called',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path: 'spawn', namespace: 'when-called' } : undefined,
    );
    onLoad({ filter: /^spawn$/, namespace: 'when-called' }, () => ({
      contents: "exports.spawn = (...args) => require('node:child_process').spawn(...args);",
    }));
  },
};

rmSync(DIST, { recursive: true, force: true });
mkdirSync(DIST);
copyRates();
const bundles = [await bundleLibrary(), await bundleCommand()];
writeThirdPartyNotice(bundles);
escapeCommand();
makeExecutable();
compileCommand();
writeDeclarations();

async function bundleLibrary(): Promise<Metafile> {
  const { metafile } = await build({
    ...COMMON,
    entryPoints: {
      index: 'src/index.ts',
      ...Object.fromEntries(ROOMS.map((room) => [room, `src/${room}/index.ts`])),
    },
    // Flat, so that import.meta.url finds the rates beside whichever file asks for them.
    entryNames: '[name]',
    chunkNames: '[name]-[hash]',
    splitting: true,
    format: 'esm',
    // Of a CommonJS dependency, for the modules of Node that it requires.
    banner: {
      js: "import { createRequire as __requireOf } from 'node:module'; const require = __requireOf(import.meta.url);",
    },
  });
  return metafile;
}

/** CommonJS in one file: it starts sooner than a dozen ES modules, and its compiled code can be kept. */
async function bundleCommand(): Promise<Metafile> {
  const { metafile } = await build({
    ...COMMON,
    entryPoints: { cli: 'src/cli/launch.ts', command: 'src/cli/cli.ts' },
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    define: { 'import.meta.url': '__moduleUrl' },
    banner: { js: 'const __moduleUrl = require("node:url").pathToFileURL(__filename).href;' },
    // Less to read at start-up; names are kept, and lines short, so that a trace can be read.
    minifyWhitespace: true,
    minifySyntax: true,
    lineLimit: 160,
    plugins: [CHILD_PROCESS_WHEN_CALLED],
  });
  return metafile;
}

/**
 * Writes what is not ASCII as escapes, which mean the same in strings, templates and patterns; the bundler leaves those
 * in patterns and tagged templates as they are. V8 keeps ASCII in half the space and reads it sooner.
 */
function escapeCommand(): void {
  for (const name of ['cli.cjs', 'command.cjs']) {
    const path = join(DIST, name);
    const code = readFileSync(path, 'utf8');
    writeFileSync(path, code.replace(/[\u0080-\uffff]/g, escapeOf), 'latin1');
  }
}

function escapeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function makeExecutable(): void {
  writeFileSync(COMMAND, `#!/usr/bin/env node\n${readFileSync(COMMAND, 'utf8')}`);
  chmodSync(COMMAND, 0o755);
}

/** Runs the command on bundled examples, after which it writes its compiled code. */
function compileCommand(): void {
  const { stderr } = spawnSync(process.execPath, [COMMAND, 'check', ...EXAMPLES], {
    cwd: ROOT,
    encoding: 'utf8',
    // Over the rates of the package, whatever the user holds.
    env: { ...process.env, TICKMARK_BUILD: 'compile', XDG_DATA_HOME: DIST },
  });
  if (stderr !== '') throw new Error(`The command fails on ${EXAMPLES.join(', ')}:\n${stderr}`);
}

function copyRates(): void {
  const rates = join(ROOT, 'src/rates');
  for (const name of readdirSync(rates).filter((file) => file.endsWith('.bin'))) {
    copyFileSync(join(rates, name), join(DIST, name));
  }
}

function writeDeclarations(): void {
  const compiler = join(ROOT, 'node_modules/.bin/tsc');
  const { status } = spawnSync(compiler, ['-p', 'tsconfig.build.json'], { cwd: ROOT, stdio: 'inherit' });
  process.exitCode = status ?? 1;
}

function writeThirdPartyNotice(bundles: readonly Metafile[]): void {
  const bundled = bundles.flatMap(({ inputs }) => Object.keys(inputs));
  const names = new Set(
    bundled.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
  );
  const notices = [...names].sort().map(licenceOf);
  writeFileSync(
    join(DIST, 'THIRD-PARTY.txt'),
    `Tickmark includes the following software.\n\n${notices.join('\n')}`,
  );
}

function licenceOf(name: string): string {
  const folder = join(ROOT, 'node_modules', name);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  // Where a package leaves its licence out, the text of its repository stands in scripts/licences.
  const path = file === undefined ? join(ROOT, 'scripts', 'licences', `${name}.txt`) : join(folder, file);
  if (!existsSync(path)) throw new Error(`No licence text in ${folder}, nor in ${path}`);
  const text = readFileSync(path, 'utf8').trim();
  return `${'-'.repeat(78)}\n${name} ${manifest.version} (${manifest.license})\n\n${text}\n`;
}
