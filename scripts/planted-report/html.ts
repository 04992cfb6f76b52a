/** Text as it stands in a page: what mark-up would take for its own is escaped, what is not ASCII is a reference. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\u0080-\uffff]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A printed value in the parts that makers put into cells of their own: "¥(1,234)" is "¥", "(1,234", ")". */
export function valueParts(text: string): {
  readonly sign: string;
  readonly body: string;
  readonly tail: string;
} {
  const [, sign = '', body = '', tail = ''] = /^([¥$]?)(.*?)([)%]*)$/.exec(text) ?? [];
  return { sign, body, tail };
}
