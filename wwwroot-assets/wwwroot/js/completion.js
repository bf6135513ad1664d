// Names after @ and emoji after : while somebody types. Nothing is asked or chosen while an input method composes, and nothing is
// offered inside code and quotes, where neither means anything.
import { put } from './typing.js';

const pause = 150, most = 10;
const name = /(?:^|[^A-Za-z0-9_\-./@+=])[@＠]([^\s@]{0,40})$/u;
// Only after a blank: in Japanese, too, a colon often stands between two words.
const emoji = /(?:^|\s):([a-z0-9_+-]{2,20}|[^\x00-\x7f\s]{1,20})$/iu;

let open = null, timer = 0, asked = 0;

// What stands before the caret is code or somebody else's words: fences and quote tags that are open, an odd backtick, a line that begins with >.
export function isElsewhere(text) {
  const line = text.slice(text.lastIndexOf('\n') + 1);
  if (/^\s{0,3}>/.test(line) || /^(?: {4}|\t)/.test(line) || (line.split('`').length - 1) % 2) return true;
  let fence = '', quotes = 0;
  for (const one of text.split('\n')) {
    const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(one)?.[1];
    if (fence) { if (mark?.startsWith(fence)) fence = ''; }
    else if (mark) fence = mark;
    else if (/^\s*\[quote/i.test(one)) quotes++;
    if (!fence && /\[\/quote\]/i.test(one)) quotes = Math.max(0, quotes - 1);
  }
  return Boolean(fence) || quotes > 0;
}

function triggerAt(field) {
  if (field.selectionStart !== field.selectionEnd) return null;
  const text = field.value.slice(0, field.selectionStart);
  const found = name.exec(text) ?? emoji.exec(text);
  if (!found || isElsewhere(text)) return null;
  const kind = name.test(text) ? 'people' : 'emoji';
  return { kind, typed: found[1], start: text.length - found[1].length - 1, end: text.length };
}

export function offer(box, field, isComposing) {
  clearTimeout(timer);
  if (isComposing) return closeOffers();
  const at = triggerAt(field);
  if (!at) return closeOffers();
  timer = setTimeout(() => find(box, field, at), pause);
}

async function find(box, field, at) {
  const mine = ++asked;
  let found = [];
  try {
    found = at.kind === 'people' ? await people(box, at.typed) : (await import('./emoji.js')).find(at.typed, document.documentElement.lang, most);
  } catch { /* Without a network there are no names; typing goes on. */ }
  // The answer to something that was typed before is none any more.
  const now = triggerAt(field);
  if (mine !== asked || document.activeElement !== field || now?.start !== at.start || now.typed !== at.typed) return;
  if (found.length) show(box, field, at, found);
  else closeOffers();
}

async function people(box, typed) {
  const answer = await fetch(`${box.dataset.people}?place=${encodeURIComponent(box.dataset.place)}&q=${encodeURIComponent(typed)}`, { redirect: 'manual' });
  if (!answer.ok) return [];
  const found = await answer.json();
  return found.map(one => ({ text: `@${one.handle} `, word: one.name, small: `@${one.handle}`, note: one.reads ? '' : box.dataset.cannotRead }));
}

function make(tag, className, text) {
  const part = document.createElement(tag);
  part.className = className;
  if (text !== undefined) part.textContent = text;
  return part;
}

function show(box, field, at, found) {
  closeOffers();
  const list = make('ul', 'offers');
  list.id = 'offers';
  list.role = 'listbox';
  list.ariaLabel = at.kind === 'people' ? box.dataset.namesLabel : box.dataset.emojiLabel;
  found.forEach((one, i) => {
    const row = make('li', '');
    row.id = `offer-${i}`;
    row.role = 'option';
    row.append(make('b', '', one.word), make('span', 'meta', one.small));
    if (one.note) row.append(make('span', 'chip', one.note));
    // Before the field loses its focus.
    row.onpointerdown = event => { event.preventDefault(); };
    row.onclick = () => { point(i); choose(); };
    list.append(row);
  });
  box.append(list);
  open = { list, field, at, found, index: 0 };
  place(box, field, list);
  field.setAttribute('aria-autocomplete', 'list');
  field.setAttribute('aria-controls', list.id);
  point(0);
}

// Under the line that is being written: a copy of the field tells where that is.
function place(box, field, list) {
  const copy = make('div', ''), style = getComputedStyle(field);
  for (const name of ['font', 'letterSpacing', 'lineHeight', 'padding', 'borderWidth', 'borderStyle', 'boxSizing', 'wordBreak', 'lineBreak']) copy.style[name] = style[name];
  Object.assign(copy.style, { position: 'absolute', visibility: 'hidden', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', width: `${field.offsetWidth}px` });
  const caret = make('span', '', '@');
  copy.append(field.value.slice(0, open.at.start), caret);
  box.append(copy);
  const area = box.getBoundingClientRect(), own = field.getBoundingClientRect();
  const x = caret.offsetLeft, y = caret.offsetTop - field.scrollTop, height = caret.offsetHeight;
  copy.remove();
  const left = Math.max(0, Math.min(own.left - area.left + x, area.width - list.offsetWidth));
  const top = own.top - area.top + Math.min(Math.max(y, 0), field.offsetHeight - height);
  const isLow = area.top + top + height + list.offsetHeight > innerHeight && area.top + top > list.offsetHeight;
  Object.assign(list.style, { left: `${left}px`, top: `${isLow ? top - list.offsetHeight - 4 : top + height + 4}px` });
}

function point(index) {
  open.index = (index + open.found.length) % open.found.length;
  [...open.list.children].forEach((row, i) => { row.ariaSelected = String(i === open.index); });
  open.field.setAttribute('aria-activedescendant', `offer-${open.index}`);
  open.list.children[open.index].scrollIntoView({ block: 'nearest' });
}

function choose() {
  const { field, at, found, index } = open;
  closeOffers();
  put(field, at.start, field.selectionEnd, found[index].text);
}

export const isOffering = () => Boolean(open?.list.isConnected);

export function closeOffers() {
  clearTimeout(timer);
  asked++;
  if (!open) return;
  open.list.remove();
  for (const name of ['aria-controls', 'aria-activedescendant', 'aria-autocomplete']) open.field.removeAttribute(name);
  open = null;
}

// Whether the key was one for the list.
export function pressInOffers(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || (event.shiftKey && event.key !== 'Tab')) return false;
  if (event.key === 'ArrowDown') point(open.index + 1);
  else if (event.key === 'ArrowUp') point(open.index - 1);
  else if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) choose();
  else if (event.key === 'Escape') closeOffers();
  else return false;
  event.preventDefault();
  return true;
}
