
'use strict';
const $ = (id) => document.getElementById(id);

// Filters: a finding is shown when all of them let it pass.
const form = $('filters');
const findings = [...document.querySelectorAll('.finding')];
function filter() {
  const data = new FormData(form);
  const verdicts = new Set(data.getAll('verdict'));
  const [kind, outlet, least] = [data.get('kind'), data.get('outlet'), Number(data.get('confidence'))];
  let shown = 0;
  for (const row of findings) {
    const d = row.dataset;
    const pass = verdicts.has(d.verdict) && (!kind || kind === d.kind) && Number(d.confidence) >= least
      && (!outlet || d.outlets.split(' ').includes(outlet));
    row.hidden = !pass;
    shown += pass ? 1 : 0;
  }
  $('least').textContent = String(least);
  $('shown').textContent = shown + ' of ' + findings.length + ' questions';
}

// Side by side: the passage that was asked for, and beside it one of another answer to the same question.
const reader = $('reader');
let asked = null;
function show(article, claim, side) {
  const pane = $('a' + article);
  pane.open = true;
  pane.classList.add('shown');
  pane.classList.toggle('left', side === 'left');
  const mark = $('c' + claim) && $('c' + claim).closest('mark');
  if (!mark) return;
  mark.classList.add('here');
  const text = pane.querySelector('.text-pane');
  text.scrollTop += mark.getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight / 3;
}
function clear() {
  for (const pane of reader.querySelectorAll('.shown')) pane.classList.remove('shown', 'left');
  for (const mark of reader.querySelectorAll('mark.here')) mark.classList.remove('here');
}
const name = (article) => $('a' + article).querySelector('.outlet').textContent;
function compare(link) {
  const row = link.closest('.finding');
  const d = link.dataset;
  const others = [...row.querySelectorAll('tr:first-child a.value')].filter((a) => a.dataset.article !== d.article);
  const other = others.find((a) => a.dataset.position !== d.position) || others[0];
  clear();
  reader.classList.add('open');
  document.body.classList.add('reading');
  $('asked').textContent = row.querySelector('.question').textContent;
  $('asked').hidden = $('close').hidden = false;
  show(d.article, d.claim, 'left');
  // Which other answer stands beside it is the reader's choice.
  const beside = $('beside').querySelector('select');
  beside.replaceChildren(...others.map((a, n) => new Option(name(a.dataset.article) + ': ' + a.textContent, n, false, a === other)));
  $('beside').hidden = others.length < 2;
  beside.onchange = () => { clear(); show(d.article, d.claim, 'left'); put(others[beside.value]); };
  const put = (a) => { if (a) show(a.dataset.article, a.dataset.claim, 'right'); };
  put(other);
  asked = link;
  $('close').focus();
  const low = reader.getBoundingClientRect().top;
  if (link.getBoundingClientRect().bottom > low) row.scrollIntoView({ block: 'start' });
}
function close() {
  clear();
  reader.classList.remove('open');
  document.body.classList.remove('reading');
  $('asked').hidden = $('beside').hidden = $('close').hidden = true;
  if (asked) asked.focus();
  asked = null;
}
addEventListener('click', (event) => {
  const link = event.target.closest('a[data-claim]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  compare(link);
});
addEventListener('keydown', (event) => { if (event.key === 'Escape' && reader.classList.contains('open')) close(); });
$('close').addEventListener('click', close);

// A link to an article or a passage from elsewhere opens the article it stands in.
function reveal() {
  const target = location.hash && $(location.hash.slice(1));
  if (target && reader.classList.contains('open')) close();
  for (let at = target; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
  if (target) target.scrollIntoView({ block: 'center' });
}
addEventListener('hashchange', reveal);
addEventListener('beforeprint', () => { for (const d of document.querySelectorAll('.more details, .agreed')) d.open = true; });
form.hidden = false;
form.addEventListener('input', filter);
form.addEventListener('submit', (event) => event.preventDefault());
filter();
reveal();
