// Calls of the API, tried on the page that describes them. The token is read from its field when a call is sent: it goes
// into that call's header, and nothing keeps it. Cookies stay at home, as with any other program.

const told = ['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset', 'Retry-After', 'WWW-Authenticate', 'ETag', 'Location'];

function pretty(text, type) {
  try { return /json/.test(type) ? JSON.stringify(JSON.parse(text), null, 2) : text; }
  catch { return text; }
}

class ApiTry extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.querySelector('form').onsubmit = event => { event.preventDefault(); this.send(); };
  }

  request() {
    let path = this.dataset.path;
    const query = new URLSearchParams(), headers = new Headers();
    const token = document.getElementById('api-token').value.trim();
    if (token) headers.set('Authorization', `Bearer ${token}`);
    let body;
    for (const field of this.querySelectorAll('[data-in]')) {
      const value = field.value.trim();
      if (field.dataset.in === 'path') path = path.replace(`{${field.name}}`, encodeURIComponent(value));
      else if (!value) continue;
      else if (field.dataset.in === 'query') query.set(field.name, value);
      else if (field.dataset.in === 'header') headers.set(field.name, value);
      else { body = value; headers.set('Content-Type', 'application/json'); }
    }
    const address = query.size ? `${path}?${query}` : path;
    return [address, { method: this.dataset.method, headers, body, credentials: 'omit', cache: 'no-store' }];
  }

  async send() {
    const line = this.querySelector('output'), page = this.querySelector('pre');
    const began = performance.now();
    try {
      const answer = await fetch(...this.request());
      const text = await answer.text();
      const took = Math.round(performance.now() - began);
      const heads = told.filter(name => answer.headers.has(name)).map(name => `${name}: ${answer.headers.get(name)}`);
      line.textContent = `${answer.status} ${answer.statusText} · ${took} ms`;
      page.textContent = [heads.join('\n'), pretty(text, answer.headers.get('Content-Type'))].filter(part => part).join('\n\n');
      page.hidden = !page.textContent;
    } catch (failure) {
      line.textContent = `${this.dataset.failed} (${failure.message})`;
      page.hidden = true;
    }
  }
}

// A link to a type opens it.
function reveal() {
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest('.call');
  if (!place) return;
  place.open = true;
  place.scrollIntoView();
}

addEventListener('hashchange', reveal);
reveal();
customElements.define('api-try', ApiTry);
