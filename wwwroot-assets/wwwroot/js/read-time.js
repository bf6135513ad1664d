// <i data-reading="/read" data-discussion data-upto data-every data-idle>: tells how long somebody read here and how far they came.
// Time counts while the page is visible and focused and its reader has moved something lately. Told at most once in data-every
// seconds, and when the page is left, hidden or becomes another one.

const step = 1000, sleptLongerThan = 2000;
let place, discussion, seconds = 0, high = 0, told = 0, toldAt = 0, begunAt = 0, before = performance.now(), movedAt = before;

const now = () => performance.now();
const every = () => Number(place.dataset.every) * 1000;
const isReading = () => !document.hidden && document.hasFocus() && now() - movedAt < Number(place.dataset.idle) * 1000;

// The highest post that is in sight, live ones included.
function inSight() {
  const posts = place.parentElement.querySelectorAll(':scope > [id^=post-]');
  for (let i = posts.length - 1; i >= 0; i--) {
    const box = posts[i].getBoundingClientRect();
    if (box.top < innerHeight && box.bottom > 0) return Number(posts[i].id.slice(5));
  }
  return 0;
}

function send() {
  const whole = Math.floor(seconds), token = document.querySelector('form [name=__RequestVerificationToken]')?.value;
  if (!discussion || !token || (whole === 0 && high <= told)) return;
  const body = new URLSearchParams({ discussion, upto: Math.max(high, 1), seconds: whole, __RequestVerificationToken: token });
  const was = told, where = discussion;
  [seconds, told, toldAt] = [seconds - whole, high, now()];
  // What did not arrive is told with the next report, unless the page is another one by then.
  fetch(address, { method: 'POST', body, keepalive: true, redirect: 'manual' }).then(answer => { if (answer.status >= 500) throw answer; }).catch(() => {
    if (where === discussion) [seconds, told] = [seconds + whole, Math.min(told, was)];
  });
}

let address;

function look() {
  const found = document.querySelector('[data-reading]');
  if (found === place && found?.dataset.discussion === discussion) return;
  if (found?.dataset.discussion !== discussion) {
    send();
    [seconds, high, told, toldAt, begunAt] = [0, 0, 0, -Infinity, now()];
  }
  place = found;
  discussion = found?.dataset.discussion;
  address = found?.dataset.reading;
  // The server has noted what it served.
  if (found) told = high = Math.max(high, Number(found.dataset.upto));
}

function tick() {
  const passed = now() - before;
  before = now();
  look();
  if (!place) return;
  if (!document.hidden) high = Math.max(high, inSight());
  if (isReading() && passed < sleptLongerThan) seconds += passed / 1000;
  if (now() - toldAt < every()) return;
  if (high > told || now() - begunAt >= every()) send();
}

const move = () => { movedAt = now(); };
for (const kind of ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchmove', 'scroll']) addEventListener(kind, move, { passive: true, capture: true });
addEventListener('pagehide', send);
document.addEventListener('visibilitychange', () => { if (document.hidden) send(); });
// The list that a link leads to is asked for at once, and must know what was read here.
document.addEventListener('click', event => { if (place && high > told && event.target.closest?.('a[href]')) send(); }, true);
setInterval(tick, step);
look();
