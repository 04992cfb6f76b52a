/** On paper: the document with its marks, then the evidence as a numbered list; black on white, nothing by colour alone. */
export const PRINT_STYLE = `
@media print {
  :root { --desk: #fff; --paper: #fff; --ink: #000; --soft: #333; --faint: #666; --rule: #bbb; --tick: #0d4d2e; --agree: #1f4569; --wrong: #8c1811; --warn: #5c3c00; --wash: #fff; --alarm: #fff; }
  @page { margin: 18mm 16mm; }
  html { font-size: 10pt; }
  body { display: block; padding: 0; }
  .rail, .panel, .skip, .spoken { display: none; }
  main { padding: 0; }
  article + article { break-before: page; }
  .cover { border-bottom: 1px solid #000; margin-bottom: 2em; }
  .paper { border: 0; padding: 0; font-size: 10.5pt; }
  .chunk { content-visibility: visible; margin: 0; padding: 0; }
  .scroll { overflow: visible; margin-inline: 0; padding-inline: 0; }
  .paper :is(h2, h3, h4), .appendix :is(h2, h3, h4) { break-after: avoid; }
  .paper tr, .appendix tr { break-inside: avoid; }
  .paper p { orphans: 3; widows: 3; }
  .fig[aria-current], .flag[aria-current] { background: none; color: inherit; box-shadow: none; }
  .fig[data-n]::after, .flag[data-n]::after { content: attr(data-mark) " " attr(data-n); }
  .paper .marked .num { padding-right: 3.6em; }
  .js .appendix, .appendix { display: block; break-before: page; margin: 0; }
  .appendix > ol { list-style: decimal; padding-left: 2.4em; }
  .appendix > ol > li { padding: .55em 0 .55em .4em; font-size: 9pt; line-height: 1.4; break-inside: avoid; }
  .appendix > ol > li::marker { font: 600 9pt var(--sans); }
  .entry { display: inline-block; width: 100%; vertical-align: top; }
  .entry h3 { font-size: 11pt; margin: 0 0 .1em; }
  .entry section, .entry > p { margin-bottom: .2em; }
  .entry .tick :is(h4, p) { display: inline; font-size: 9pt; margin: 0 .3em 0 0; }
  .entry .parts { display: inline; font-size: 8.5pt; } .entry .parts li { display: inline; } .entry .parts li:not(:last-child)::after { content: "; "; }
  .entry .finding { border: 1px solid #000; border-left-width: 3px; padding: .4em .7em; }
  .entry .contrast { margin: .2em 0; }
  .inputs { font-size: 8.5pt; word-spacing: .1em; }
  .appendix .facts:not(.contrast) { display: block; font-size: 8.5pt; color: #333; }
  .appendix .facts:not(.contrast) div { display: inline; }
  .appendix .facts:not(.contrast) div:not(:last-child)::after { content: "; "; }
  .appendix .facts:not(.contrast) :is(dt, dd) { display: inline; }
  .appendix .facts:not(.contrast) dt::after { content: ": "; }
}
`;
