// <button data-copy="id of a field" data-copied="words" hidden>: shown where something can be copied for the reader.

const shown = () => document.querySelectorAll('[data-copy][hidden]').forEach(button => { button.hidden = !navigator.clipboard; });

document.addEventListener('click', async event => {
  const button = event.target.closest?.('[data-copy]');
  const field = button && document.getElementById(button.dataset.copy);
  if (!field) return;
  field.select();
  await navigator.clipboard.writeText(field.value);
  button.textContent = button.dataset.copied;
});

shown();
window.Blazor?.addEventListener?.('enhancedload', shown);
