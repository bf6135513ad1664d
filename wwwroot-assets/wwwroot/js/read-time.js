// <i data-reading="/read" data-discussion data-upto data-every data-soon data-idle>: tells how long somebody read here and how far they came.
// A post is read once a line of it has come into view, in however short a look. Time counts while the page is visible and focused and its
// reader has moved something lately. Told at most once in data-every seconds, in data-soon where the end has been reached, so that the list
// a reader goes on to knows of it, and when the page is left, hidden or becomes another one.

const step = 1000, sleptLongerThan = 2000, line = 20;
let place, discussion, address, seconds = 0, high = 0, told = 0, last = 0, toldAt = 0, begunAt = 0, before = performance.now(), movedAt = before;

const now = () => performance.now();
const every = () => Number(place.dataset.every) * 1000;
const isReading = () => !document.hidden && document.hasFocus() && now() - movedAt < Number(place.dataset.idle) * 1000;

const sight = new IntersectionObserver(entries => {
  for (const { isIntersecting, target } of entries) {
    const post = isIntersecting && target.closest('[id^=post-]');
    if (post) high = Math.max(high, Number(post.id.slice(5)));
  }
}, { rootMargin: `0px 0px -${line}px` });

// Once more for those that are watched changes nothing: what came live, or was drawn anew, is found like this.
function watch() {
  for (const post of place?.parentElement.querySelectorAll(':scope > [id^=post-]') ?? []) {
    sight.observe(post.querySelector('.body') ?? post);
    last = Number(post.id.slice(5));
  }
}

function send() {
  const whole = Math.floor(seconds), token = document.querySelector('form [name=__RequestVerificationToken]')?.value;
  if (!discussion || !token || !high || (whole === 0 && high <= told)) return;
  const body = new URLSearchParams({ discussion, upto: high, seconds: whole, __RequestVerificationToken: token });
  const was = told, where = discussion;
  [seconds, told, toldAt] = [seconds - whole, high, now()];
  // What did not arrive is told with the next report, unless the page is another one by then.
  fetch(address, { method: 'POST', body, keepalive: true, redirect: 'manual' }).then(answer => { if (answer.status >= 500) throw answer; }).catch(() => {
    if (where === discussion) [seconds, told] = [seconds + whole, Math.min(told, was)];
  });
}

function look() {
  const found = document.querySelector('[data-reading]');
  if (found?.dataset.discussion !== discussion) {
    send();
    sight.disconnect();
    // What the server knows already.
    high = told = Number(found?.dataset.upto ?? 0);
    [seconds, toldAt, begunAt] = [0, -Infinity, now()];
  }
  place = found;
  discussion = found?.dataset.discussion;
  address = found?.dataset.reading;
  watch();
}

function tick() {
  const passed = now() - before;
  before = now();
  look();
  if (!place) return;
  if (isReading() && passed < sleptLongerThan) seconds += passed / 1000;
  if (now() - toldAt < (high > told && high >= last ? Number(place.dataset.soon) * 1000 : every())) return;
  if (high > told || now() - begunAt >= every()) send();
}

const move = () => { movedAt = now(); };
for (const kind of ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchmove', 'scroll']) addEventListener(kind, move, { passive: true, capture: true });
addEventListener('pagehide', send);
document.addEventListener('visibilitychange', () => { if (document.hidden) send(); });
// The list that a link leads to is asked for at once, and must know what was read here.
document.addEventListener('click', event => { if (place && high > told && event.target.closest?.('a[href]')) send(); }, true);
setInterval(tick, step);
// The elements of one page become those of the next, and stay in view meanwhile.
window.Blazor?.addEventListener?.('enhancedload', () => {
  sight.disconnect();
  look();
});
look();
