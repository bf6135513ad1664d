// <div data-people data-writing>: who else has the topic open and who writes there. It hears that this has changed and fetches the words
// for it; and where the reader agreed to be shown, it says that they write, at most every three seconds.

const pause = 3000;
let saidAt = -pause, isFetching = false, again = false;

async function show() {
  const box = document.querySelector('[data-people]');
  if (!box) return;
  if (isFetching) { again = true; return; }
  isFetching = true;
  const from = box.dataset.people;
  try {
    const answer = await fetch(from), text = answer.ok ? await answer.text() : '';
    if (box.isConnected && box.dataset.people === from) box.innerHTML = text;
  } catch { /* The next sign will tell. */ } finally {
    isFetching = false;
    if (again) { again = false; show(); }
  }
}

function typed(event) {
  const discussion = document.querySelector('[data-people]')?.dataset.writing, form = event.target.form;
  if (!discussion || event.target.name !== 'body' || !form?.closest('#reply') || !event.target.value.trim()) return;
  if (performance.now() - saidAt < pause) return;
  saidAt = performance.now();
  const body = new URLSearchParams({ discussion, __RequestVerificationToken: form.elements.__RequestVerificationToken.value });
  fetch('/live/writing', { method: 'POST', body }).catch(() => {});
}

document.addEventListener('live-people', show);
document.addEventListener('input', typed);
