// <details data-menu>: native without script; with it, a menu closes when the reader is done with it and stays inside the window.

const edge = 12;

const openMenus = () => [...document.querySelectorAll('details[data-menu][open]')];

function close(menu, returnFocus) {
  menu.open = false;
  if (returnFocus) menu.querySelector('summary')?.focus();
}

function keepInside(menu) {
  const panel = menu.querySelector('.menu-panel');
  if (!panel) return;
  [panel.style.left, panel.style.right] = ['', ''];
  const box = panel.getBoundingClientRect(), room = document.documentElement.clientWidth - edge;
  const left = Math.max(edge, Math.min(box.left, room - box.width));
  if (left !== box.left) [panel.style.left, panel.style.right] = [`${left - menu.getBoundingClientRect().left}px`, 'auto'];
  if (box.bottom > innerHeight && box.height < menu.getBoundingClientRect().top - 60) menu.dataset.up = '';
}

document.addEventListener('toggle', event => {
  const menu = event.target;
  if (!(menu instanceof HTMLDetailsElement) || !('menu' in menu.dataset)) return;
  if (!menu.open) { delete menu.dataset.up; return; }
  for (const other of openMenus()) if (other !== menu && !other.contains(menu)) close(other, false);
  keepInside(menu);
}, true);

document.addEventListener('click', event => {
  for (const menu of openMenus()) {
    const followed = event.target.closest?.('.menu-panel a, .menu-panel button');
    if (!menu.contains(event.target) || followed) close(menu, false);
  }
});

document.addEventListener('focusout', event => {
  const menu = event.target.closest?.('details[data-menu][open]');
  if (menu && event.relatedTarget && !menu.contains(event.relatedTarget)) close(menu, false);
});

document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  const menu = openMenus().at(-1);
  if (!menu) return;
  close(menu, menu.contains(document.activeElement));
  event.preventDefault();
});

// Those that were opened before this was there.
openMenus().forEach(keepInside);
