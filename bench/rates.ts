/** What the commands about rates take: a whole release loaded and merged, and a chart of every rate of a series. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { keptSeries } from '../src/rates/loaders/kept-series.js';
import { loadRates } from '../src/rates/loaders/load-rates.js';
import { writtenZip } from '../test/written-rates.js';
import { processTime } from './processes.js';
import { type Sample, sampleOf, timed } from './sample.js';
import { cells, times } from './tables.js';
import { wholeRelease } from './whole-release.js';

const RUNS = 7;
const CHUNK = 64 * 1024;
const MEGABYTE = 1e6;

export const RATES_HEAD = ['Rates', 'median', 'quickest', 'slowest', 'against'];

/** `csvs`: the folder with the Federal Reserve's rates. `folder` is for files of ours. `bare`: of `node -e 0`. */
export async function ratesRows(
  csvs: string,
  folder: string,
  command: string,
  bare: Sample,
): Promise<string[][]> {
  const xml = wholeRelease(csvs);
  const zip = writtenZip([{ name: 'H10_data.xml', content: xml }]);
  const parsed: number[] = [];
  const loaded: number[] = [];
  const updated: number[] = [];
  const server = await serving(zip);
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/h10.zip`;
  for (let index = 0; index < RUNS; index += 1) {
    parsed.push(timed(() => parse(xml)));
    loaded.push(await loading(zip));
    const env = { XDG_DATA_HOME: join(folder, `rates-${index}`) };
    const words = ['rates', 'update', '--from', 'fed', '--h10-url', address];
    updated.push(await processTime([command, ...words], env));
  }
  server.close();
  const [parser, loader, update] = [sampleOf(parsed), sampleOf(loaded), sampleOf(updated)];
  const chart = await charting(command);
  const size = `${(xml.length / MEGABYTE).toFixed(0)} MB of XML`;
  return [
    [`the XML parser alone, over ${size}`, ...cells(parser), ''],
    [
      `the same release loaded, from a zip of ${(zip.length / MEGABYTE).toFixed(1)} MB`,
      ...cells(loader),
      `${times(loader, parser)} times the parser`,
    ],
    ['`rates update`, fetched from 127.0.0.1', ...cells(update), `${times(update, parser)} times the parser`],
    ['`rates chart` of every yen rate, as SVG', ...cells(chart), `${times(chart, bare)} times \`node -e 0\``],
  ];
}

/** What any reader of the file must at least do. */
function parse(xml: Uint8Array): void {
  const parser = new SaxesParser();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let elements = 0;
  parser.on('opentag', () => {
    elements += 1;
  });
  for (let at = 0; at < xml.length; at += CHUNK) {
    parser.write(decoder.decode(xml.subarray(at, at + CHUNK), { stream: true }));
  }
  parser.close();
  if (elements === 0) throw new Error('The release has no elements');
}

async function loading(zip: Uint8Array): Promise<number> {
  const start = process.hrtime.bigint();
  await loadRates(zip, { name: 'h10.zip', catalogue: keptSeries() });
  return Number(process.hrtime.bigint() - start) / 1e6;
}

async function charting(command: string): Promise<Sample> {
  const runs: number[] = [];
  const words = ['rates', 'chart', '--currency', 'JPY', '--format', 'svg'];
  for (let index = 0; index < RUNS; index += 1) runs.push(await processTime([command, ...words]));
  return sampleOf(runs);
}

async function serving(zip: Buffer): Promise<Server> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/zip', 'content-length': zip.length }).end(zip);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return server;
}
