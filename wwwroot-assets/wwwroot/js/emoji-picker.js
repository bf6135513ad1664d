// A small sheet of emoji under the bar, with a field to look one up in either language.
import { emoji, find } from './emoji.js';

let sheet = null;

function close(returnTo) {
  sheet?.remove();
  sheet = null;
  returnTo?.focus();
}

function fill(grid, text, choose) {
  const lang = document.documentElement.lang, shown = text ? find(text, lang, 40) : emoji.map(one => ({ text: one[0], word: lang === 'ja' ? one[2].split(' ')[0] : one[1].split(' ')[0].replaceAll('_', ' ') }));
  grid.replaceChildren(...shown.map(one => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = one.text;
    button.ariaLabel = button.title = one.word;
    button.onclick = () => choose(one.text);
    return button;
  }));
}

export function toggle(box, put) {
  const opener = box.querySelector('[data-act=emoji]');
  if (sheet?.isConnected) return close(opener);
  sheet = document.createElement('div');
  sheet.className = 'emoji-sheet';
  sheet.role = 'dialog';
  sheet.ariaLabel = box.dataset.emojiLabel;
  const search = document.createElement('input'), grid = document.createElement('div');
  search.className = 'input';
  search.type = 'search';
  search.ariaLabel = search.placeholder = box.dataset.emojiSearch;
  grid.className = 'grid';
  const choose = text => { close(); put(text); };
  search.oninput = event => { if (!event.isComposing) fill(grid, search.value.trim(), choose); };
  search.addEventListener('compositionend', () => fill(grid, search.value.trim(), choose));
  sheet.onkeydown = event => {
    if (event.isComposing || event.keyCode === 229) return;
    const all = [...grid.children], at = all.indexOf(document.activeElement);
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 8, ArrowUp: -8 }[event.key];
    if (event.key === 'Escape') close(box.querySelector('textarea'));
    else if (event.key === 'Enter' && event.target === search) all[0]?.click();
    else if (step && at < 0 && event.key === 'ArrowDown') all[0]?.focus();
    else if (step && at >= 0) (at + step < 0 ? search : all[Math.min(at + step, all.length - 1)]).focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  sheet.addEventListener('focusout', event => { if (event.relatedTarget && !sheet?.contains(event.relatedTarget) && event.relatedTarget !== opener) close(); });
  sheet.append(search, grid);
  fill(grid, '', choose);
  box.querySelector('[role=toolbar]').after(sheet);
  search.focus();
}
