/** Keys and indexes from the root of a register: ['risks', 'leak', 'model', 'to', 'administration']. */
export type RegisterPath = readonly (string | number)[];

/** As messages and shocks write it, a risk's model without the words that every risk shares. */
export function pathText(path: RegisterPath): string {
  const [root, id, part, ...rest] = path;
  if (root === 'risks' && id !== undefined) {
    return [id, ...(part === undefined || part === 'model' ? [] : [part]), ...rest].join('.');
  }
  return path.join('.');
}
