import type { Attributes } from './svg-markup.js';

/** `auto` follows the reader's light or dark setting by a style inside; the others need no style sheet at all. */
export type ChartTheme = 'auto' | 'light' | 'dark';

type Role = 'paper' | 'band' | 'grid' | 'axis' | 'ink' | 'soft' | 'line' | 'average';

/** The colours of the report on a screen, on white: a chart is pasted into a page that is white. */
const LIGHT: Readonly<Record<Role, string>> = {
  paper: '#ffffff',
  band: '#f3f2ee',
  grid: '#dedcd5',
  axis: '#8b9297',
  ink: '#1f2326',
  soft: '#5c6368',
  line: '#35618e',
  average: '#8a5a00',
};

const DARK: Readonly<Record<Role, string>> = {
  paper: '#1b1e21',
  band: '#262a2e',
  grid: '#33383c',
  axis: '#7d8489',
  ink: '#dcdedc',
  soft: '#a3a9ad',
  line: '#8db7e3',
  average: '#e5b567',
};

/** Colours an element: attributes that every viewer reads and, for `auto`, classes that the style below turns dark. */
export type Paint = (roles: { readonly fill?: Role | 'none'; readonly stroke?: Role }) => Attributes;

export function paintOf(theme: ChartTheme): Paint {
  const colors: Readonly<Record<string, string>> = theme === 'dark' ? DARK : LIGHT;
  return (roles) => {
    const entries = Object.entries(roles);
    const classes = entries
      .filter(([, role]) => role !== 'none')
      .map(([what, role]) => className(what, role));
    return {
      class: theme === 'auto' && classes.length > 0 ? classes.join(' ') : null,
      ...Object.fromEntries(entries.map(([what, role]) => [what, colors[role] ?? role])),
    };
  };
}

/** The style that `auto` needs; empty for the others. */
export function styleOf(theme: ChartTheme): string {
  if (theme !== 'auto') return '';
  const rules = Object.entries(DARK).flatMap(([role, color]) =>
    ['fill', 'stroke'].map((what) => `.${className(what, role)}{${what}:${color}}`),
  );
  return `@media (prefers-color-scheme:dark){${rules.join('')}}`;
}

/** Long enough not to meet a class of the page that a chart is pasted into. */
function className(what: string, role: string): string {
  return `tickmark-${what.charAt(0)}-${role}`;
}
