// <live-topic stream changes change frame last end jump me say-one say-many say-gone>: keeps an open page of a topic as it is by now.
// It hears numbers only, fetches what changed since its own as markup, and never moves what is being read.

const asleep = 20_000, again = 5_000, quiet = 10_000, slack = 40;

class LiveTopic extends HTMLElement {
  static observedAttributes = ['stream', 'changes', 'change', 'frame', 'last', 'end'];

  connectedCallback() {
    this.start();
    this.onVisible = () => (document.hidden ? this.sleep() : this.wake());
    this.onToggle = event => { if (!event.target.open && this.late) this.fetch(); };
    document.addEventListener('visibilitychange', this.onVisible);
    document.addEventListener('toggle', this.onToggle, true);
    this.seen = new IntersectionObserver(entries => { if (entries.some(entry => entry.isIntersecting)) this.told(); });
  }

  disconnectedCallback() {
    this.stop();
    this.hears(true);
    this.seen.disconnect();
    clearTimeout(this.nap);
    document.removeEventListener('visibilitychange', this.onVisible);
    document.removeEventListener('toggle', this.onToggle, true);
  }

  // Enhanced navigation keeps the element and changes what it says, one attribute after another: read when all are said.
  attributeChangedCallback(name, before) {
    if (before === null || this.isRenewed) return;
    this.isRenewed = true;
    queueMicrotask(() => {
      this.isRenewed = false;
      if (!this.isConnected) return;
      this.stop();
      this.start();
    });
  }

  start() {
    this.changed = Number(this.getAttribute('change'));
    this.frame = this.getAttribute('frame');
    this.heard = 0;
    this.last = Number(this.getAttribute('last'));
    this.end = Number(this.getAttribute('end'));
    this.fresh = [];
    this.elsewhere = 0;
    this.late = false;
    this.over = false;
    this.show();
    if (!document.hidden) this.open();
  }

  open() {
    if (this.source || this.over) return;
    this.source = new EventSource(`${this.getAttribute('stream')}&after=${this.changed}`);
    this.source.addEventListener('changed', event => {
      this.heard = Number(event.lastEventId);
      if (this.heard > this.changed) this.soon(Number(event.data));
    });
    this.source.addEventListener('people', showPeople);
    this.source.addEventListener('gone', () => this.leave());
    this.source.onopen = () => this.hears(true);
    this.source.onerror = () => {
      this.hears(false);
      // It tries again by itself, but not after an answer that is no stream.
      if (this.source?.readyState !== EventSource.CLOSED) return;
      this.stop();
      this.later(() => this.open());
    };
  }

  // For whoever shows that the page is cut off: now, or once they are there.
  hears(isHeard) {
    this.toggleAttribute('data-lost', !isHeard);
    document.dispatchEvent(new CustomEvent('stream', { detail: isHeard }));
  }

  stop() {
    clearTimeout(this.retry);
    clearTimeout(this.due);
    this.source?.close();
    [this.due, this.source] = [];
  }

  later(act) {
    clearTimeout(this.retry);
    this.retry = setTimeout(() => { if (!document.hidden) act(); }, again);
  }

  // A thousand pages that were told at once do not ask at once, nor while others are still being told.
  soon(spread) {
    this.due ??= setTimeout(() => {
      this.due = undefined;
      if (this.isConnected && this.heard > this.changed) this.fetch();
    }, spread * (.2 + .8 * Math.random()));
  }

  sleep() {
    this.nap = setTimeout(() => {
      this.stop();
      this.hears(true);
    }, asleep);
  }

  wake() {
    clearTimeout(this.nap);
    this.open();
  }

  // The topic is not this reader's any more: what stands here stays, and a way out is shown.
  leave() {
    this.over = true;
    this.stop();
    this.hears(true);
    this.point(this.getAttribute('say-gone'), location.pathname);
    this.say(this.getAttribute('say-gone'));
  }

  async fetch() {
    if (this.fetching) { this.twice = true; return; }
    this.fetching = true;
    const from = this.getAttribute('changes'), changed = this.changed;
    try {
      const answer = await fetch(`${from}&after=${changed}`), text = answer.ok ? await answer.text() : '';
      // The page may be another by now, or the same one as it is drawn anew.
      if (!this.isConnected || from !== this.getAttribute('changes')) return;
      if (answer.status === 404) this.leave();
      else if (answer.ok) this.take(new DOMParser().parseFromString(text, 'text/html').body);
      else this.later(() => this.fetch());
    } catch {
      if (this.isConnected) this.later(() => this.fetch());
    } finally {
      this.fetching = false;
      if (this.twice) { this.twice = false; if (this.isConnected) this.fetch(); }
    }
  }

