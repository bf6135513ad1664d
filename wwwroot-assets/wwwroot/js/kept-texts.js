// Texts that the server did not take, by place and member. Where the browser keeps nothing there is nothing to bring back.

const prefix = 'draft ', longest = 30 * 24 * 3600 * 1000;

function storage() {
  try { return localStorage; } catch { return null; }
}

export function kept(place) {
  try { return JSON.parse(storage()?.getItem(prefix + place) ?? 'null'); } catch { return null; }
}

export function keep(place, text, key) {
  try { storage()?.setItem(prefix + place, JSON.stringify({ text, key, at: Date.now() })); } catch { /* full or forbidden */ }
}

export function forget(place) {
  storage()?.removeItem(prefix + place);
}

for (const name of Object.keys(storage() ?? {})) {
  if (name.startsWith(prefix) && !(Date.now() - kept(name.slice(prefix.length))?.at < longest)) forget(name.slice(prefix.length));
}
