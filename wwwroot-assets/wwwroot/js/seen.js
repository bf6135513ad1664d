// <i data-seen="/seen?discussion=…">: a visitor has this page before their eyes. Without a cookie, once per page view.
const place = document.querySelector('[data-seen]');

function tell() {
  if (document.hidden) return;
  document.removeEventListener('visibilitychange', tell);
  navigator.sendBeacon(place.dataset.seen);
}

document.addEventListener('visibilitychange', tell);
tell();
