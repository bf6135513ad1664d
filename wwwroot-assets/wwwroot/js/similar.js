// While a title is written: topics that may already answer it. What is found opens beside the form, and nothing of the form is lost.

const pause = 400;

let timer = 0, asking = null, asked = '';

// Three letters, or two signs of Japanese.
const isEnough = title => [...title].length >= (/[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f]/.test(title) ? 2 : 3);

async function look(field, place) {
  const title = field.value.trim();
  if (title === asked) return;
  asking?.abort();
  asked = title;
  if (!isEnough(title)) return put(place, '');
  const mine = asking = new AbortController();
  try {
    const answer = await fetch(`${place.dataset.similar}?title=${encodeURIComponent(title)}`, { signal: mine.signal, redirect: 'manual' });
    // Too fast, or no network: what stands there is still similar to something.
    if (answer.ok) put(place, await answer.text());
    else asked = '';
  } catch { asked = ''; }
}

// The sentence is said politely by the live region that holds it; the same list is not said twice.
function put(place, html) {
  if (place.dataset.shown === html) return;
  place.dataset.shown = html;
  const found = place.querySelector('[data-similar-found]'), count = place.querySelector('[role=status]');
  found.innerHTML = html;
  const number = found.querySelectorAll('li').length;
  count.textContent = number ? (number === 1 ? place.dataset.one : place.dataset.many.replace('{0}', number)) : '';
}

document.addEventListener('input', event => {
  const place = document.querySelector('[data-similar]');
  if (!place || event.target.id !== place.dataset.of) return;
  clearTimeout(timer);
  if (!event.isComposing) timer = setTimeout(() => look(event.target, place), pause);
});

document.addEventListener('compositionend', event => {
  const place = document.querySelector('[data-similar]');
  if (place && event.target.id === place.dataset.of) timer = setTimeout(() => look(event.target, place), pause);
});

// A draft that the form goes on with has a title already.
const place = document.querySelector('[data-similar]'), field = place && document.getElementById(place.dataset.of);
if (field?.value) look(field, place);
