/** The report on a screen: a serif document on paper, sans-serif tools around it; light and dark. */
export const STYLE = `
:root {
  --desk: #f3f2ee; --paper: #fffefb; --ink: #1f2326; --soft: #5c6368; --faint: #8b9297; --rule: #dedcd5;
  --tick: #1a6b45; --agree: #35618e; --wrong: #b3261e; --warn: #8a5a00; --wash: #eef3ee; --alarm: #fbecea; --focus: #1d5fd0;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", Charter, Georgia, "Liberation Serif", serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --desk: #131517; --paper: #1b1e21; --ink: #dcdedc; --soft: #a3a9ad; --faint: #7d8489; --rule: #33383c;
    --tick: #6cc598; --agree: #8db7e3; --wrong: #ff8a80; --warn: #e5b567; --wash: #212b26; --alarm: #35211f; --focus: #8ab4ff;
  }
}
* { box-sizing: border-box; }
html { background: var(--desk); color: var(--ink); font: 15px/1.5 var(--sans); scroll-padding-top: 2rem; }
body { display: grid; grid-template-columns: 17rem minmax(0, 46rem) 22rem; justify-content: center; gap: 2.5rem; margin: 0; padding: 0 1.5rem; }
a { color: inherit; text-decoration-color: var(--faint); text-underline-offset: .18em; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
h1, h2, h3, h4, p, ul, ol, dl, dd { margin: 0; padding: 0; }
ul, ol { list-style: none; }
.skip, .spoken { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; z-index: 9; background: var(--paper); padding: .5rem 1rem; }
.sign, .by, dt, .kicker { font-family: var(--sans); }
.error .sign, dt.differs { color: var(--wrong); }
.warning .sign { color: var(--warn); }
.info .sign { color: var(--agree); }

.rail { position: sticky; top: 0; height: 100vh; overflow-y: auto; padding: 2rem .25rem; font-size: .86rem; scrollbar-width: thin; }
.rail h3, .filter legend { font-size: .72rem; font-weight: 600; letter-spacing: .07em; text-transform: uppercase; color: var(--soft); margin: 1.6rem 0 .5rem; padding: 0; }
.rail h3 b, .filter b { font-weight: 600; color: var(--faint); }
.rail section > h2 { font-size: .95rem; margin-top: 2rem; padding-top: 1rem; border-top: 1px solid var(--rule); overflow-wrap: anywhere; }
.rail a { text-decoration: none; border-radius: 4px; }
.rail a:hover { text-decoration: underline; }
.filter { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .35rem; }
.filter legend { margin-top: 0; }
.filter label { position: relative; cursor: pointer; }
.filter input { position: absolute; opacity: 0; }
.filter span { display: block; padding: .15rem .6rem; border: 1px solid var(--rule); border-radius: 1rem; }
.filter input:checked + span { background: var(--ink); border-color: var(--ink); color: var(--paper); }
.filter input:checked + span b { color: inherit; }
.filter input:focus-visible + span { outline: 2px solid var(--focus); outline-offset: 2px; }
.findings li + li { margin-top: .15rem; }
.findings a { display: grid; grid-template-columns: 1.1rem 1fr; padding: .35rem .5rem; margin-left: -.5rem; }
.findings a:hover { background: var(--paper); text-decoration: none; }
.findings a[aria-current] { background: var(--paper); box-shadow: inset 2px 0 var(--wrong); }
.findings .words { font-variant-numeric: tabular-nums; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; }
.findings .by { grid-column: 2; color: var(--soft); font-size: .8rem; }
.outline ul { padding-left: .9rem; }
.outline li, .risks li { margin: .2rem 0; }
.outline span { color: var(--faint); font-variant-numeric: tabular-nums; }
.risks { padding-left: 1.5rem; list-style: decimal; }
.risks ::marker { color: var(--faint); font-size: .85em; }
.rail summary { cursor: pointer; list-style-position: outside; }
.rail summary h3 { display: inline-block; margin-bottom: .3rem; }
.none { color: var(--soft); }

main { padding: 2rem 0 6rem; min-width: 0; }
.cover { padding: 0 .25rem 2rem; }
article + article .cover { margin-top: 5rem; padding-top: 3rem; border-top: 1px solid var(--rule); }
.kicker { color: var(--soft); font-size: .78rem; letter-spacing: .07em; text-transform: uppercase; }
h1 { font: 600 2rem/1.2 var(--serif); margin: .3rem 0 .1rem; overflow-wrap: anywhere; }
.about { font-family: var(--serif); color: var(--soft); font-size: 1.1rem; }
.verdict { font-size: 1.05rem; font-weight: 600; margin: 1.2rem 0 .3rem; }
.verdict.error { color: var(--wrong); } .verdict.warning { color: var(--warn); } .verdict.clean { color: var(--tick); }
.counts { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; color: var(--soft); }
.counts b { color: var(--ink); font-weight: 600; font-variant-numeric: tabular-nums; }
.counts .differs b { color: var(--wrong); } .counts .ticked b { color: var(--tick); }
.legend { display: flex; flex-wrap: wrap; gap: .15rem 1.3rem; margin: 1rem 0; font-size: .86rem; color: var(--soft); }
.legend div { display: flex; gap: .45rem; }
.legend dt { font-weight: 600; color: var(--tick); }
.legend .agrees { color: var(--agree); } .legend .differs { color: var(--wrong); }
.legend .unsupported { color: var(--soft); font-weight: 400; border-bottom: 1px dotted var(--faint); }
.coverage { font-size: .86rem; margin: 0 0 1rem; }
.coverage summary { cursor: pointer; color: var(--soft); }
.coverage table { border-collapse: collapse; width: 100%; margin: .6rem 0; }
.coverage th { font-weight: 400; text-align: left; padding: .12rem 0; } .coverage thead th { color: var(--soft); }
.coverage td, .coverage thead th + th { text-align: right; padding-left: 1rem; font-variant-numeric: tabular-nums; }
.coverage tbody tr { border-top: 1px solid var(--rule); }
.unfinished { font-size: .86rem; color: var(--soft); margin: 0 0 1rem; }
.unfinished summary { cursor: pointer; } .unfinished ul { margin: .4rem 0 0; }
.unfinished b { font-weight: 600; }
.facts { display: grid; gap: .15rem; font-size: .86rem; }
.facts div { display: grid; grid-template-columns: 5.2rem 1fr; gap: .6rem; }
.facts dt { color: var(--soft); }
.facts dd { overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
.hash { font: .78rem/1.7 var(--mono); }

.paper { background: var(--paper); border: 1px solid var(--rule); border-radius: 3px; padding: 3.2rem clamp(1rem, 4vw, 3.4rem) 4rem; font: 1.09rem/1.62 var(--serif); hyphens: manual; overflow-wrap: break-word; }
.chunk { content-visibility: auto; contain-intrinsic-size: auto 90rem; margin: 0 -.5rem; padding: 0 .5rem; }
.paper p { margin: 0 0 1em; }
.paper h2 { font: 600 1.55rem/1.3 var(--serif); margin: 1.6em 0 .8em; }
.paper h3 { font: 600 1.25rem/1.35 var(--serif); margin: 2em 0 .7em; }
.paper h4 { font: 600 1.09rem/1.45 var(--serif); margin: 1.7em 0 .6em; }
.paper h4.risk { font-style: italic; }
.paper .chunk:first-child > :first-child { margin-top: 0; }
.paper ul { margin: 0 0 1em; }
.paper li { padding-left: 1.6em; text-indent: -.9em; margin: .25em 0; }
.paper li.note { padding-left: 0; text-indent: 0; font-size: .9em; color: var(--soft); line-height: 1.5; }
.page { text-align: center; color: var(--faint); font-size: .85em; border-bottom: 1px solid var(--rule); padding-bottom: .6em; }
.page.running { border: 0; }
.scroll { overflow-x: auto; margin: .4em -.5rem 1.6em; padding: .1em .5rem .6em; scrollbar-width: thin; }
.paper table { border-collapse: collapse; min-width: 100%; font-size: .92em; line-height: 1.35; font-variant-numeric: lining-nums tabular-nums; }
.paper th { font-weight: inherit; text-align: left; padding: .28em .6em .28em 0; vertical-align: bottom; }
.paper td { padding: .28em .6em; vertical-align: bottom; }
.paper thead :is(th, td) { color: var(--soft); border-bottom: 1px solid var(--ink); padding-bottom: .4em; }
.paper tr.group th { padding-top: .9em; font-style: italic; }
.paper tr.bold.data > * { font-weight: 600; }
.paper tr.ruled > .num { border-top: 1px solid var(--soft); }
.paper .num { text-align: right; white-space: nowrap; padding-left: .2em; }
.paper .marked .num { padding-right: 2em; } .paper .wide .num { padding-right: 2.7em; }
.paper .short { white-space: nowrap; padding-right: .6em; }
.paper tr.data:hover > * { background: var(--wash); }
.d1 { padding-left: 1em !important; } .d2 { padding-left: 2em !important; } .d3 { padding-left: 3em !important; }

.fig { text-decoration: none; border-radius: 2px; cursor: pointer; scroll-margin: 4rem; }
.fig::after, .flag::after { content: attr(data-mark); display: inline-block; font: 600 .62em/0 var(--sans); vertical-align: super; text-decoration: none; margin-left: .2em; letter-spacing: .01em; white-space: nowrap; }
.fig.ticked::after { color: var(--tick); }
.fig.agrees::after { color: var(--agree); }
.fig.noted::after { color: var(--warn); }
.fig:not([data-mark])::after { content: none; }
.fig.unsupported { text-decoration: underline dotted var(--faint) 1px; text-underline-offset: .22em; }
.fig.differs { color: var(--wrong); background: var(--alarm); text-decoration: underline 1.5px; text-underline-offset: .2em; }
.fig.differs::after, .flag::after { color: var(--wrong); font-size: .8em; }
.flag { text-decoration: none; scroll-margin: 4rem; }
.flag.warning::after { color: var(--warn); } .flag.info::after { color: var(--agree); }
.spot { background: var(--alarm); color: inherit; text-decoration: underline 1.5px var(--wrong); text-underline-offset: .2em; cursor: pointer; }
.fig:hover, .flag:hover { background: var(--wash); }
.fig[aria-current], .flag[aria-current] { background: var(--ink); color: var(--paper); text-decoration: none; box-shadow: 0 0 0 2px var(--ink); }
.fig[aria-current]::after, .flag[aria-current]::after { color: inherit; }
.num .fig { position: relative; }
.num .fig::after { position: absolute; left: 100%; top: .55em; }
.num .fig[aria-current]::after { color: var(--tick); }
.num .fig.differs[aria-current]::after { color: var(--wrong); }
[data-show]:not([data-show=all]) .paper { color: var(--faint); }
[data-show=differs] .paper .fig.differs, [data-show=unsupported] .paper .fig.unsupported, [data-show=ticked] .paper .fig.ticked { color: var(--ink); background: var(--wash); }
[data-show=differs] .paper :is(.fig.differs, .spot) { color: var(--wrong); background: var(--alarm); }
[data-show=differs] .paper .fig:not(.differs), [data-show=unsupported] .paper .fig:not(.unsupported), [data-show=ticked] .paper .fig:not(.ticked) { color: inherit; background: none; text-decoration: none; }
[data-show=differs] .paper .fig:not(.differs)::after, [data-show=unsupported] .paper .fig:not(.unsupported)::after, [data-show=ticked] .paper .fig:not(.ticked)::after { content: none; }

.panel { position: sticky; top: 0; height: 100vh; overflow-y: auto; padding: 2rem .25rem; scrollbar-width: thin; }
.panel:focus { outline: none; }
.panel .bar { display: flex; align-items: center; gap: .3rem; margin-bottom: 1.2rem; }
.panel .bar h2 { font-size: .72rem; font-weight: 600; letter-spacing: .07em; text-transform: uppercase; color: var(--soft); margin-right: auto; }
.bar button { font: 1rem/1 var(--sans); width: 2rem; height: 2rem; border: 1px solid var(--rule); border-radius: 50%; background: var(--paper); color: var(--ink); cursor: pointer; }
.bar button:hover { border-color: var(--ink); }
.panel:not(.open) .bar button, .panel.open #hint { display: none; }
#hint { color: var(--soft); }
.keys { margin-top: 1rem; display: grid; gap: .25rem; font-size: .86rem; }
.keys div { display: grid; grid-template-columns: 4rem 1fr; }
.keys dt { color: var(--ink); font-weight: 600; }
.entry h3 { font: 600 1.6rem/1.25 var(--serif); font-variant-numeric: lining-nums tabular-nums; margin-bottom: .6rem; overflow-wrap: anywhere; }
.entry h3 a { text-decoration: none; }
.entry h3 .sign { font-size: .9rem; font-weight: 600; vertical-align: .25em; margin-left: .2em; color: var(--tick); }
.entry .agrees .sign { color: var(--agree); } .entry .differs .sign, .entry h3.differs { color: var(--wrong); }
.entry section, .entry > p { margin-bottom: 1.1rem; }
.entry section h4 { font-size: .86rem; font-weight: 600; margin-bottom: .3rem; }
.entry .by { font-weight: 400; color: var(--soft); margin-left: .4em; }
.entry .tick h4 .sign { color: var(--tick); }
.entry section p { font-family: var(--serif); font-size: 1.04rem; line-height: 1.5; }
.entry .finding { border-left: 3px solid var(--wrong); background: var(--alarm); padding: .7rem .9rem; border-radius: 0 3px 3px 0; }
.entry .finding.warning { border-color: var(--warn); background: var(--wash); } .entry .finding.info { border-color: var(--agree); background: var(--wash); }
.contrast { margin: .6rem 0; font-size: .95rem; } .contrast dd { font-weight: 600; }
.entry .finding .cause { font-family: var(--sans); font-size: .92rem; }
.entry ul { font-size: .86rem; margin-top: .5rem; color: var(--soft); }
.entry ul li { padding-left: 1em; text-indent: -.7em; margin: .2rem 0; } .entry ul li::before { content: "– "; }
.entry .parts li { display: grid; grid-template-columns: minmax(4.6rem, auto) 1fr; gap: .7rem; padding: 0; text-indent: 0; } .entry .parts li::before { content: none; }
.parts a { justify-self: end; color: var(--ink); font-variant-numeric: tabular-nums; white-space: nowrap; }
.parts small { color: var(--faint); }
.entry .result { margin-top: .1rem; font-variant-numeric: lining-nums tabular-nums; }
.inputs table { border-collapse: collapse; font-size: .86rem; font-variant-numeric: tabular-nums; margin-top: .5rem; }
.inputs caption { text-align: left; color: var(--soft); padding-bottom: .2rem; }
.inputs th { font-weight: 600; text-align: left; color: var(--soft); border-bottom: 1px solid var(--rule); }
.inputs :is(td, th) { padding: .1rem 1.5rem .1rem 0; } .inputs :is(td, th):last-child { text-align: right; padding-right: .2rem; }
.panel .facts { border-top: 1px solid var(--rule); padding-top: .8rem; } .panel .contrast { border: 0; padding: 0; }
.appendix { margin-top: 3rem; padding: 0 .25rem; }
.appendix > h2 { font: 600 1.55rem var(--serif); }
.inputs { font-variant-numeric: tabular-nums; } .inputs b { font-weight: 400; color: var(--soft); }
.appendix > ol > li { padding: 1.2rem 0; border-bottom: 1px solid var(--rule); }

@media screen {
  .js .appendix { display: none; }
  :root:not(.js) .panel { display: none; }
}
@media (max-width: 1365px) {
  body { grid-template-columns: 18rem minmax(0, 46rem); gap: 2rem; }
  .rail, .panel { grid-column: 1; grid-row: 1; }
  main { grid-column: 2; grid-row: 1; }
  .panel { visibility: hidden; background: var(--desk); z-index: 1; }
  .panel.open { visibility: visible; }
}
@media (max-width: 990px) {
  body { display: block; padding: 0 1rem; }
  main, .rail { max-width: 46rem; margin: 0 auto; }
  .rail { position: static; height: auto; padding: 1rem 0 0; }
  .rail .outline, .rail .outline + *, .rail h3:has(+ .outline) { display: none; }
  main { padding-top: 1.5rem; }
  .panel { position: fixed; left: 0; top: auto; bottom: 0; background: var(--paper); height: auto; max-height: 58vh; width: 100%; border: 0; border-top: 1px solid var(--rule); border-radius: 12px 12px 0 0; box-shadow: 0 -8px 30px rgb(0 0 0 / .2); padding: 1rem; }
}
@media (max-width: 760px) {
  .paper { margin: 0 -1rem; border-width: 1px 0; border-radius: 0; padding: 1.6rem 1rem 2rem; }
  .paper table { font-size: .8em; }
  .paper thead .num { white-space: normal; }
  .paper .num { padding-left: .2em; } .paper .marked .num { padding-right: 1.9em; } .paper .wide .num { padding-right: 2.4em; }
  .paper th[scope=row] { position: sticky; left: -.5rem; background: var(--paper); white-space: normal; min-width: 5em; padding-right: .3em; }
  .paper th.d1 { padding-left: .5em !important; } .paper th:is(.d2, .d3) { padding-left: 1em !important; }
}
`;
