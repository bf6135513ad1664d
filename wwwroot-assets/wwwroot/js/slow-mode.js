// <slow-mode left data-say>: so many seconds until the reader may post again. The button of the reply form counts them down, or where there is
// none the line itself; without script the line says how long it was when the page was drawn.

const text = left => `${Math.floor(left / 60)}:${`${left % 60}`.padStart(2, '0')}`;

class SlowMode extends HTMLElement {
  static observedAttributes = ['left'];

  connectedCallback() { this.begin(); }

  disconnectedCallback() { this.free(); }

  attributeChangedCallback(name, before) { if (before !== null && this.isConnected) this.begin(); }

  begin() {
    clearInterval(this.timer);
    this.ends = performance.now() + Number(this.getAttribute('left')) * 1000;
    this.timer = setInterval(() => this.tick(), 1000);
    this.tick();
  }

  tick() {
    const left = Math.ceil((this.ends - performance.now()) / 1000), button = document.querySelector('#reply button[value=post]');
    this.hidden = left <= 0;
    if (left <= 0) return this.free();
    const line = button ? this.dataset.say : `${this.dataset.say} (${text(left)})`, words = this.querySelector('span');
    if (words.textContent !== line) words.textContent = line;
    if (!button) return;
    if (this.button !== button) [this.button, this.words] = [button, button.textContent];
    button.disabled = true;
    button.textContent = `${this.words} (${text(left)})`;
  }

  free() {
    clearInterval(this.timer);
    if (this.button) [this.button.disabled, this.button.textContent] = [false, this.words];
    this.button = undefined;
  }
}

customElements.define('slow-mode', SlowMode);
