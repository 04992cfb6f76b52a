/** A piece of HTML that is safe to write as it stands. Only `html` makes one, so that nothing goes out unescaped. */
export class Html {
  readonly markup: string;

  private constructor(markup: string) {
    this.markup = markup;
  }

  /** For text of our own that is markup already: the style sheet, the script. Never for text of a document. */
  static trusted(markup: string): Html {
    return new Html(markup);
  }

  toString(): string {
    return this.markup;
  }
}

export type Content = Html | string | number | null | readonly Content[];

/** A template whose values are escaped for text and for quoted attributes; lists are joined, null is nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Html {
  let markup = parts[0] ?? '';
  for (const [index, value] of values.entries()) markup += written(value) + (parts[index + 1] ?? '');
  return Html.trusted(markup);
}

function written(value: Content): string {
  if (value === null) return '';
  if (value instanceof Html) return value.markup;
  if (typeof value === 'object') return value.map(written).join('');
  return escaped(String(value));
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // A parser would turn a carriage return into a line feed, and NUL into nothing.
  '\r': '&#13;',
  '\0': '\ufffd',
};

function escaped(text: string): string {
  return text.replace(/[&<>"'\r\0]|\p{Cs}/gu, (sign) => ESCAPES[sign] ?? '\ufffd');
}
