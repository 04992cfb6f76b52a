import { getSystemErrorMap } from 'node:util';

/** Why a file or a stream could not be read, for a person, without the path that the system names. */
export function readFailure(cause: unknown): string {
  switch (codeOf(cause)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'no such file; check the path';
    case 'EACCES':
    case 'EPERM':
      return 'you may not read it; check its permissions';
    default:
      return systemText(cause);
  }
}

/** Why a file or a stream could not be written. */
export function writeFailure(cause: unknown): string {
  switch (codeOf(cause)) {
    case 'ENOENT':
      return 'no file can be made there';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'you may not write there';
    case 'ENOSPC':
      return 'the disk is full';
    default:
      return systemText(cause);
  }
}

export function codeOf(cause: unknown): unknown {
  return cause instanceof Error && 'code' in cause ? cause.code : undefined;
}

/** "file name too long"; the message of the error itself would name a temporary file or repeat the call. */
function systemText(cause: unknown): string {
  const number = cause instanceof Error && 'errno' in cause ? Number(cause.errno) : Number.NaN;
  const [, text] = getSystemErrorMap().get(number) ?? [];
  return text ?? (cause instanceof Error ? cause.message : String(cause));
}
