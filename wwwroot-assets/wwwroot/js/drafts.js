// <div data-draft="/drafts/…"> in a form: what is typed is saved two seconds after the last key and whenever the reader leaves.
// A save carries a number higher than that of the draft which the form began with; one that was overtaken is refused and its writer
// asked. What the server does not take stays in this browser and is offered when the form is opened again.
import { forget, keep, kept } from './kept-texts.js';

const pause = 2000, mostKeptAlive = 60_000;
const names = ['title', 'body', 'tags', 'reason', 'to', 'version'];
const states = new Map();

const part = (state, name) => state.box.querySelector(`[data-draft-${name}]`);
const texts = (form, which) => Object.fromEntries(names.filter(name => form.elements[name]).map(name => [name, form.elements[name][which]]));
const read = form => texts(form, 'value');
const same = (a, b) => a && b && Object.keys(a).every(name => a[name] === b[name]);
const textIn = (stored, like) => Object.fromEntries(Object.keys(like).map(name => [name, `${stored.text[name] ?? ''}`]));
const words = text => [text.title, text.body].filter(Boolean).join(' ').slice(0, 200);

function say(state, text) {
  const line = part(state, 'line');
  if (line.textContent !== text) line.textContent = text;
}

function fill(state, text) {
  for (const name of names) {
    const field = state.form.elements[name];
    if (!field || field.value === (text[name] ?? '')) continue;
    field.value = text[name] ?? '';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

function settle(state, text, sequence) {
  state.saved = text;
  state.form.elements.draft.value = sequence;
  state.failed = false;
  delete state.box.dataset.other;
  if (kept(state.place)?.key === state.key) forget(state.place);
}

function refuse(state, text) {
  if (state.sending === text) state.sending = null;
  state.failed = true;
  keep(state.place, text, state.key);
  say(state, state.box.dataset.kept);
}

function ask(state, stored) {
  state.stored = stored;
  // The draft that was offered with the form: one question about it is enough.
  const isOffered = 'other' in state.box.dataset, question = part(state, 'question'), offer = document.querySelector('[data-draft-offer]');
  question.textContent = isOffered ? question.dataset.replace : question.dataset.elsewhere;
  if (offer) offer.hidden = true;
  const time = part(state, 'time');
  time.dateTime = stored.savedAt;
  part(state, 'theirs-text').textContent = words(stored.text);
  part(state, 'choice').hidden = false;
}

async function answered(state, text, sequence, response) {
  if (response.status === 204) {
    if (sequence === state.sequence) settle(state, text, sequence);
    say(state, state.box.dataset.saved);
  } else if (response.status === 409) {
    const stored = await response.json();
    stored.sequence = Number(stored.sequence);
    // A later save is under way; its answer says what there is to say.
    if (sequence !== state.sequence) return;
    state.sending = null;
    const theirs = textIn(stored, text);
    if (same(text, theirs)) settle(state, text, state.sequence = stored.sequence);
    else ask(state, { ...stored, text: theirs });
  } else refuse(state, text);
}

// A session that has ended answers with the way to sign in, which is none for a text.
function post(state, text, sequence, key, keepalive) {
  const body = new URLSearchParams({ ...text, sequence, key, __RequestVerificationToken: state.form.elements.__RequestVerificationToken.value });
  return fetch(state.address, { method: 'POST', body, keepalive, redirect: 'manual' });
}

function save(state, leaves) {
  clearTimeout(state.timer);
  const text = read(state.form);
  if (same(text, state.sending ?? state.saved)) return;
  // A question that is open, or would be asked where nobody is left to answer it.
  if (state.stored || (leaves && (state.failed || 'other' in state.box.dataset))) keep(state.place, text, state.key);
  if (state.stored) return;
  const sequence = ++state.sequence, keepalive = leaves && encodeURIComponent(Object.values(text).join('')).length < mostKeptAlive;
  state.sending = text;
  if (leaves && !keepalive) keep(state.place, text, state.key);
  post(state, text, sequence, state.key, keepalive).then(response => answered(state, text, sequence, response)).catch(() => refuse(state, text));
}

const saveAll = () => states.forEach(state => save(state, true));

// Number 0 stores nothing: the server only tells whether the form that had this key was sent after all, or what it has.
async function isNeedless(state, text, key) {
  if (same(text, read(state.form))) return true;
  try {
    const response = await post(state, text, 0, key);
    return response.status === 204 || (response.status === 409 && same(text, textIn(await response.json(), text)));
  } catch { return false; }
}

async function offer(state) {
  const { text, key } = kept(state.place) ?? {};
  if (!text) return;
  if (await isNeedless(state, text, key)) return forget(state.place);
  state.offered = text;
  part(state, 'local-text').textContent = words(text);
  part(state, 'local').hidden = false;
}

function begin(box) {
  const form = box.closest('form'), key = form.elements.key.value, address = box.dataset.draft, known = states.get(form);
  if (known?.key === key && known.address === address && known.box === box) return;
  clearTimeout(known?.timer);
  const state = { form, box, key, address, place: `${address} ${box.dataset.owner}`, sequence: Number(form.elements.draft.value) || 0 };
  // As it was served: somebody may have typed before this module was there.
  state.saved = 'unsaved' in box.dataset ? null : texts(form, 'defaultValue');
  states.set(form, state);
  for (const name of ['choice', 'local']) part(state, name).hidden = true;
  say(state, '');
  offer(state);
  if (!same(read(form), state.saved)) state.timer = setTimeout(() => save(state), pause);
}

function look() {
  const boxes = [...document.querySelectorAll('form [data-draft]')];
  for (const state of [...states.values()]) {
    const isThere = boxes.includes(state.box) && state.box.dataset.draft === state.address && state.form.elements.key?.value === state.key;
    if (!isThere) {
      clearTimeout(state.timer);
      states.delete(state.form);
    } else if (state.stored) part(state, 'choice').hidden = false; // The page that was patched in knows nothing of an open question.
  }
  boxes.forEach(begin);
}

function typed(event) {
  const state = states.get(event.target.form);
  if (!state) return;
  clearTimeout(state.timer);
  // What is being composed is no text yet.
  if (!event.isComposing) state.timer = setTimeout(() => save(state), pause);
}

document.addEventListener('input', typed);
document.addEventListener('compositionend', typed);
document.addEventListener('visibilitychange', () => { if (document.hidden) saveAll(); });
addEventListener('pagehide', saveAll);
addEventListener('popstate', saveAll);
addEventListener('online', () => states.forEach(state => { if (state.failed) save(state); }));
document.addEventListener('submit', saveAll, true);

document.addEventListener('click', event => {
  if (event.target.closest?.('a[href]')) saveAll();
  const state = states.get(event.target.form);
  if (!state || event.target.type !== 'button') return;
  const { dataset } = event.target;
  if ('draftMine' in dataset || 'draftTheirs' in dataset) {
    const { text, sequence } = state.stored;
    state.stored = null;
    part(state, 'choice').hidden = true;
    state.sequence = sequence;
    if ('draftTheirs' in dataset) {
      settle(state, text, sequence);
      fill(state, text);
    } else save(state);
  } else if ('draftBring' in dataset) {
    fill(state, state.offered);
    keep(state.place, state.offered, state.key);
    part(state, 'local').hidden = true;
  } else if ('draftDrop' in dataset) {
    forget(state.place);
    part(state, 'local').hidden = true;
  }
}, true);

look();
window.Blazor?.addEventListener?.('enhancedload', look);
