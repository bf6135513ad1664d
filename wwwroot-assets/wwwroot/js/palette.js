// <a data-palette>: the reactions open beside the post, from the page's one template, instead of on a page of their own.

export function begin(link) {
  if (!link.isConnected) return;
  const template = document.getElementById('palette');
  if (!template) return location.assign(link.href);
  const bar = link.parentElement, action = bar.querySelector('button').getAttribute('formaction');
  const menu = template.content.firstElementChild.cloneNode(true), summary = menu.querySelector('summary');
  summary.setAttribute('aria-label', link.getAttribute('aria-label'));
  for (const button of menu.querySelectorAll('button')) {
    button.setAttribute('formaction', action);
    if (button.value !== bar.dataset.mine) continue;
    button.value = 'none';
    button.setAttribute('aria-pressed', 'true');
  }
  link.replaceWith(menu);
  menu.open = true;
  summary.focus();
}

// Before enhanced navigation sees the click.
document.addEventListener('click', event => {
  const link = event.target.closest?.('a[data-palette]');
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  event.stopPropagation();
  begin(link);
}, true);
