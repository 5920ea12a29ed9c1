// Elements and words. Whatever comes from an article goes in as text, never as markup: nothing here parses HTML.

export const $ = selector => document.querySelector(selector);

/** An element with properties and children; a child is an element or text. */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === 'data') {
      Object.assign(element.dataset, value);
    } else if (name.startsWith('aria-') || name === 'role' || name === 'for' || name === 'list') {
      element.setAttribute(name, value);
    } else {
      element[name] = value;
    }
  }
  element.append(...children.filter(child => child !== null && child !== undefined));
  return element;
}

/** Sets an element's text where it differs, so that a screen reader is told of changes alone. */
export function say(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

/**
 * Makes a list show these items and keeps the elements of those that it has: what one is about to click stays.
 * `make` gives a new element, `update` brings an old one up to date.
 */
export function keyed(list, items, key, make, update = () => {}) {
  const known = new Map([...list.children].map(element => [element.dataset.key, element]));
  const wanted = items.map(item => {
    const name = String(key(item));
    const element = known.get(name) ?? make(item);
    element.dataset.key = name;
    known.delete(name);
    update(element, item);
    return element;
  });
  known.forEach(element => element.remove());
  wanted.forEach((element, index) => {
    if (list.children[index] !== element) {
      list.insertBefore(element, list.children[index] ?? null);
    }
  });
}

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const one = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

export const count = n => whole.format(n);
export const rate = n => (n >= 10 ? whole : one).format(n);
export const many = (n, word) => `${count(n)} ${word}${n === 1 ? '' : 's'}`;

/** A time span in words: 0.4 s, 12 s, 3 min, 2 h 5 min. */
export function span(seconds) {
  const s = Math.max(0, seconds);
  if (s < 10) {
    return `${one.format(s)} s`;
  }
  if (s < 60) {
    return `${Math.floor(s)} s`;
  }
  if (s < 3600) {
    return `${Math.floor(s / 60)} min`;
  }
  return s < 172800
    ? `${Math.floor(s / 3600)} h ${Math.floor(s % 3600 / 60)} min`
    : `${Math.floor(s / 86400)} days`;
}

/** Whole seconds, for ages that change each second. */
export const age = seconds => span(seconds < 10 ? Math.floor(Math.max(0, seconds)) : seconds);

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

/** The time of day where the reader is. */
export const time = instant => clock.format(new Date(instant));

/** The same, with the day where that is not today. */
export const moment = instant => new Date(instant).toDateString() === new Date().toDateString()
  ? time(instant) : `${day.format(new Date(instant))}, ${time(instant)}`;
