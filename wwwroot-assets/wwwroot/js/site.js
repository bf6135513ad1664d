// Everything here is a convenience: each page works without it. Modules that a page has no use for are not fetched,
// and what they do hangs on the document, so that enhanced navigation can patch the page without losing it.
import { refreshTimes } from './time.js';

const wanted = [
  ['details[data-menu]', () => import('./menus.js')],
  ['[data-palette]', () => import('./palette.js')],
  ['form[method=post]', () => import('./submit.js')],
  ['[data-counter]', () => import('./counter.js')],
  ['[data-draft]', () => import('./drafts.js')],
  ['[data-composer]', () => import('./composer.js')],
  ['.acts a[href*="quote="]', () => import('./quote.js')],
  ['[data-preview]', () => import('./preview.js')],
  ['[data-copy]', () => import('./copy.js')],
  ['[data-people]', () => import('./people.js')],
  ['[data-passing]', () => import('./passing.js')],
  ['[data-seen]', () => import('./seen.js')],
  ['[data-reading]', () => import('./read-time.js')],
  ['live-topic', () => import('./live-topic.js')],
  ['slow-mode', () => import('./slow-mode.js')],
  ['api-try', () => import('./api-try.js')],
];

const isTyping = target => target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;

function look() {
  refreshTimes();
  for (let i = wanted.length - 1; i >= 0; i--) {
    if (document.querySelector(wanted[i][0])) wanted.splice(i, 1)[0][1]();
  }
}

// Runs before the next paint, so a patched page never shows the server's times first.
new MutationObserver(look).observe(document.documentElement, { childList: true, subtree: true, characterData: true });
look();

document.addEventListener('keydown', async pressed => {
  if (pressed.defaultPrevented || pressed.ctrlKey || pressed.metaKey || pressed.altKey || pressed.isComposing) return;
  if (pressed.key.length !== 1 || isTyping(pressed.target) || document.body.dataset.shortcuts === 'off') return;
  // Now, not after the import: the search field would receive the stroke that focused it.
  if (pressed.key === '/') pressed.preventDefault();
  const { press } = await import('./shortcuts.js');
  press(pressed.key);
});
