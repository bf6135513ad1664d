// Suggestions while somebody types into a search field (the combobox pattern of ARIA). Without it the field is a plain form.

const pause = 150;

let field = null, list = null, status = null, options = [], index = -1, timer = 0, asking = null, shown = '';

const isCombobox = target => target instanceof Element && target.matches('input[type=search][data-suggest]');

function make(tag, className, text) {
  const part = document.createElement(tag);
  if (className) part.className = className;
  if (text !== undefined) part.textContent = text;
  return part;
}

// Enhanced navigation may have put another field into its place.
function prepare(input) {
  if (input === field && list.isConnected) return;
  close();
  list?.remove();
  status?.remove();
  field = input;
  list = make('ul', 'offers');
  Object.assign(list, { id: `${field.id}-offers`, role: 'listbox', ariaLabel: field.dataset.label, hidden: true });
  status = make('p', 'visually-hidden');
  status.role = 'status';
  field.parentElement.append(list, status);
  for (const [name, value] of [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-expanded', 'false'], ['aria-controls', list.id]]) field.setAttribute(name, value);
}

function close() {
  clearTimeout(timer);
  asking?.abort();
  if (!list) return;
  list.hidden = true;
  [options, index] = [[], -1];
  field.setAttribute('aria-expanded', 'false');
  field.removeAttribute('aria-activedescendant');
}

async function ask() {
  const typed = field.value.trim();
  asking?.abort();
  // One sign is a word in Japanese and nothing to go by in English.
  if (typed.length < (/[^\x00-\x7f]/.test(typed) ? 1 : 2)) return close();
  const mine = asking = new AbortController();
  try {
    const answer = await fetch(`${field.dataset.suggest}?q=${encodeURIComponent(typed)}`, { signal: mine.signal, redirect: 'manual' });
    // Too fast, or no network: typing goes on and so does the form.
    if (answer.ok) show(typed, await answer.json());
    else close();
  } catch (error) {
    if (error.name !== 'AbortError') close();
  }
}

function show(typed, found) {
  if (document.activeElement !== field || field.value.trim() !== typed) return;
  if (!found.length) {
    close();
    if (shown !== typed) status.textContent = field.dataset.none;
    shown = typed;
    return;
  }
  list.replaceChildren(...found.map((one, i) => {
    const row = make('li');
    Object.assign(row, { id: `${list.id}-${i}`, role: 'option', ariaSelected: 'false' });
    const word = make('b', '', one.text);
    if (one.language) word.lang = one.language;
    row.append(word, make('span', 'meta', one.note));
    // Before the field loses its focus.
    row.onpointerdown = event => event.preventDefault();
    row.onclick = () => go(one);
    return row;
  }));
  [options, index, shown] = [found, -1, typed];
  list.hidden = false;
  field.setAttribute('aria-expanded', 'true');
  field.removeAttribute('aria-activedescendant');
  status.textContent = field.dataset.found.replace('{0}', found.length);
}

// One stop more than there are rows: the field itself, with what was typed.
function point(to) {
  const stops = options.length + 1;
  index = ((to + 1 + stops) % stops) - 1;
  [...list.children].forEach((row, i) => { row.ariaSelected = String(i === index); });
  if (index < 0) return field.removeAttribute('aria-activedescendant');
  field.setAttribute('aria-activedescendant', list.children[index].id);
  list.children[index].scrollIntoView({ block: 'nearest' });
}

function go(option) {
  close();
  location.assign(option.path);
}

document.addEventListener('input', event => {
  if (!isCombobox(event.target)) return;
  prepare(event.target);
  clearTimeout(timer);
  if (!event.isComposing) timer = setTimeout(ask, pause);
});

// What an input method has settled brings no other event in some browsers.
document.addEventListener('compositionend', event => {
  if (!isCombobox(event.target)) return;
  prepare(event.target);
  clearTimeout(timer);
  timer = setTimeout(ask, pause);
});

document.addEventListener('keydown', event => {
  if (event.target !== field || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'ArrowDown' && list.hidden) ask();
  else if (list.hidden) return;
  else if (event.key === 'ArrowDown') point(index + 1);
  else if (event.key === 'ArrowUp') point(index - 1);
  else if (event.key === 'Enter' && index >= 0) go(options[index]);
  else if (event.key === 'Escape') close();
  else return;
  event.preventDefault();
});

document.addEventListener('focusout', event => { if (event.target === field) close(); });
document.addEventListener('submit', event => { if (field && event.target === field.form) close(); });

// The first letter was typed before this was here.
export function begin(input) {
  prepare(input);
  timer = setTimeout(ask, pause);
}
