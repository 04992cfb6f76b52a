/** Runs before anything is drawn, so that a long list of evidence is never laid out on a screen. */
export const EARLY_SCRIPT = `document.documentElement.classList.add('js');`;

/** Runs in the reader's browser: opens evidence, walks figures and findings, filters. Touches no network or storage. */
export const SCRIPT = `(() => {
'use strict';
const root = document.documentElement;
const byId = (id) => document.getElementById(id);
const panel = byId('panel');
const evidence = byId('evidence');
const live = byId('live');
const findings = [...document.querySelectorAll('[data-finding]')];
let current = null;
let chosen = null;

function open(mark, focusPanel) {
  if (current) current.removeAttribute('aria-current');
  current = mark;
  mark.setAttribute('aria-current', 'true');
  const entry = byId(mark.hash.slice(1));
  const sheet = entry && entry.querySelector('.entry');
  evidence.replaceChildren(sheet ? sheet.cloneNode(true) : plain(mark));
  for (const inputs of evidence.querySelectorAll('.inputs')) inputs.replaceChildren(ratesTable(inputs));
  panel.classList.add('open');
  panel.scrollTop = 0;
  choose(findings.find((link) => link.hash === '#' + mark.id));
  if (focusPanel) panel.focus();
}

/** Lines of day and rate as a table. */
function ratesTable(inputs) {
  const table = document.createElement('table');
  table.createCaption().textContent = inputs.querySelector('b').textContent;
  const head = table.createTHead().insertRow();
  for (const name of ['Day', 'Rate']) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = name;
    head.append(cell);
  }
  const body = table.createTBody();
  for (const line of inputs.querySelector('span').textContent.split('\\n')) {
    const row = body.insertRow();
    for (const part of line.split(' ')) row.insertCell().textContent = part;
  }
  return table;
}

/** Shows which finding of the list is at hand; several may stand on one figure. */
function choose(link) {
  if (chosen) chosen.removeAttribute('aria-current');
  chosen = link || null;
  if (chosen) chosen.setAttribute('aria-current', 'true');
}

/** The facts of a figure that no check has looked at: it carries them itself. */
function plain(mark) {
  const sheet = byId('plain').content.cloneNode(true);
  sheet.querySelector('h3').textContent = mark.textContent;
  for (const name of ['l', 'v', 'u', 'p']) {
    const place = sheet.querySelector('[data-' + name + ']');
    place.textContent = mark.dataset[name] || '';
    if (!mark.dataset[name]) place.parentElement.remove();
  }
  return sheet;
}

function close() {
  panel.classList.remove('open');
  evidence.replaceChildren();
  choose(null);
  if (!current) return;
  current.removeAttribute('aria-current');
  current.focus({ preventScroll: true });
  current = null;
}

/** Goes to a mark: in sight, focused, its evidence open, and said aloud. */
function visit(mark, words) {
  if (!mark) return;
  open(mark, false);
  mark.scrollIntoView({ block: narrow() ? 'start' : 'center', inline: narrow() ? 'nearest' : 'center' });
  mark.focus({ preventScroll: true });
  const told = evidence.querySelector('.finding p') || evidence.querySelector('.tick p') || evidence.querySelector('p');
  live.textContent = words + ' ' + mark.getAttribute('aria-label') + '. ' + (told ? told.textContent : '');
}

const narrow = () => matchMedia('(max-width: 990px)').matches;

function stepFinding(step) {
  const at = findings.indexOf(chosen);
  const next = at < 0 ? (step > 0 ? 0 : findings.length - 1) : (at + step + findings.length) % findings.length;
  const link = findings[next];
  if (!link) { live.textContent = 'No findings.'; return; }
  if (!narrow()) link.scrollIntoView({ block: 'nearest' });
  visit(byId(link.hash.slice(1)), 'Finding ' + (next + 1) + ' of ' + findings.length + '.');
  choose(link);
}

function stepFigure(step) {
  const show = root.dataset.show;
  const kinds = show === 'all' ? '.fig, .flag' : show === 'differs' ? '.fig.differs, .flag' : '.fig.' + show;
  const marks = [...document.querySelectorAll('main :is(' + kinds + ')')];
  if (marks.length === 0) return;
  let next = marks.indexOf(current);
  if (!current) next = step > 0 ? 0 : marks.length - 1;
  else if (next < 0) {
    next = marks.findIndex((mark) => current.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING);
    if (step < 0) next -= 1;
  } else next += step;
  visit(marks[(next + marks.length) % marks.length], '');
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('a');
  const spot = event.target.closest('.spot');
  const mark = link && link.matches('.fig, .flag') ? link : !link && spot ? spot.nextElementSibling : null;
  if (mark) {
    event.preventDefault();
    open(mark, event.detail === 0);
    if (narrow()) mark.scrollIntoView({ block: 'start' });
    return;
  }
  if (!link || !link.hash) return;
  const target = byId(link.hash.slice(1));
  if (!target || !target.matches('.fig, .flag')) return;
  event.preventDefault();
  visit(target, '');
  if (link.hasAttribute('data-finding')) choose(link);
});

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const onMark = event.target.matches('.fig, .flag') || panel.contains(event.target);
  if (event.key === 'Escape') close();
  else if (event.key === 'n') stepFinding(1);
  else if (event.key === 'p') stepFinding(-1);
  else if (onMark && event.key === 'ArrowRight') stepFigure(1);
  else if (onMark && event.key === 'ArrowLeft') stepFigure(-1);
  else if (event.key === ' ' && event.target.matches('.fig, .flag')) open(event.target, true);
  else return;
  event.preventDefault();
});

byId('close').addEventListener('click', close);
byId('back').addEventListener('click', () => stepFigure(-1));
byId('forth').addEventListener('click', () => stepFigure(1));
for (const choice of document.querySelectorAll('input[name=show]')) {
  choice.addEventListener('change', () => { root.dataset.show = choice.value; });
}
addEventListener('beforeprint', () => { for (const folded of document.querySelectorAll('main details')) folded.open = true; });
const asked = location.hash && byId(location.hash.slice(1));
if (asked && asked.matches('.fig, .flag')) visit(asked, '');
})();`;
