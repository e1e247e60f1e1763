import { el, setText } from './dom.js';

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' });

const styles = {
  ago: ms => (ms < 3000 ? 'just now' : `${duration(ms)} ago`),
  for: ms => duration(ms),
};

/** `05:12:33` in the reader's zone. */
export function clockTime(iso) {
  return clock.format(new Date(iso));
}

export function fullTime(iso) {
  return full.format(new Date(iso));
}

/** `45 s`, `12 min`, `3 h 05 min`, `4 d 2 h`. */
export function duration(ms) {
  const s = Math.max(0, Math.floor(ms / 1000));
  if (s < 60) {
    return `${s} s`;
  }
  const minutes = Math.floor(s / 60);
  if (minutes < 60) {
    return `${minutes} min`;
  }
  const hours = Math.floor(minutes / 60);
  return hours < 24
    ? `${hours} h ${String(minutes % 60).padStart(2, '0')} min`
    : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

let standing = null;

/** Builds with the times relative to an instant instead of now; they stand still. Null is now. */
export function asOf(iso, build) {
  const before = standing;
  standing = iso === null ? null : Date.parse(iso);
  try {
    return build();
  } finally {
    standing = before;
  }
}

/** A time element that stays right by itself: relative text, the full time on hover. `style` is `ago` or `for`. */
export function timeAgo(iso, style = 'ago') {
  if (!iso) {
    return el('span', { class: 'muted' }, '–');
  }
  const at = Date.parse(iso);
  const moving = standing === null ? { 'data-at': at, 'data-style': style } : {};
  return el('time', { datetime: iso, title: full.format(at), ...moving }, styles[style]((standing ?? Date.now()) - at));
}

/** Keeps every time element on the page right, once a second while it can be seen. */
export function startClock() {
  setInterval(() => {
    if (document.hidden) {
      return;
    }
    const now = Date.now();
    for (const node of document.querySelectorAll('time[data-at]')) {
      setText(node, styles[node.dataset.style](now - Number(node.dataset.at)));
    }
  }, 1000);
}
