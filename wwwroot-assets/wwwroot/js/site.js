// Everything here is a convenience: each page works without it. Modules that a page has no use for are not fetched,
// and what they do hangs on the document, so that enhanced navigation can patch the page without losing it. What every page
// of a member needs stands here, so that it is one request.

// <time datetime data-relative>: the server writes an absolute time in the community's zone, the reader gets their own zone and "3 minutes ago".

const minute = 60, hour = 60 * minute, day = 24 * hour;
const steps = [[minute, 1, 'second'], [hour, minute, 'minute'], [day, hour, 'hour'], [7 * day, day, 'day']];
const formats = new Map();

function formatsOf(language) {
  if (!formats.has(language)) {
    formats.set(language, {
      relative: new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'long' }),
      full: new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short' }),
      exact: new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }),
      thisYear: new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric' }),
      date: new Intl.DateTimeFormat(language, { dateStyle: 'medium' }),
    });
  }
  return formats.get(language);
}

function textFor(then, now, format, exactly) {
  if (exactly) return format.exact.format(then);
  const seconds = (then - now) / 1000, size = Math.abs(seconds);
  if (size < minute) return document.body.dataset.justNow ?? format.relative.format(0, 'second');
  for (const [limit, unit, name] of steps) {
    if (size < limit) return format.relative.format(Math.trunc(seconds / unit), name);
  }
  return (then.getFullYear() === now.getFullYear() ? format.thisYear : format.date).format(then);
}

// The relative text is nearly always shorter; keeping the width that the page was laid out with stops lines from rewrapping under the reader.
function reserveWidths(times) {
  const fresh = times.filter(time => !time.style.minWidth && time.offsetParent !== null);
  const widths = fresh.map(time => time.getBoundingClientRect().width);
  fresh.forEach((time, i) => { time.style.display = 'inline-block'; time.style.minWidth = `${widths[i]}px`; });
}

function refreshTimes() {
  const format = formatsOf(document.documentElement.lang || navigator.language), now = new Date();
  const stale = [];
  for (const time of document.querySelectorAll('time[data-relative]')) {
    const then = new Date(time.dateTime);
    if (Number.isNaN(then.getTime())) continue;
    const text = textFor(then, now, format, time.dataset.relative === 'exact');
    if (time.textContent !== text) stale.push([time, text, format.full.format(then)]);
  }
  reserveWidths(stale.map(([time]) => time));
  for (const [time, text, title] of stale) {
    // An island keeps hold of its text node: write into it instead of replacing it.
    if (time.firstChild?.nodeType === Node.TEXT_NODE && time.childNodes.length === 1) time.firstChild.data = text;
    else time.textContent = text;
    time.title = title;
  }
}

setInterval(() => { if (!document.hidden) refreshTimes(); }, minute * 1000);
document.addEventListener('visibilitychange', () => { if (!document.hidden) refreshTimes(); });

// The same button is not sent twice. aria-disabled instead of disabled: the button keeps its focus, and its name and value still reach the server.

const patience = 10_000;
const busy = new Map();

function free(sender) {
  clearTimeout(busy.get(sender));
  busy.delete(sender);
  sender.removeAttribute('aria-disabled');
  delete sender.dataset.busy;
}

const freeAll = () => [...busy.keys()].forEach(free);

document.addEventListener('submit', event => {
  const form = event.target, sender = event.submitter ?? form;
  if (form.method !== 'post' || 'again' in form.dataset) return;
  if (busy.has(sender)) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  busy.set(sender, setTimeout(() => free(sender), patience));
  setTimeout(() => {
    if (!busy.has(sender)) return;
    sender.setAttribute('aria-disabled', 'true');
    sender.dataset.busy = '';
  });
}, true);

addEventListener('pageshow', freeAll);
document.addEventListener('unsent', freeAll);
window.Blazor?.addEventListener?.('enhancedload', freeAll);

// Modules, by what a page must hold for them to be fetched.
const wanted = [
  ['#connection', () => import('./connection.js')],
  ['details[data-menu]', () => import('./menus.js')],
  ['[data-counter]', () => import('./counter.js')],
  ['[data-draft]', () => import('./drafts.js')],
  ['[data-composer]', () => import('./composer.js')],
  ['[data-similar]', () => import('./similar.js')],
  ['[data-preview]', () => import('./preview.js')],
  ['[data-copy]', () => import('./copy.js')],
  ['[data-passing]', () => import('./passing.js')],
  ['[data-seen]', () => import('./seen.js')],
  ['[data-reading]', () => import('./read-time.js')],
  ['live-topic', () => import('./live-topic.js')],
  ['slow-mode', () => import('./slow-mode.js')],
  ['api-try', () => import('./api-try.js')],
];

// What waits for somebody to do something is fetched when they do it, and told what it missed.
const atFirst = [
  ['click', 'a[data-palette]', () => import('./palette.js')],
  ['click', '.idea-card button.vote', () => import('./vote.js')],
  ['input', 'input[data-suggest]', () => import('./find.js')],
  ['selectionchange', '.acts a[href*="quote="]', () => import('./quote.js')],
];

const isPlain = click => click.button === 0 && !click.ctrlKey && !click.metaKey && !click.shiftKey;
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

for (const [kind, selector, load] of atFirst) {
  document.addEventListener(kind, async function begin(event) {
    const found = event.target === document ? document.querySelector(selector) : event.target.closest?.(selector);
    if (!found || (kind === 'click' && !isPlain(event))) return;
    // Before enhanced navigation sees the click.
    if (kind === 'click') { event.preventDefault(); event.stopPropagation(); }
    const module = await load().catch(() => null);
    if (!module) return kind === 'click' && (found.form ? found.form.requestSubmit(found) : location.assign(found.href));
    document.removeEventListener(kind, begin, true);
    module.begin(found);
  }, true);
}

document.addEventListener('keydown', async pressed => {
  if (pressed.defaultPrevented || pressed.ctrlKey || pressed.metaKey || pressed.altKey || pressed.isComposing) return;
  if (pressed.key.length !== 1 || isTyping(pressed.target) || document.body.dataset.shortcuts === 'off') return;
  // Now, not after the import: the search field would receive the stroke that focused it.
  if (pressed.key === '/') pressed.preventDefault();
  const { press } = await import('./shortcuts.js');
  press(pressed.key);
});

// Enhanced navigation loses the place that a redirect names: whoever has posted a reply is brought to it here.

let hasReplied = false;

document.addEventListener('submit', event => { hasReplied = event.submitter?.value === 'post' && event.target.closest('#reply') !== null; });
window.Blazor?.addEventListener?.('enhancedload', () => {
  if (hasReplied && !document.querySelector('#reply form')) {
    const me = document.querySelector('live-topic')?.getAttribute('me');
    const own = [...document.querySelectorAll('article.post')].findLast(post => post.querySelector('.who .name')?.getAttribute('href') === me);
    own?.scrollIntoView({ behavior: 'instant' });
    own?.focus({ preventScroll: true });
  }
  hasReplied = false;
});
