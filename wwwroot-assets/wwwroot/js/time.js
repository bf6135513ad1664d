// <time datetime data-relative>: the server writes an absolute time in the community's zone, the reader gets their own zone and "3 minutes ago".

const minute = 60, hour = 60 * minute, day = 24 * hour;
const steps = [[minute, 1, 'second'], [hour, minute, 'minute'], [day, hour, 'hour'], [7 * day, day, 'day']];
const formats = new Map();

function formatsOf(language) {
  if (!formats.has(language)) {
    formats.set(language, {
      relative: new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'long' }),
      full: new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short' }),
      exact: new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }),
      thisYear: new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric' }),
      date: new Intl.DateTimeFormat(language, { dateStyle: 'medium' }),
    });
  }
  return formats.get(language);
}

function textFor(then, now, format, exactly) {
  if (exactly) return format.exact.format(then);
  const seconds = (then - now) / 1000, size = Math.abs(seconds);
  if (size < minute) return format.relative.format(0, 'second');
  for (const [limit, unit, name] of steps) {
    if (size < limit) return format.relative.format(Math.trunc(seconds / unit), name);
  }
  return (then.getFullYear() === now.getFullYear() ? format.thisYear : format.date).format(then);
}

// The relative text is nearly always shorter; keeping the width that the page was laid out with stops lines from rewrapping under the reader.
function reserveWidths(times) {
  const fresh = times.filter(time => !time.style.minWidth && time.offsetParent !== null);
  const widths = fresh.map(time => time.getBoundingClientRect().width);
  fresh.forEach((time, i) => { time.style.display = 'inline-block'; time.style.minWidth = `${Math.ceil(widths[i])}px`; });
}

export function refreshTimes() {
  const format = formatsOf(document.documentElement.lang || navigator.language), now = new Date();
  const stale = [];
  for (const time of document.querySelectorAll('time[data-relative]')) {
    const then = new Date(time.dateTime);
    if (Number.isNaN(then.getTime())) continue;
    const text = textFor(then, now, format, time.dataset.relative === 'exact');
    if (time.textContent !== text) stale.push([time, text, format.full.format(then)]);
  }
  reserveWidths(stale.map(([time]) => time));
  for (const [time, text, title] of stale) {
    // An island keeps hold of its text node: write into it instead of replacing it.
    if (time.firstChild?.nodeType === Node.TEXT_NODE && time.childNodes.length === 1) time.firstChild.data = text;
    else time.textContent = text;
    time.title = title;
  }
}

setInterval(() => { if (!document.hidden) refreshTimes(); }, minute * 1000);
document.addEventListener('visibilitychange', () => { if (!document.hidden) refreshTimes(); });
