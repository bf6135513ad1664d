// Brings what stands in a text field to the island that renders it, while the reader has it open. The field is the form's: when the
// server is gone, the text stays where it is and is shown again once there is one.
const pause = 300, longest = 200_000;

export function start(island, panel) {
  const box = panel?.closest('[data-composer]'), field = box?.querySelector('textarea');
  // The page was left meanwhile.
  if (!field) return { stop() {} };
  let timer = 0, busy = false, shown, isOpen = false;

  async function show() {
    const text = isOpen ? field.value : null;
    if (busy || text === shown) return;
    busy = true;
    try {
      await island.invokeMethodAsync('Show', text?.slice(0, longest) ?? null);
      shown = text;
    } catch { /* No server: the next key or the reader tries again. */ }
    busy = false;
    if (isOpen && field.value !== text && text !== null) later();
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(show, pause);
  }

  const typed = event => { if (isOpen && !event.isComposing) later(); };
  field.addEventListener('input', typed);
  field.addEventListener('compositionend', typed);
  const live = {
    toggle() {
      isOpen = !isOpen;
      box.querySelector('[data-act=preview]').ariaPressed = String(isOpen);
      show();
    },
    stop() {
      clearTimeout(timer);
      field.removeEventListener('input', typed);
      field.removeEventListener('compositionend', typed);
      if (box.livePreview === live) delete box.livePreview;
    },
  };
  box.livePreview = live;
  box.dataset.island = '';
  return live;
}
