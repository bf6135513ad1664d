// <p id="connection" data-say> says quietly that the page is not connected; a copy of <template id="unsent"> stands beside what was pressed and
// could not be sent. At window, before anything else hears of the press: nothing may look busy with what never left.

const grace = 8000;
let press = null, box = null, isTrying = false, isCut = false, timer = 0;

const place = pressed => pressed.closest('.acts, .actions, .notice, form') ?? pressed;

function forget() {
  box?.remove();
  box = null;
}

function tell({ what, from }) {
  forget();
  document.dispatchEvent(new Event('unsent'));
  // Enhanced navigation writes the address before it asks for the page.
  if (location.href !== from) history.replaceState(history.state, '', from);
  const template = document.getElementById('unsent');
  if (!template || !what.isConnected) return;
  box = template.content.firstElementChild.cloneNode(true);
  place(what).after(box);
  box.scrollIntoView({ block: 'nearest' });
}

// What is sent by itself, or stays on the page, is none of the reader's business.
function pressed(event, what) {
  press = null;
  if (!document.getElementById('unsent')) return;
  forget();
  press = { what, from: location.href };
  // The browser may be wrong: whoever tries again is let through.
  if (navigator.onLine || isTrying) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  tell(press);
}

function leads(link) {
  if (link.origin !== location.origin || link.target || link.hasAttribute('download')) return false;
  return !link.hash || link.pathname !== location.pathname || link.search !== location.search;
}

function again() {
  const { what } = press;
  forget();
  isTrying = true;
  what.focus({ preventScroll: true });
  if (what instanceof HTMLFormElement) what.requestSubmit();
  else what.click();
  isTrying = false;
}

addEventListener('click', event => {
  if (event.target.closest?.('[data-unsent-again]')) return again();
  const link = event.target.closest?.('a[href]');
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !leads(link)) return;
  pressed(event, link);
}, true);

addEventListener('submit', event => {
  if (event.target.method !== 'dialog') pressed(event, event.submitter ?? event.target);
}, true);

// Nobody catches what the framework, or a module, could not fetch.
addEventListener('unhandledrejection', event => {
  if (!(event.reason instanceof TypeError) || !/fetch|network|load/i.test(event.reason.message)) return;
  if (!press && navigator.onLine) return;
  event.preventDefault();
  if (press) tell(press);
});

function show() {
  const line = document.getElementById('connection');
  if (!line) return;
  const words = navigator.onLine && !isCut ? '' : line.dataset.say;
  if (line.textContent !== words) line.textContent = words;
}

// Streams end and begin anew; only what lasts is worth a word.
function heard(isHeard) {
  if (!isHeard && !isCut && !timer) timer = setTimeout(() => { isCut = true; show(); }, grace);
  if (!isHeard) return;
  clearTimeout(timer);
  timer = 0;
  isCut = false;
  show();
}

document.addEventListener('stream', event => heard(event.detail));
addEventListener('offline', show);
addEventListener('online', () => { forget(); show(); });
window.Blazor?.addEventListener?.('enhancedload', () => {
  press = null;
  forget();
  show();
});
show();
// It may have been lost before this was fetched.
if (document.querySelector('live-topic[data-lost]')) heard(false);
