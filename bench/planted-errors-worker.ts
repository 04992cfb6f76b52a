/** Plants errors in the filings that it is sent, one after the other, and answers with what was said of them. */
import { parentPort, workerData } from 'node:worker_threads';
import { guarded, importChecker, type Thrown } from './checker.js';
import { type Planted, packageOf, plantErrors } from './planted-errors.js';

export interface PlantingOrder {
  readonly bundle: string;
  readonly checks: readonly string[] | null;
  readonly per: number;
  readonly seed: number;
}

export interface PlantingAnswer {
  readonly planted: readonly Planted[];
  readonly thrown: readonly string[];
}

const order: PlantingOrder = workerData;
const checker = await importChecker(order.bundle, order.checks);

parentPort?.on('message', ({ name, bytes }: { name: string; bytes: Uint8Array }) => {
  const thrown: Thrown = new Map();
  const own = packageOf(checker, guarded(checker.checks, thrown));
  const answer: PlantingAnswer = {
    planted: plantErrors(own, name, bytes, order),
    thrown: [...thrown].map(([id, error]) => `${id}: ${error}`),
  };
  parentPort?.postMessage(answer);
});
