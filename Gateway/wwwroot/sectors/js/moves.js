import { el, setText } from '../../js/dom.js';
import { framed } from '../../js/frame.js';
import { clockTime, fullTime } from '../../js/time.js';
import { spaced } from './words.js';

const mostLines = 60;

/** Moves as they are announced, newest first. It can be held still to be read. */
export class MoveList {
  #node;
  #note;
  #pause;
  #links;
  #lines = [];
  #held = 0;
  #paused = false;
  #isOpen = null;
  #frame = framed();
  #show = () => this.#render();

  constructor(node, note, pause, links) {
    [this.#node, this.#note, this.#pause, this.#links] = [node, note, pause, links];
    pause.addEventListener('click', () => this.#hold(!this.#paused));
    this.#frame(this.#show);
  }

  /** `moved` is who went where, as the presence book has it; null of what is no player's. */
  add(announcement, moved) {
    this.#lines.unshift({ ...announcement, moved, node: null });
    this.#lines.length = Math.min(this.#lines.length, mostLines * (this.#paused ? 4 : 1));
    this.#held += this.#paused ? 1 : 0;
    this.#frame(this.#show);
  }

  clear() {
    [this.#lines, this.#held] = [[], 0];
    this.#frame(this.#show);
  }

  /** Whether moves can come: `live`, `connecting` or `waiting`. */
  connection(state) {
    this.#isOpen = state === 'live' ? true : state === 'waiting' ? false : this.#isOpen;
    this.#frame(this.#show);
  }

  #hold(paused) {
    [this.#paused, this.#held] = [paused, 0];
    this.#pause.setAttribute('aria-pressed', String(paused));
    this.#frame(this.#show);
  }

  #render() {
    setText(this.#pause, this.#paused ? `Go on${this.#held > 0 ? ` (${this.#held} new)` : ''}` : 'Pause');
    this.#note.hidden = this.#isOpen !== false;
    setText(this.#note, 'The connection broke off and is tried again. Moves made meanwhile will be missing here, not on the map.');
    if (this.#paused) {
      return;
    }
    this.#lines.length = Math.min(this.#lines.length, mostLines);
    const nodes = this.#lines.map(line => (line.node ??= this.#line(line)));
    if (nodes.length === 0) {
      this.#node.replaceChildren(el('li', { class: 'none' }, this.#isOpen === null ? 'Connecting…' : 'Nobody has moved since the page was opened. Moves appear here as they are made.'));
      return;
    }
    const wanted = new Set(nodes);
    [...this.#node.children].filter(node => !wanted.has(node)).forEach(node => node.remove());
    nodes.forEach((node, i) => {
      if (this.#node.children[i] !== node) {
        this.#node.insertBefore(node, this.#node.children[i] ?? null);
      }
    });
  }

  #line({ at, event, moved }) {
    const { head, more, mark } = (kinds[event.type] ?? unknown)(event, moved, this.#links);
    return el('li', { class: 'line', 'data-type': event.type, 'data-player': event.player_id, 'data-mark': mark },
      el('time', { class: 'at', datetime: at, title: fullTime(at) }, clockTime(at)),
      el('div', { class: 'what' }, el('div', { class: 'said' }, head), el('div', { class: 'by muted' }, more)));
  }
}

const name = (event, moved) => el('strong', {}, moved?.player?.name ?? event.username ?? event.player_id);

const kinds = {
  'player.moved': (event, moved, links) => ({
    head: [name(event, moved), event.via === 'tunnel' ? el('span', { class: 'line-end' }, el('span', { class: 'tag tunnel' }, 'tunnel')) : null],
    more: [links.sector(event.from), ' → ', links.sector(event.to), (event.tunnel_events ?? []).map(({ type }) => el('span', { class: 'warned' }, ` · ${spaced(type)}`))],
    mark: (event.tunnel_events ?? []).length > 0 ? 'warn' : null,
  }),
  'player.spawned': (event, moved, links) => ({ head: [name(event, moved)], more: ['comes into the universe at ', links.sector(event.sector_id)], mark: 'good' }),
  'player.returned': (event, moved, links) => ({ head: [name(event, moved)], more: ['is back at ', links.sector(event.sector_id)], mark: 'good' }),
  'player.teleported': (event, moved, links) => ({ head: [name(event, moved)], more: ['is put from ', links.sector(event.from), ' to ', links.sector(event.to)], mark: 'warn' }),
  'player.swept': (event, moved, links) => ({ head: [name(event, moved)], more: ['was silent too long and is gone from ', links.sector(event.sector_id)], mark: 'bad' }),
  'tunnel.degradation_warning': (event, moved, links) => ({ head: [el('strong', {}, 'A tunnel is worn out')], more: [links.sector(event.from), ' → ', links.sector(event.to), `: ${event.uses_left === 1 ? 'one use' : `${event.uses_left} uses`} left`], mark: 'warn' }),
  'tunnel.collapsed': (event, moved, links) => ({ head: [el('strong', {}, 'A tunnel has collapsed')], more: [links.sector(event.from), ' → ', links.sector(event.to)], mark: 'bad' }),
};

function unknown(event) {
  return { head: [el('strong', {}, event.type)], more: [event.player_id ?? ''] };
}
