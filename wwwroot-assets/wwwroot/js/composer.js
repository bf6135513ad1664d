// <div data-composer> around a text field: what the bar's buttons and keys do to the text, and where names and emoji are offered.
// The text lives in the field and nowhere else; everything here changes it as typing does, so that undoing and drafts know of it.
import { offer, closeOffers, isOffering, pressInOffers } from './completion.js';
import { takeQuote } from './quote.js';
import { caretOf, leave, put } from './typing.js';

const isComposing = event => event.isComposing || event.keyCode === 229;
const boxOf = target => target.closest?.('[data-composer]');
const fieldOf = box => box.querySelector('textarea');

const selected = field => [field.selectionStart, field.selectionEnd, field.value.slice(field.selectionStart, field.selectionEnd)];

// White space at the ends stays outside: "** word**" would be stars.
function around(field, mark, word) {
  let [start, end, text] = selected(field);
  const inner = text.trim();
  if (inner && inner !== text) {
    start += text.indexOf(inner);
    end = start + inner.length;
    text = inner;
  }
  const size = mark.length, { value } = field;
  if (value.slice(start - size, start) === mark && value.slice(end, end + size) === mark) return put(field, start - size, end + size, text, 0, text.length);
  if (text.length > 2 * size && text.startsWith(mark) && text.endsWith(mark)) return put(field, start, end, text.slice(size, -size), 0, text.length - 2 * size);
  put(field, start, end, mark + (text || word) + mark, size, size + (text || word).length);
}

function lines(field, prefix, known) {
  const { value } = field;
  const start = value.lastIndexOf('\n', field.selectionStart - 1) + 1;
  const next = value.indexOf('\n', Math.max(field.selectionEnd - (field.selectionEnd > field.selectionStart ? 1 : 0), start));
  const end = next < 0 ? value.length : next;
  const all = value.slice(start, end).split('\n');
  const has = all.every(line => !line || known.test(line));
  const done = all.map((line, i) => (has && line ? line.replace(known, '') : line || all.length === 1 ? prefix(i) + line : line)).join('\n');
  const isOne = field.selectionStart === field.selectionEnd;
  put(field, start, end, done, isOne ? done.length : 0, done.length);
}

function code(field, words) {
  const [start, end, text] = selected(field);
  if (!text.includes('\n')) return around(field, '`', words.code);
  const open = start && field.value[start - 1] !== '\n' ? '\n```\n' : '```\n';
  put(field, start, end, `${open}${text.replace(/\n$/, '')}\n\`\`\`\n`, open.length, open.length + text.replace(/\n$/, '').length);
}

function link(field, words) {
  const [start, end, text] = selected(field);
  if (/^https?:\/\/\S+$/.test(text)) return put(field, start, end, `[${words.link}](${text})`, 1, 1 + words.link.length);
  const label = text || words.link;
  put(field, start, end, `[${label}](https://)`, text ? label.length + 3 : 1, text ? label.length + 11 : 1 + label.length);
}

// The next item of the list that the caret stands in; an item without words ends it.
function goesOn(field) {
  const { value, selectionStart: at, selectionEnd: end } = field;
  const start = at && value.lastIndexOf('\n', at - 1) + 1;
  const item = /^(\s*)(?:[-*+]|(\d{1,8})([.)])) (.*)$/.exec(value.slice(start, at));
  if (at !== end || !item || (value.slice(0, start).match(/^```/gm) ?? []).length % 2) return false;
  const [whole, indent, number, dot, words] = item;
  if (!words.trim()) put(field, start, at, '');
  else put(field, at, at, `\n${indent}${number ? Number(number) + 1 + dot : whole[indent.length]} `);
  return true;
}

const acts = {
  bold: (field, words) => around(field, '**', words.bold),
  italic: (field, words) => around(field, '*', words.italic),
  link,
  code,
  quote: field => lines(field, () => '> ', /^> ?/),
  list: field => lines(field, () => '- ', /^[-*+] /),
  numbers: field => lines(field, i => `${i + 1}. `, /^\d+[.)] /),
  emoji: async (field, words, box) => (await import('./emoji-picker.js')).toggle(box, emoji => put(field, ...caretOf(field), emoji)),
  // The island shows it while somebody types; without one the form does, once.
  preview: (field, words, box) => (box.livePreview ? box.livePreview.toggle() : box.closest('form').querySelector('[name=step][value=preview]')?.click()),
  help: (field, words, box) => box.querySelector('dialog').showModal(),
};

function act(box, name) {
  closeOffers();
  acts[name]?.(fieldOf(box), box.dataset, box);
}

// By the place of the key where a layout moves what stands on it, else by what it writes.
function nameOf({ key, code: place, shiftKey }) {
  if (!shiftKey) return { b: 'bold', i: 'italic', k: 'link', e: 'code' }[key.toLowerCase()];
  return { Period: 'quote', Digit8: 'list', Digit7: 'numbers' }[place];
}

function pressed(event) {
  const box = boxOf(event.target);
  if (!box || event.target !== fieldOf(box) || isComposing(event)) return;
  if (isOffering() && pressInOffers(event)) return;
  if (event.key === 'Escape') {
    event.preventDefault();
    // The draft is saved by whoever follows a link; nothing is thrown away.
    box.closest('form').querySelector('.actions a[href]')?.click();
    return;
  }
  if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey) {
    if (goesOn(event.target)) event.preventDefault();
    return;
  }
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  if (event.key === 'Enter') {
    event.preventDefault();
    if (!event.repeat) box.closest('form').querySelector('.actions .main')?.click();
    return;
  }
  const name = nameOf(event);
  if (!name) return;
  event.preventDefault();
  act(box, name);
}

// One stop for the Tab key; the arrows go on within the bar.
function walk(event) {
  const bar = event.target.closest?.('[data-composer] [role=toolbar]');
  if (!bar || !['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) return;
  const all = [...bar.querySelectorAll('button')], at = all.indexOf(event.target);
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: all.length - 1 }[event.key];
  const next = all[(to + all.length) % all.length];
  for (const button of all) button.tabIndex = button === next ? 0 : -1;
  next.focus();
  event.preventDefault();
}

function look() {
  for (const box of document.querySelectorAll('[data-composer]')) {
    [...box.querySelectorAll('[role=toolbar] button')].forEach((button, i) => { button.tabIndex = i ? -1 : 0; });
    takeQuote(fieldOf(box), box.dataset.place);
  }
}

document.addEventListener('keydown', pressed);
document.addEventListener('keydown', walk);
document.addEventListener('click', event => {
  const button = event.target.closest?.('[data-composer] [data-act]');
  if (event.target.closest?.('[data-close-sheet]')) event.target.closest('dialog').close();
  if (button) act(boxOf(button), button.dataset.act);
  else if (!event.target.closest?.('[role=listbox]')) closeOffers();
});
for (const type of ['input', 'compositionend']) {
  document.addEventListener(type, event => {
    const box = boxOf(event.target);
    if (box && event.target === fieldOf(box)) offer(box, event.target, event.isComposing);
  });
}
document.addEventListener('focusout', event => {
  const box = boxOf(event.target);
  if (!box || event.target !== fieldOf(box)) return;
  leave(event.target);
  closeOffers();
});
// A finger or a mouse on the bar must not take the selection from the text that it is about.
document.addEventListener('pointerdown', event => { if (event.target.closest?.('[data-composer] [data-act]:not([data-act=emoji])')) event.preventDefault(); });

look();
window.Blazor?.addEventListener?.('enhancedload', look);
