/** A text as a plain text message: literal braces are doubled, else they are placeholders (SARIF, 3.11.5). */
export function messageText(text: string): string {
  return withoutLinks(text).replace(/[{}]/g, (brace) => brace + brace);
}

/** A link to a related location of the same result by its id (SARIF, 3.11.6). */
export function messageLink(text: string, id: number): string {
  const label = text.replace(/[[\]\\]/g, (sign) => `\\${sign}`).replace(/[{}]/g, (brace) => brace + brace);
  return `[${label}](${id})`;
}

/** What a document prints must not become a link: "[a](1)" keeps its brackets, as escapes. */
function withoutLinks(text: string): string {
  return text.replace(/\](?=\()/g, '\\]');
}
