// Words that are selected in a post can be quoted: a button beside them puts them into the reply, with the number of the post, from
// which the renderer tells whose they are. Where no reply is open, the words wait in this tab for the form to open.
import { caretOf, put } from './typing.js';

const waiting = 'quoted words', longest = 600, longestWait = 60_000;
let button = null, timer = 0;

const storage = () => { try { return sessionStorage; } catch { return null; } };

// Plain words: what would be markup, a tag or the end of the quote is written so that it reads as it did.
export function asWords(text) {
  const graphemes = [...new Intl.Segmenter().segment(text.replace(/\r/g, '').replace(/\n{3,}/g, '\n\n').trim())];
  const cut = graphemes.slice(0, longest).map(one => one.segment).join('').trimEnd() + (graphemes.length > longest ? '…' : '');
  return cut.split('\n')
    .map(line => line.trim().replace(/[\\`*[\]<>|~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&').replace(/^([#+-]|\d+(?=[.)]))/, (mark, _) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`)))
    .join('\n');
}

function found() {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0), place = node => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement);
  const body = place(range.startContainer)?.closest('article.post .body');
  // A selection of a whole paragraph ends at the beginning of what comes after it.
  const isWithin = body && (body.contains(range.endContainer) || (range.endOffset === 0 && body.closest('article').contains(range.endContainer)));
  const link = body?.closest('article').querySelector('.acts a[href*="quote="]');
  const words = isWithin && link ? asWords(selection.toString()) : '';
  return words ? { words, link, range } : null;
}

function hide() {
  button?.remove();
  button = null;
}

function show() {
  const now = found();
  if (!now) return hide();
  if (!button?.isConnected) {
    button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn main small quote-words';
    button.append(now.link.querySelector('svg').cloneNode(true), now.link.textContent.trim());
    button.onpointerdown = event => event.preventDefault();
    button.onclick = quote;
    document.body.append(button);
  }
  const boxes = now.range.getClientRects(), last = boxes[boxes.length - 1] ?? now.range.getBoundingClientRect();
  const left = Math.max(8, Math.min(last.right - button.offsetWidth / 2, document.documentElement.clientWidth - button.offsetWidth - 8));
  button.style.left = `${left + scrollX}px`;
  button.style.top = `${last.bottom + scrollY + 8}px`;
}

function quote() {
  const now = found();
  if (!now) return;
  const id = new URL(now.link.href).searchParams.get('quote');
  const field = document.querySelector('[data-composer] textarea'), text = `[quote=${id}]\n${now.words}\n[/quote]\n\n`;
  getSelection().removeAllRanges();
  hide();
  if (field && field.closest('form').elements.to) return append(field, text);
  storage()?.setItem(waiting, JSON.stringify({ text, page: location.pathname, at: Date.now() }));
  now.link.closest('article').querySelector('.acts a[href*="reply="]')?.click();
}

function append(field, text) {
  const { value } = field, [at, end] = caretOf(field);
  const before = value.slice(0, at), gap = !before.trim() || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  put(field, at, end, gap + text);
  field.scrollIntoView({ block: 'center' });
}

// The form that was opened for the words takes them; one of another topic, or much later, must not.
export function takeQuote(field) {
  const kept = storage()?.getItem(waiting);
  if (!kept || !field.closest('form').elements.to) return;
  storage().removeItem(waiting);
  const { text, page, at } = JSON.parse(kept);
  if (page === location.pathname && Date.now() - at < longestWait) append(field, text);
}

export function begin() {
  clearTimeout(timer);
  timer = setTimeout(show, 120);
}

document.addEventListener('selectionchange', begin);
