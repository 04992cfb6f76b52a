import { type ChartTheme, paintOf, styleOf } from './chart-theme.js';
import { element, escaped } from './svg-markup.js';

/** Fonts of one measure, so that what is laid out apart stands apart on every machine. */
const FONTS = "'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', sans-serif";

export interface SvgPicture {
  /** Of the picture, begins those of its title and description. */
  readonly id: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
  readonly theme: ChartTheme;
  readonly title: string;
  /** For those who do not see it. */
  readonly description: string;
}

/** A picture as an SVG file: its title and description, the paper, and on it what is drawn, which is markup already. */
export function svgPicture(picture: SvgPicture, ...drawn: readonly string[]): string {
  const { id, width, height, fontSize, theme, title, description } = picture;
  const style = styleOf(theme);
  return `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
      'font-family': FONTS,
      'font-size': fontSize,
    },
    element('title', { id: `${id}-title` }, escaped(title)),
    element('desc', { id: `${id}-desc` }, escaped(description)),
    style === '' ? '' : element('style', {}, style),
    element('rect', { width, height, ...paintOf(theme)({ fill: 'paper' }) }),
    ...drawn,
  )}\n`;
}
