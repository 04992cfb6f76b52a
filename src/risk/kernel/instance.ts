import { moduleOf, type Routine } from './assembler.js';

/** WebAssembly as far as it is used: the library for browsers, which declares it, is not among ours. */
interface Engine {
  readonly Memory: new (size: {
    readonly initial: number;
    readonly maximum: number;
  }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
}

/** Bytes in a page of WebAssembly's memory. */
const PAGE = 65_536;

export function compiledModule(routines: readonly Routine[]): object {
  return new (engine().Module)(moduleOf(routines));
}

/** The routines of a module over a memory of so many bytes, all 0, which never grows. */
export function instanceOf(
  compiled: object,
  bytes: number,
): { readonly routines: unknown; readonly buffer: ArrayBuffer } {
  const { Memory, Instance } = engine();
  const pages = Math.ceil(bytes / PAGE);
  const memory = new Memory({ initial: pages, maximum: pages });
  const { exports } = new Instance(compiled, { host: { memory } });
  return { routines: exports, buffer: memory.buffer };
}

function engine(): Engine {
  return (globalThis as unknown as { WebAssembly: Engine }).WebAssembly;
}
