/** The page of a risk run: the colours and fonts of the report on a filing, plots in two columns, one on a telephone. */
export const RISK_STYLE = `
:root {
  --desk: #f3f2ee; --paper: #fffefb; --ink: #1f2326; --soft: #5c6368; --faint: #8b9297; --rule: #dedcd5;
  --bar: #35618e; --bad: #b3261e; --good: #1a6b45; --plan: #1f2326; --mean: #1a6b45; --band: #c9d6e4; --warn: #8a5a00; --focus: #1d5fd0;
  --h0: #f1f3ee; --h1: #e6ecda; --h2: #f3e9c6; --h3: #f6d9b4; --h4: #f2c1ab;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", Charter, Georgia, "Liberation Serif", serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --desk: #131517; --paper: #1b1e21; --ink: #dcdedc; --soft: #a3a9ad; --faint: #7d8489; --rule: #33383c;
    --bar: #8db7e3; --bad: #ff8a80; --good: #6cc598; --plan: #dcdedc; --mean: #6cc598; --band: #2c3d50; --warn: #e5b567; --focus: #8ab4ff;
    --h0: #20252a; --h1: #27302a; --h2: #38331f; --h3: #46331f; --h4: #512a22;
  }
}
* { box-sizing: border-box; }
html { background: var(--desk); color: var(--ink); font: 15px/1.5 var(--sans); scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
body { max-width: 66rem; margin: 0 auto; padding: 0 1.5rem 5rem; }
h1, h2, h3, p, ul, dl, dd, figure { margin: 0; padding: 0; }
ul { list-style: none; }
a { color: inherit; text-decoration-color: var(--faint); text-underline-offset: .18em; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
.legend { background: var(--ink); color: var(--paper); text-align: center; padding: .45rem 1rem; font-weight: 600; letter-spacing: .04em; margin: 0 -1.5rem; }
header { padding: 1.8rem 0 0; }
.kicker { color: var(--soft); font-size: .78rem; letter-spacing: .07em; text-transform: uppercase; }
h1 { font: 600 2rem/1.2 var(--serif); margin: .25rem 0 .1rem; overflow-wrap: anywhere; }
.about { font-family: var(--serif); color: var(--soft); font-size: 1.1rem; }
.skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; top: 1rem; z-index: 9; background: var(--paper); padding: .5rem 1rem; }
h2.minute { font: 600 .78rem/1.4 var(--sans); letter-spacing: .07em; text-transform: uppercase; color: var(--soft); margin: 1.3rem 0 .2rem; }
.answers { font: 1.14rem/1.5 var(--serif); max-width: 56rem; } .answers li { margin: .45rem 0; padding-left: 1rem; border-left: 3px solid var(--bar); overflow-wrap: anywhere; }
.cards { display: grid; grid-template-columns: repeat(3, 1fr); gap: .9rem; margin: 1.3rem 0 0; }
.card { background: var(--paper); border: 1px solid var(--rule); border-radius: 4px; padding: .8rem 1rem .75rem; min-width: 0; }
.card h3 { font-size: .92rem; font-weight: 600; }
.card h3 small { font-weight: 400; color: var(--soft); }
.card .big { font: 600 1.5rem/1.3 var(--serif); font-variant-numeric: lining-nums tabular-nums; }
.card .none { font: 1rem/1.4 var(--serif); margin: .3rem 0; } .strip { width: 100%; height: auto; margin: .25rem 0; }
.card .big small { font: 400 .86rem var(--sans); color: var(--soft); }
.card dl { font-size: .86rem; margin-top: .2rem; }
.card dl div { display: flex; justify-content: space-between; gap: .8rem; }
.card dt { color: var(--soft); } .card dd { font-variant-numeric: tabular-nums; white-space: nowrap; text-align: right; }
.card .loss { color: var(--bad); font-weight: 600; }
nav { margin: 1.6rem 0 0; font-size: .9rem; } nav ul { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; }
nav a { color: var(--soft); }
section { margin-top: 3rem; } h3 { font-size: 1rem; font-weight: 600; margin: 1.1rem 0 .4rem; } .card h3 { margin: 0; }
h2 { font: 600 1.55rem/1.3 var(--serif); margin-bottom: .7rem; overflow-wrap: anywhere; }
section > p { max-width: 54rem; margin: .5rem 0; }
.lead { font-family: var(--serif); font-size: 1.06rem; overflow-wrap: anywhere; }
.said { max-width: 54rem; list-style: disc; padding-left: 1.2rem; } .said li { margin: .3rem 0; overflow-wrap: anywhere; }
.tabs { border: 0; margin: .8rem 0 0; padding: 0; min-width: 0; } .tabs legend { font-size: .82rem; color: var(--soft); padding: 0; margin-bottom: .35rem; }
.tabs > input { position: absolute; opacity: 0; } .tabs > label { display: inline-block; cursor: pointer; font-size: .88rem; border: 1px solid var(--faint); border-radius: 1rem; padding: .12rem .7rem; margin: 0 .2rem .35rem 0; }
.tabs > input:checked + label { background: var(--ink); border-color: var(--ink); color: var(--paper); font-weight: 600; }
.tabs > input:focus-visible + label { outline: 2px solid var(--focus); outline-offset: 2px; }
@media screen {
  .pane { display: none; } .pane > h3 { position: absolute; left: -99rem; }
  .tabs > input:nth-of-type(1):checked ~ .panes > :nth-child(1), .tabs > input:nth-of-type(2):checked ~ .panes > :nth-child(2), .tabs > input:nth-of-type(3):checked ~ .panes > :nth-child(3),
  .tabs > input:nth-of-type(4):checked ~ .panes > :nth-child(4), .tabs > input:nth-of-type(5):checked ~ .panes > :nth-child(5), .tabs > input:nth-of-type(6):checked ~ .panes > :nth-child(6) { display: block; }
}
.plots { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1rem; margin: .8rem 0 1.2rem; align-items: start; }
.plots > .plot:only-child { grid-column: 1 / -1; justify-self: start; width: 100%; max-width: 33rem; }
.plot { background: var(--paper); border: 1px solid var(--rule); border-radius: 4px; padding: .8rem .9rem .5rem; min-width: 0; }
.plots > .plot.wide { grid-column: 1 / -1; max-width: none; }
.plot figcaption { font-size: .88rem; line-height: 1.4; color: var(--soft); margin-bottom: .4rem; } .plot figcaption b { color: var(--ink); font-size: .94rem; font-weight: 600; display: block; }
.drawing { overflow-x: auto; scrollbar-width: thin; } .plot:not(.wide) svg { max-width: 34rem; }
.beside { min-width: 0; } .beside .data { width: 100%; font-size: .86rem; } .beside .data caption { padding-top: 0; }
svg { display: block; width: 100%; height: auto; max-width: 100%; font-family: var(--sans); }
.wide svg { width: auto; max-width: none; margin: 0 auto; }
svg text { font-size: 12.5px; fill: var(--ink); }
svg .ax { fill: var(--soft); font-size: 12.5px; } svg .lb { font-size: 12px; fill: var(--ink); } svg .sm { font-size: 11.5px; fill: var(--soft); }
svg .lb, svg .nm, svg .sm { paint-order: stroke; stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round; }
svg .mid { text-anchor: middle; } svg .end { text-anchor: end; }
.grid { stroke: var(--rule); fill: none; } .axis { stroke: var(--faint); fill: none; }
.bar { fill: var(--bar); } .bar.bad { fill: var(--bad); } .bar.good { fill: var(--good); }
.bar.pale { opacity: .45; } .bar.outer { opacity: .35; }
.range { fill: var(--band); } .planned { stroke: var(--plan); stroke-width: 2; fill: none; }
.curve { fill: none; stroke: var(--bar); stroke-width: 1.8; stroke-linejoin: round; } .band { fill: var(--band); opacity: .75; }
.curve.c1 { stroke: var(--warn); } .curve.c2 { stroke: var(--good); } .curve.c3 { stroke: var(--faint); }
.whisker { stroke: var(--ink); stroke-width: 1.2; fill: none; } .dot { fill: var(--bar); stroke: var(--paper); stroke-width: 1.5; }
.mark { fill: none; stroke-width: 1.2; stroke-dasharray: 3 2.5; } .mark.plan { stroke: var(--plan); } .mark.mean { stroke: var(--mean); } .mark.risk { stroke: var(--bad); } .mark.rare { stroke: var(--warn); }
svg .lb.risk, svg .bad { fill: var(--bad); } svg .lb.mean { fill: var(--mean); } svg .lb.plan { fill: var(--plan); } svg .lb.rare { fill: var(--warn); }
.edge { fill: none; stroke: var(--faint); stroke-width: 1.2; }
.box { fill: var(--paper); stroke: var(--soft); } .box.gate { fill: var(--desk); stroke: var(--faint); } .box.service { fill: var(--h1); stroke: var(--good); stroke-width: 1.5; }
.box.single { stroke: var(--bad); stroke-width: 2; }
.scroll { overflow-x: auto; margin: .3rem 0 .5rem; scrollbar-width: thin; }
.data { border-collapse: collapse; min-width: 60%; font-size: .9rem; font-variant-numeric: lining-nums tabular-nums; line-height: 1.4; }
.data caption, .caption { text-align: left; font-weight: 600; padding: .6rem 0 .4rem; }
.data th { font-weight: 400; text-align: left; } .data :is(td, th) { padding: .26rem .9rem .26rem 0; vertical-align: top; }
.data thead th { color: var(--soft); border-bottom: 1px solid var(--ink); vertical-align: bottom; font-size: .86rem; }
.data tbody tr + tr > * { border-top: 1px solid var(--rule); }
.data .num { text-align: right; white-space: nowrap; padding-left: .6rem; } .data thead .num { white-space: normal; min-width: 5.5rem; }
.data tbody th { min-width: 8rem; overflow-wrap: break-word; } .data .heading { display: block; color: var(--soft); min-width: 13rem; max-width: 20rem; font-weight: 400; overflow-wrap: anywhere; } .data tr:target > * { background: var(--h2); } .data .long { min-width: 11rem; max-width: 26rem; }
section h3 { font-size: .95rem; font-weight: 600; margin: 1.1rem 0 .3rem; }
.note { color: var(--soft); font-size: .86rem; max-width: 54rem; margin: .25rem 0; }
.entries { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 2rem; }
.entry { border-top: 1px solid var(--rule); padding: .7rem 0; min-width: 0; } .entry h3 { margin: 0 0 .3rem; font: 600 1.02rem/1.35 var(--serif); overflow-wrap: anywhere; } .entry h3 small { font: .82rem var(--sans); }
.entry:target { background: var(--h2); } .entry dl { font-size: .86rem; } .entry dl div { display: grid; grid-template-columns: 5rem minmax(0, 1fr); gap: .6rem; } .entry dt { color: var(--soft); } .entry dd { overflow-wrap: anywhere; } .entry details { margin: 0; }
details { margin: .5rem 0; } summary { cursor: pointer; color: var(--soft); }
.heat { border-collapse: separate; border-spacing: 3px; width: 100%; table-layout: fixed; font-size: .86rem; }
.heat th { font-weight: 400; color: var(--soft); text-align: left; vertical-align: middle; font-size: .82rem; } .heat thead th { text-align: center; }
.heat td { vertical-align: top; padding: .35rem .5rem; border-radius: 3px; height: 3.4rem; overflow-wrap: anywhere; }
.heat col.side { width: 7rem; } .heat a { display: block; } .heat li { overflow-wrap: anywhere; }
.h0 { background: var(--h0); } .h1 { background: var(--h1); } .h2 { background: var(--h2); } .h3 { background: var(--h3); } .h4 { background: var(--h4); }
.facts { font-size: .86rem; color: var(--soft); margin-top: 2.5rem; border-top: 1px solid var(--rule); padding-top: 1rem; }
.facts div { display: grid; grid-template-columns: 6rem 1fr; gap: .6rem; } .facts dd { overflow-wrap: anywhere; }
.hash { font: .78rem/1.7 var(--mono); }
@media (max-width: 960px) { .cards { grid-template-columns: 1fr 1fr; } .data { font-size: .86rem; } }
@media (max-width: 760px) {
  body { padding: 0 1rem 3rem; } .legend { margin: 0 -1rem; }
  .cards, .plots, .entries { grid-template-columns: minmax(0, 1fr); }
  h1 { font-size: 1.6rem; } section { margin-top: 2.2rem; } .answers { font-size: 1.05rem; }
  .plot { padding: .7rem .5rem .4rem; } .heat col.side { width: 5rem; }
  .data { font-size: .82rem; } .data tbody th { min-width: 6rem; } .data .long { min-width: 9rem; } .data :is(td, th) { padding-right: .5rem; }
}
@media (max-width: 480px) { .cards { grid-template-columns: minmax(0, 1fr); } }
@media screen and (max-width: 560px) {
  .heat, .heat :is(tbody, tr, th, td) { display: block; } .heat thead, .heat td:not(:has(li)), .heat tr:not(:has(li)) { display: none; } .heat td { height: auto; margin-bottom: .2rem; } .heat td::before { content: attr(data-head) ":"; color: var(--soft); } .heat a { display: inline; } .heat tbody th { margin-top: .5rem; font-weight: 600; }
  .many, .many :is(tbody, tr) { display: block; } .many caption { display: block; } .many thead { position: absolute; left: -99rem; }
  .many tr { padding: .4rem 0; } .many tbody th { display: block; font-weight: 600; padding: 0; border: 0; } .many tbody th:empty { display: none; } .many tr:has(> th:empty) { border: 0; padding-top: 0; }
  .many tbody tr > td { display: flex; justify-content: space-between; gap: 1rem; padding: .08rem 0; border: 0; text-align: right; white-space: normal; min-width: 0; max-width: none; overflow-wrap: anywhere; }
  .many tbody tr > td:empty { display: none; } .many .num { padding-left: 0; } .many td::before { content: attr(data-head); color: var(--soft); text-align: left; flex: 0 1 45%; overflow-wrap: normal; } .many tbody tr + tr { border-top: 1px solid var(--rule); }
}
@media print {
  :root { --desk: #fff; --paper: #fff; --ink: #000; --soft: #333; --faint: #777; --rule: #bbb; --bar: #1f4569; --bad: #8c1811; --good: #0d4d2e; --plan: #000; --mean: #0d4d2e; --band: #ccd; --h0: #fff; --h1: #f3f3f3; --h2: #e6e6e6; --h3: #d6d6d6; --h4: #c4c4c4; }
  @page { margin: 16mm 14mm; }
  html { font-size: 10pt; } body { max-width: none; padding: 0; } nav { display: none; }
  .legend { background: none; color: #000; border: 1px solid #000; margin: 0; }
  .cards { grid-template-columns: repeat(3, 1fr); } .heat td, .bar, .range, .band { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .plot, .card, .entry, .heat, tr { break-inside: avoid; } h3 { break-after: avoid; } .tabs > label, .tabs > legend, .skip { display: none; } .pane { break-inside: avoid; } h2, caption { break-after: avoid; }
  .scroll, .drawing { overflow: visible; } .wide svg { max-width: 100%; } .data { font-size: 8pt; min-width: 0; } .data .num { white-space: normal; }
  .data tbody th, .data .long { min-width: 0; }
  details::details-content { content-visibility: visible; display: block; } summary { list-style: none; font-weight: 600; }
}
`;
