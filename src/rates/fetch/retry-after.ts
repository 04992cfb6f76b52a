/**
 * Milliseconds until a server wants to be asked again: its Retry-After header is a number of seconds or an HTTP date.
 * Null where there is none that can be read. Source: RFC 9110, 10.2.3 and 5.6.7.
 */
export function retryAfter(header: string | null, now: Date): number | null {
  if (header === null) return null;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  // Only the forms of HTTP: Date.parse alone takes nearly anything.
  if (!/^[A-Z][a-z]{2,8},? .*\d{2}:\d{2}:\d{2}/.test(text)) return null;
  // The oldest form names no zone, and is of Greenwich like the others.
  const time = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
  return Number.isNaN(time) ? null : Math.max(0, time - now.getTime());
}
