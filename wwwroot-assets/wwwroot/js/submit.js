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
window.Blazor?.addEventListener?.('enhancedload', freeAll);
