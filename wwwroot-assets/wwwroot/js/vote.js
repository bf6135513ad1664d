// A vote in a list: the rows stay in their order until the list is opened anew, and the focus stays on its row.

async function send(button) {
  if (button.ariaDisabled === 'true') return;
  button.ariaDisabled = 'true';
  const card = button.closest('.idea-card');
  card.querySelector('.error')?.remove();
  try {
    const body = new URLSearchParams(new FormData(button.form));
    body.set(button.name, button.value);
    body.set('return', new URL(button.formAction).pathname);
    const answer = await fetch(button.formAction, { method: 'POST', body });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (!answer.ok) return refuse(card, page.querySelector('.oops .lead')?.textContent);
    const fresh = page.querySelector('.vote');
    if (!fresh) return location.reload();
    const hadFocus = document.activeElement === button;
    button.replaceWith(fresh);
    if (hadFocus) fresh.focus();
  } catch {
    button.form.requestSubmit(button);
  } finally {
    button.ariaDisabled = null;
  }
}

function refuse(card, why) {
  if (!why) return location.reload();
  const sentence = document.createElement('p');
  sentence.className = 'error';
  sentence.role = 'alert';
  sentence.textContent = why;
  card.lastElementChild.append(sentence);
}

export const begin = send;

document.addEventListener('click', event => {
  const button = event.target.closest?.('.idea-card button.vote');
  if (!button || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  event.stopPropagation();
  send(button);
}, true);
