// Single keys for readers who never leave the keyboard. site.js keeps them away from people who are typing and from those who turned them off.

let last = { key: '', at: 0 };

const steps = () => [...document.querySelectorAll('[data-step]')].filter(step => step.offsetParent !== null);
const currentStep = () => document.activeElement?.closest('[data-step]') ?? document.querySelector('[data-step]:target');

// Where nothing is focused yet, the walk starts from what is on the screen.
function indexOnScreen(all) {
  const index = all.findIndex(step => step.getBoundingClientRect().bottom > 80);
  return index < 0 ? all.length - 1 : index;
}

function walk(by) {
  const all = steps();
  if (!all.length) return;
  const from = all.indexOf(currentStep());
  const to = from < 0 ? indexOnScreen(all) : Math.min(Math.max(from + by, 0), all.length - 1);
  const target = all[to].querySelector('.title a') ?? all[to];
  if (target === all[to] && !target.hasAttribute('tabindex')) target.tabIndex = -1;
  target.focus({ preventScroll: true, focusVisible: true });
  all[to].scrollIntoView({ block: 'nearest' });
}

// What a row of a list can do has its key only while the walk stands on that row.
function follow(key) {
  const name = CSS.escape(key);
  (currentStep()?.querySelector(`[data-key="${name}"], [data-row-key="${name}"]`) ?? document.querySelector(`[data-key="${name}"]`))?.click();
}

function search() {
  const field = [...document.querySelectorAll('input[type=search]')].find(input => input.offsetParent !== null);
  if (field) field.select();
  else document.querySelector('a[href^="/search"]')?.click();
}

function home() {
  document.querySelector('.mark')?.click();
}

// The form's own sheet where there is one, else the page's.
function sheet() {
  const own = document.querySelector('[data-key="?"]');
  if (own) own.click();
  else document.querySelector('dialog.sheet:not([open])')?.showModal();
}

document.addEventListener('click', event => event.target.closest?.('[data-close-sheet]')?.closest('dialog').close());

export function press(key) {
  const afterG = last.key === 'g' && performance.now() - last.at < 1500;
  last = { key, at: performance.now() };
  if (afterG && key === 'h') home();
  else if (key === 'j') walk(1);
  else if (key === 'k') walk(-1);
  else if (key === '/') search();
  else if (key === '?') sheet();
  else if (key === 'n' && !document.querySelector('[data-key=n]')) walk(1);
  else follow(key);
}
