import { linkSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { InputError } from '../../value/index.js';
import { claimFile, temporaryName } from './durable-files.js';

const LOCK = 'lock';
const POLL_MILLISECONDS = 50;
/** A change takes about a second; a lock of another machine, whose processes we cannot see, is not waited for longer. */
const FOREIGN_LOCK_MILLISECONDS = 10 * 60 * 1000;
/** A lock that says nothing may be being written, unless it is older. */
const EMPTY_LOCK_MILLISECONDS = 10 * 1000;

/** The right to change a store, for one process at a time. */
export interface StoreLock {
  /** Whether another process has taken the lock over, holding this one to be dead. */
  isLost(): boolean;
  release(): void;
}

interface Holder {
  readonly pid: number;
  /** When the process began, as the system counts: a process number is given out again. Null where it cannot be told. */
  readonly began: string | null;
  readonly host: string;
  readonly since: string;
}

/**
 * Takes the lock of a store, waiting for another process as long as `patience` milliseconds. The lock of a process
 * that has ended is taken over. Throws `InputError` ('unreadable') where it stays taken, and what the system raises
 * where no file can be made.
 */
export async function lockStore(directory: string, now: () => Date, patience: number): Promise<StoreLock> {
  const path = join(directory, LOCK);
  const mine = Buffer.from(JSON.stringify(thisProcess(now())));
  for (let waited = 0; ; waited += POLL_MILLISECONDS) {
    if (claimFile(path, mine)) return lockAt(path, mine);
    const found = contentOf(path);
    if (found !== null && isDead(path, found, now())) takeAway(path, found);
    else if (waited >= patience) throw stillTaken(directory, found);
    else await wait(POLL_MILLISECONDS);
  }
}

function lockAt(path: string, mine: Buffer): StoreLock {
  const isLost = () => contentOf(path)?.equals(mine) !== true;
  return {
    isLost,
    release() {
      if (!isLost()) rmSync(path, { force: true });
    },
  };
}

function isDead(path: string, content: Buffer, now: Date): boolean {
  const holder = holderOf(content);
  const age = now.getTime() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  if (holder === null) return age > EMPTY_LOCK_MILLISECONDS;
  if (holder.host !== hostname()) return age > FOREIGN_LOCK_MILLISECONDS;
  if (!isRunning(holder.pid)) return true;
  const began = beganAt(holder.pid);
  return holder.began !== null && began !== null && holder.began !== began;
}

/** Renamed first, so that of two that see a dead lock only one takes it; what proves alive is put back. */
function takeAway(path: string, dead: Buffer): void {
  const aside = temporaryName(path);
  try {
    renameSync(path, aside);
    if (contentOf(aside)?.equals(dead) !== true) linkSync(aside, path);
  } catch {
    // Another process was quicker; the next round sees what it left.
  } finally {
    rmSync(aside, { force: true });
  }
}

function stillTaken(directory: string, content: Buffer | null): InputError {
  const holder = content === null ? null : holderOf(content);
  const who = holder === null ? 'another process' : `process ${holder.pid} (since ${holder.since})`;
  return new InputError(
    'unreadable',
    `Cannot change the rates in ${directory}: ${who} is changing them; wait until it has ended and run the command again`,
  );
}

function thisProcess(now: Date): Holder {
  return { pid: process.pid, began: beganAt(process.pid), host: hostname(), since: now.toISOString() };
}

function contentOf(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

function holderOf(content: Buffer): Holder | null {
  try {
    const holder = JSON.parse(content.toString()) as Holder;
    return Number.isSafeInteger(holder.pid) && holder.pid > 0 ? holder : null;
  } catch {
    return null;
  }
}

/** Signal 0 is sent to nobody; "not permitted" means that the process is there. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
}

/** The twenty-second field of /proc/PID/stat, proc(5): clock ticks from the start of the system. */
function beganAt(pid: number): string | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the process stands in brackets and may hold anything.
    return fields.slice(fields.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