  take(news) {
    const now = news.querySelector('[data-change]')?.dataset;
    if (!now || Number(now.change) < this.changed) return;
    const anchor = this.anchor(), top = anchor?.getBoundingClientRect().top, end = this.bottom(), last = this.previousElementSibling?.id;
    const sticky = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    // Whoever is at the end of a live thread stays there, and what they have read goes up.
    const follows = this.hasAttribute('live') && end > sticky && end <= innerHeight + slack;
    this.late = false;
    // Where the posts have gone by, the pill hangs from the top of the window.
    this.toggleAttribute('data-passed', end <= sticky);
    for (const part of news.querySelectorAll('[data-part]')) this.renew(part);
    for (const post of news.querySelectorAll('article.post, [id^=post-]:not(article *)')) this.put(post);
    this.clear(new Set(now.numbers.split(' ')), Number(now.end));
    // What could not be changed yet, because somebody is at it, is asked for again.
    if (!this.late) this.changed = Number(now.change);
    // Older than what was told of: there is more to come.
    if (Number(now.change) < this.heard) this.later(() => this.fetch());
    // What stands in every post is another by now, such as whether it can be answered: all are asked for once.
    if (now.frame !== this.frame) {
      this.frame = now.frame;
      this.changed = 0;
      this.twice = true;
    }
    this.count(Number(now.last));
    if (follows) {
      const way = this.bottom() - end, newest = this.previousElementSibling;
      // Who writes what has just come stays in sight, however little room there is.
      scrollBy({ top: newest.id === last ? way : Math.min(way, newest.getBoundingClientRect().top - sticky), behavior: 'instant' });
      this.told();
    } else if (anchor?.isConnected) scrollBy({ top: anchor.getBoundingClientRect().top - top, behavior: 'instant' });
  }

  renew(part) {
    const old = document.querySelector(`[data-part=${part.dataset.part}]`);
    if (!old || old.contains(document.activeElement) || old.querySelector('form, textarea') || old.innerHTML === part.innerHTML) return;
    old.replaceWith(document.adoptNode(part));
  }

  put(post) {
    const old = document.getElementById(post.id);
    document.adoptNode(post);
    if (!old && Number(post.id.slice(5)) > this.end) return;
    if (!old) {
      this.before(post);
      if (post.querySelector('.who .name')?.getAttribute('href') !== this.getAttribute('me')) this.fresh.push(post);
    } else if (old.querySelector('details[open], form, .notice') || (old.contains(document.activeElement) && old !== document.activeElement)) {
      this.late = true;
    } else {
      const isFocused = old === document.activeElement;
      old.replaceWith(post);
      this.fresh = this.fresh.map(one => (one === old ? post : one));
      if (isFocused) post.focus({ preventScroll: true });
    }
  }

  // What stands past the end of the news, because the topic was a live thread before, they say nothing about.
  clear(numbers, end) {
    for (const post of this.parentElement.querySelectorAll(':scope > [id^=post-]')) {
      const number = post.id.slice(5);
      if (!numbers.has(number) && Number(number) <= end) post.remove();
    }
    this.fresh = this.fresh.filter(post => post.isConnected);
  }

  // Where the last post ends; this element itself sticks to the edge of the window.
  bottom() { return this.previousElementSibling?.getBoundingClientRect().bottom ?? 0; }

  // The first post that is in sight: it stays where it is.
  anchor() {
    if (this.contains(document.activeElement)) return null;
    return [...this.parentElement.children].find(child => child !== this && child.getBoundingClientRect().bottom > 0) ?? this.parentElement.nextElementSibling;
  }

  // Numbers past the end of this page stand on later ones.
  count(last) {
    this.elsewhere = Math.max(0, last - Math.max(this.last, this.end));
    this.show();
    if (this.fresh.length + this.elsewhere > 0) this.announce();
  }

  show() {
    this.seen?.disconnect();
    const [first] = this.fresh;
    if (first) this.seen?.observe(first);
    if (first) this.point(this.words(), `${location.pathname}${location.search}#${first.id}`);
    else if (this.elsewhere) this.point(this.words(), this.getAttribute('jump') + (Math.max(this.last, this.end) + 1));
    else this.point('', '');
  }

  point(words, href) {
    const pill = this.querySelector('a');
    pill.hidden = !words;
    pill.textContent = words;
    pill.setAttribute('href', href);
    if (!words) this.say('');
  }

  // The first of what is new came into sight.
  told() {
    this.fresh = [];
    this.show();
  }

  words() {
    const count = this.fresh.length + this.elsewhere;
    return count === 1 ? this.getAttribute('say-one') : this.getAttribute('say-many').replace('{0}', count.toLocaleString(document.documentElement.lang));
  }

  announce() {
    if (this.speaking) return;
    // What came meanwhile is said then.
    this.speaking = setTimeout(() => {
      this.speaking = undefined;
      if (this.said && this.said !== this.words()) this.announce();
    }, quiet);
    this.say(this.words());
  }

  say(words) {
    this.said = words;
    this.querySelector('[role=status]').textContent = words;
  }
}

// <div data-people data-writing>: who else has the topic open and who writes there. It hears that this has changed and fetches the words
// for it; and where the reader agreed to be shown, it says that they write, at most every three seconds.

const pause = 3000;
let saidAt = -pause, isFetching = false, isStale = false;

async function showPeople() {
  const box = document.querySelector('[data-people]');
  if (!box) return;
  if (isFetching) { isStale = true; return; }
  isFetching = true;
  const from = box.dataset.people;
  try {
    const answer = await fetch(from), text = answer.ok ? await answer.text() : '';
    if (box.isConnected && box.dataset.people === from) box.innerHTML = text;
  } catch { /* The next sign will tell. */ } finally {
    isFetching = false;
    if (isStale) { isStale = false; showPeople(); }
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

document.addEventListener('input', typed);

customElements.define('live-topic', LiveTopic);
