/** Each file that a register names is read once, however often it is resolved. */
export function readOnce(readFile: (path: string) => string): (path: string) => string {
  const read = new Map<string, string>();
  return (path) => {
    const text = read.get(path) ?? readFile(path);
    read.set(path, text);
    return text;
  };
}
