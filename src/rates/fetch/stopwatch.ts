/** The whole of a download may take this many times as long as a single silence. */
const WHOLE = 10;

/** Ends a download that is silent for too long, or goes on for too long. */
export interface Stopwatch {
  readonly signal: AbortSignal;
  /** Something arrived: the silence begins anew. `waitsFor` says what is waited for now. */
  heard(waitsFor: string): void;
  stop(): void;
}

/** What a stopwatch ends a download with. */
export class TookTooLong extends Error {
  override readonly name = 'TookTooLong';
}

/** `silence`: the longest silence in milliseconds. */
export function startStopwatch(silence: number): Stopwatch {
  const controller = new AbortController();
  const end = (reason: string) => controller.abort(new TookTooLong(reason));
  const whole = setTimeout(() => end(`it took longer than ${seconds(silence * WHOLE)}`), silence * WHOLE);
  let idle: NodeJS.Timeout | undefined;
  const heard = (waitsFor: string) => {
    clearTimeout(idle);
    idle = setTimeout(() => end(`no ${waitsFor} within ${seconds(silence)}`), silence);
  };
  heard('answer');
  return {
    signal: controller.signal,
    heard,
    stop() {
      clearTimeout(whole);
      clearTimeout(idle);
    },
  };
}

function seconds(milliseconds: number): string {
  return `${milliseconds / 1000} s`;
}
