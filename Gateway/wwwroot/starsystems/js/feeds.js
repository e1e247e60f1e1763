import { el } from '../../js/dom.js';
import { Keyed } from '../../js/keyed.js';
import { count, rate } from '../../js/numbers.js';
import { timeAgo } from '../../js/time.js';

export const feedNames = { eddn: 'EDDN', tickdetector: 'Tick Detector' };

/** How each feed does: what comes, when last, and what was refused. */
export class Feeds {
  #node;
  #list = el('ul', { class: 'feeds' });
  #nothing = el('p', { class: 'none' }, 'No ingestor has reported on a feed of star systems.');
  #cards = new Keyed(this.#list, () => new Card());

  constructor(node) {
    this.#node = node;
  }

  show(feeds) {
    const wanted = feeds.length === 0 ? this.#nothing : this.#list;
    if (this.#node.firstChild !== wanted) {
      this.#node.replaceChildren(wanted);
    }
    this.#cards.show(feeds, feed => feed.feed);
  }
}

class Card {
  #head = el('div', { class: 'feed-head' });
  #facts = el('dl', { class: 'facts tight' });
  #refused = el('dl', { class: 'facts tight' });
  #summary = el('summary');
  #details = el('details', { class: 'refusals' }, this.#summary, this.#refused);
  #made = null;

  constructor() {
    this.node = el('li', { class: 'feed' }, this.#head, this.#facts, this.#details);
  }

  show(feed) {
    const key = JSON.stringify(feed);
    if (key === this.#made) {
      return;
    }
    this.#made = key;
    const degraded = feed.degradedSince !== null && feed.degradedSince !== undefined;
    this.node.dataset.feed = feed.feed;
    this.#head.replaceChildren(el('h3', {}, feedNames[feed.feed] ?? feed.feed),
      el('span', { class: 'state', 'data-state': degraded ? 'bad' : 'good' }, degraded ? 'Degraded' : feed.mode?.toLowerCase() === 'replay' ? 'Replay' : 'Well'));
    this.#facts.replaceChildren(...[
      ['Messages a minute', rate(feed.eventsPerMinute)],
      ['Last one', timeAgo(feed.lastFrameAt)],
      feed.lastHeartbeatAt ? ['Last heartbeat', timeAgo(feed.lastHeartbeatAt)] : null,
      ['Accepted', count(feed.accepted)],
    ].filter(Boolean).flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]));
    const refusals = Object.entries(feed.refusals ?? {}).sort(([, a], [, b]) => b - a);
    this.#details.hidden = refusals.length === 0;
    this.#summary.textContent = `${count(refusals.reduce((sum, [, n]) => sum + n, 0))} not taken`;
    this.#refused.replaceChildren(...refusals.flatMap(([reason, n]) => [el('dt', {}, reason.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()), el('dd', {}, count(n))]));
  }
}
