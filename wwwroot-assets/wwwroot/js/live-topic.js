// <live-topic stream changes change last end next me say-one say-many say-gone>: keeps an open page of a topic as it is by now.
// It hears numbers only, fetches what changed since its own as markup, and never moves what is being read.

const asleep = 20_000, again = 5_000, quiet = 10_000;
const idOf = number => `post-${number}`;

class LiveTopic extends HTMLElement {
  static observedAttributes = ['stream', 'change'];

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
    this.seen.disconnect();
    clearTimeout(this.nap);
    document.removeEventListener('visibilitychange', this.onVisible);
    document.removeEventListener('toggle', this.onToggle, true);
  }

  // Enhanced navigation keeps the element and changes what it says.
  attributeChangedCallback(name, before, now) {
    if (before === null || !this.isConnected) return;
    if (name === 'stream') { this.stop(); this.start(); }
    else if (!this.isOwn) this.changed = Math.max(this.changed, Number(now));
  }

  start() {
    this.changed = Number(this.getAttribute('change'));
    this.last = Number(this.getAttribute('last'));
    this.fresh = [];
    this.late = false;
    this.over = false;
    this.show();
    if (!document.hidden) this.open();
  }

  open() {
    if (this.source || this.over) return;
    this.source = new EventSource(`${this.getAttribute('stream')}&after=${this.changed}`);
    this.source.addEventListener('changed', event => { if (Number(event.lastEventId) > this.changed) this.fetch(); });
    this.source.addEventListener('gone', () => this.end());
    this.source.onerror = () => {
      // It tries again by itself, but not after an answer that is no stream.
      if (this.source?.readyState !== EventSource.CLOSED) return;
      this.stop();
      this.retry = setTimeout(() => { if (!document.hidden) this.open(); }, again);
    };
  }

  stop() {
    clearTimeout(this.retry);
    this.source?.close();
    this.source = undefined;
  }

  sleep() { this.nap = setTimeout(() => this.stop(), asleep); }

  wake() {
    clearTimeout(this.nap);
    this.open();
  }

  end() {
    this.over = true;
    this.stop();
    this.say(this.getAttribute('say-gone'));
  }

  async fetch() {
    if (this.fetching) { this.twice = true; return; }
    this.fetching = true;
    const stream = this.getAttribute('stream');
    try {
      const answer = await fetch(`${this.getAttribute('changes')}&after=${this.changed}`);
      if (stream !== this.getAttribute('stream') || !this.isConnected) return;
      if (answer.status === 404) this.end();
      else if (answer.ok) this.take(new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-change]'));
      else setTimeout(() => this.fetch(), again);
    } catch {
      setTimeout(() => { if (this.isConnected) this.fetch(); }, again);
    } finally {
      this.fetching = false;
      if (this.twice) { this.twice = false; this.fetch(); }
    }
  }

  take(news) {
    if (!news) return;
    const anchor = this.anchor(), top = anchor?.getBoundingClientRect().top;
    this.late = false;
    for (const part of news.querySelectorAll('[data-part]')) this.renew(part);
    for (const post of news.querySelectorAll('article.post, [id^=post-]:not(article *)')) this.put(post);
    this.clear(new Set(news.dataset.numbers.split(' ')));
    // What could not be changed yet, because somebody is at it, is asked for again.
    if (!this.late) this.changed = Math.max(this.changed, Number(news.dataset.change));
    this.count(Number(news.dataset.last));
    if (anchor?.isConnected) scrollBy({ top: anchor.getBoundingClientRect().top - top, behavior: 'instant' });
  }

  renew(part) {
    const old = document.querySelector(`[data-part=${part.dataset.part}]`);
    if (!old || old.contains(document.activeElement) || old.querySelector('form, textarea') || old.innerHTML === part.innerHTML) return;
    old.replaceWith(document.adoptNode(part));
  }

  put(post) {
    const old = document.getElementById(post.id);
    document.adoptNode(post);
    if (!old) {
      this.before(post);
      if (post.querySelector('.who .name')?.getAttribute('href') !== `/members/${this.getAttribute('me')}`) this.fresh.push(post);
    } else if (old.querySelector('details[open], form, .notice') || (old.contains(document.activeElement) && old !== document.activeElement)) {
      this.late = true;
    } else {
      const isFocused = old === document.activeElement;
      old.replaceWith(post);
      if (isFocused) post.focus({ preventScroll: true });
    }
  }

  clear(numbers) {
    for (const post of this.parentElement.querySelectorAll(':scope > [id^=post-]')) {
      if (!numbers.has(post.id.slice(5))) post.remove();
    }
  }

  // The first post that is in sight: it stays where it is.
  anchor() {
    if (this.contains(document.activeElement)) return null;
    return [...this.parentElement.children].find(child => child !== this && child.getBoundingClientRect().bottom > 0);
  }

  count(last) {
    this.elsewhere = Math.max(0, last - Math.max(this.last, Number(this.getAttribute('end'))));
    this.show();
    const count = this.fresh.length + this.elsewhere;
    if (count > 0) this.announce();
  }

  show() {
    const pill = this.querySelector('a'), count = this.fresh.length + (this.elsewhere ?? 0);
    if (!pill) return;
    this.seen?.disconnect();
    pill.hidden = count === 0;
    if (count === 0) return;
    pill.textContent = this.words(count);
    pill.setAttribute('href', this.fresh.length > 0 ? `${location.pathname}${location.search}#${this.fresh[0].id}` : `${this.getAttribute('next')}`);
    if (this.fresh.length > 0) this.seen?.observe(this.fresh[0]);
  }

  // The first of what is new came into sight.
  told() {
    this.fresh = [];
    this.show();
  }

  words(count) { return count === 1 ? this.getAttribute('say-one') : this.getAttribute('say-many').replace('{0}', count.toLocaleString(document.documentElement.lang)); }

  announce() {
    if (this.speaking) return;
    this.speaking = setTimeout(() => { this.speaking = undefined; }, quiet);
    this.say(this.words(this.fresh.length + this.elsewhere));
  }

  say(words) { this.querySelector('[role=status]').textContent = words; }
}

customElements.define('live-topic', LiveTopic);
