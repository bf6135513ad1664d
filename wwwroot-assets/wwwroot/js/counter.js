// What is left of a limit, counted as a reader counts: by grapheme, so that one emoji or one voiced kana is one.
// On the field: data-counter (id of the text), data-max, data-min, data-min-ja. On the text: data-left, data-over, data-short with {0} for the number.

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const japanese = /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u;
const near = 20;

function count(text) {
  let n = 0;
  for (const _ of graphemes.segment(text)) n++;
  return n;
}

function stateOf(field) {
  const text = field.value.trim(), n = count(text);
  const { max, min, minJa } = field.dataset;
  const least = Number((minJa && japanese.test(text) ? minJa : min) ?? 0);
  if (max && n > Number(max)) return ['over', n - Number(max)];
  if (n > 0 && n < least) return ['short', least - n];
  if (!max) return ['', undefined];
  const left = Number(max) - n;
  return [left <= near ? 'near' : '', left];
}

function show(field) {
  const counter = document.getElementById(field.dataset.counter);
  if (!counter) return;
  const [state, number] = stateOf(field);
  const pattern = counter.dataset[state === 'over' || state === 'short' ? state : 'left'];
  if (!pattern || number === undefined) return;
  const text = pattern.replace('{0}', number.toLocaleString(document.documentElement.lang || undefined));
  if (counter.textContent !== text) counter.textContent = text;
  counter.dataset.state = state;
  // Reading out every key stroke would drown the writer; only a limit is worth an interruption.
  counter.ariaLive = state === 'near' || state === 'over' ? 'polite' : 'off';
}

let waiting;
document.addEventListener('input', event => {
  const field = event.target;
  if (!field.dataset?.counter) return;
  cancelAnimationFrame(waiting);
  waiting = requestAnimationFrame(() => show(field));
});

const showAll = () => document.querySelectorAll('[data-counter]').forEach(field => { if (field.value) show(field); });
showAll();
window.Blazor?.addEventListener?.('enhancedload', showAll);
