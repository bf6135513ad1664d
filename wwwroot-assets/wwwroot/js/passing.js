// <div data-passing="ms">: what can be done for so long only, and goes when that is over, whoever looks at it. Without script it stays, and the
// server says that it is too late. Focus that stood in it goes to what it belongs to, instead of to nowhere.

const timers = new WeakMap();

function pass(box) {
  const before = box.previousElementSibling?.querySelector('button, a[href]'), hadFocus = box.contains(document.activeElement);
  box.remove();
  if (hadFocus) before?.focus({ preventScroll: true });
}

// Each answer of the server says how long there is from then on.
function watch() {
  for (const box of document.querySelectorAll('[data-passing]')) {
    clearTimeout(timers.get(box));
    timers.set(box, setTimeout(pass, Number(box.dataset.passing), box));
  }
}

watch();
window.Blazor?.addEventListener?.('enhancedload', watch);
// Timers of a page that comes back out of the browser's memory have stood still.
addEventListener('pageshow', event => { if (event.persisted) document.querySelectorAll('[data-passing]').forEach(pass); });
