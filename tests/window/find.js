// Finds the first visible element with a role and an accessible name, as a screen reader would call it.
// arguments: role, name ('' for any): the whole name, else a beginning of it; what is in an open dialog goes first.
const [role, name] = arguments;
const native = {
  button: 'button, summary, input[type=button], input[type=submit]',
  link: 'a[href]',
  heading: 'h1, h2, h3, h4, h5, h6',
  textbox: 'textarea, input:not([type]), input[type=text], input[type=search], input[type=number]',
  checkbox: 'input[type=checkbox]',
  radio: 'input[type=radio]',
  combobox: 'select',
  option: 'option',
  slider: 'input[type=range]',
  table: 'table',
  row: 'tr',
  dialog: 'dialog[open]',
  navigation: 'nav',
  main: 'main',
};
const squeeze = (text) => (text ?? '').replace(/[\u2060]/g, '').replace(/[\u2011]/g, '-').replace(/\s+/g, ' ').trim();
const named = (element) => {
  const by = element.getAttribute('aria-labelledby');
  if (by) return squeeze(by.split(/\s+/).map((id) => document.getElementById(id)?.textContent).join(' '));
  const label = element.getAttribute('aria-label');
  if (label) return squeeze(label);
  if (element.labels?.length) return squeeze([...element.labels].map((l) => l.textContent).join(' '));
  const spoken = element.cloneNode(true);
  spoken.querySelectorAll?.('[aria-hidden=true], kbd').forEach((hidden) => hidden.remove());
  return squeeze(spoken.textContent) || squeeze(element.getAttribute('title') ?? element.getAttribute('placeholder') ?? element.value);
};
const seen = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden';
const selector = [`[role=${role}]`, ...(native[role] ? native[role].split(', ').map((s) => `${s}:not([role])`) : [])].join(', ');
const scope = [...document.querySelectorAll('dialog[open], [role=dialog], [role=alertdialog]')].filter(seen).pop();
const all = [...document.querySelectorAll(selector)].filter(seen);
const wanted = squeeze(name);
const fits = [(text) => text === wanted, (text) => text.startsWith(wanted)];
const inside = (element) => (scope?.contains(element) ? 0 : 1);
const ranked = all.sort((a, b) => inside(a) - inside(b));
for (const fit of fits) {
  const found = ranked.find((element) => fit(named(element)));
  if (found) return found;
}
return null;
