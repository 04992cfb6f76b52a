import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { writtenZip } from '../written-rates.js';
import { EUR, HeldStore, JPY } from './held-store.js';
import { UnrulyServer } from './unruly-server.js';

/** A server that misbehaves as told, and for each test a fresh copy of a store that holds rates. */
export interface UpdateFixture {
  readonly server: UnrulyServer;
  readonly store: HeldStore;
}

/** To be called once at the top of a test file. */
export function updateFixture(): UpdateFixture {
  const server = new UnrulyServer();
  const filled = new HeldStore();
  let store = filled;
  beforeAll(async () => {
    await filled.fill();
    await server.start();
  });
  afterAll(async () => {
    filled.remove();
    await server.stop();
  });
  beforeEach(() => {
    store = filled.copy();
  });
  afterEach(() => store.remove());
  return {
    server,
    get store() {
      return store;
    },
  };
}

/** 40 MB of spaces. */
export const BOMB = writtenZip([{ name: 'H10_data.xml', content: Buffer.alloc(40 * 1024 * 1024, ' ') }]);

/** The euro's rates under the yen's name, and the yen's own the other way round. */
export const EURO_AS_YEN = { ...JPY, rates: EUR.rates };
export const DOLLARS_PER_YEN = {
  ...JPY,
  rates: JPY.rates.map((rate) => (rate === null ? null : (1 / Number(rate)).toFixed(6))),
};
