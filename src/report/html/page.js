
'use strict';
// Filters: a finding is shown when all of them let it pass.
const form = document.getElementById('filters');
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
  document.getElementById('shown').textContent = shown + ' of ' + findings.length;
}
// A link to a passage opens the article it stands in.
function reveal() {
  const target = document.getElementById(location.hash.slice(1));
  for (let at = target; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
  if (target) target.scrollIntoView({ block: 'center' });
}
form.hidden = false;
form.addEventListener('input', filter);
addEventListener('hashchange', reveal);
filter();
reveal();
