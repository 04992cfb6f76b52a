import { InputError } from '../../value/index.js';

/** What is newer than this Tickmark is not damaged, and must not be deleted. */
const REMEDIES = {
  newer: 'install the newest Tickmark, or run "tickmark rates undo"',
  damaged: 'run "tickmark rates undo", or delete that file and run "tickmark rates update"',
};

/** A file of the store that cannot be used. Names the file and the remedy; the cause says what is wrong with it. */
export function damagedStore(path: string, cause: unknown, remedies = REMEDIES): InputError {
  const reason = reasonOf(cause);
  const remedy = /newer Tickmark/.test(reason) ? remedies.newer : remedies.damaged;
  return new InputError('bad-rates-file', `Cannot use the rates in ${path}: ${reason}; ${remedy}`, { cause });
}

/** A store that could not be written. Nothing of it has changed. */
export function unwritableStore(directory: string, cause: unknown): InputError {
  return new InputError(
    'unreadable',
    `Cannot keep rates in ${directory}: ${reasonOf(cause)}; the rates held are unchanged. Make room there, or name another folder with XDG_DATA_HOME, and run the command again`,
    { cause },
  );
}

/** The reason as part of a sentence, without the full stop and the remedy that a message of our own may end with. */
function reasonOf(cause: unknown): string {
  if (cause instanceof InputError) {
    const [first = ''] = cause.message.split(/\. |\.$/);
    return first.replace(/^Unexpected file of exchange rates: /, '');
  }
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'you may not write or read there';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full';
    case 'EFBIG':
      return 'the file would be larger than allowed here';
    case 'ENOTDIR':
    case 'EEXIST':
      return 'a file, or a link that leads nowhere, stands where a folder is needed';
    case 'ENOENT':
      return 'the system makes no folder there';
    default:
      return cause instanceof Error ? cause.message : String(cause);
  }
}
