import { el, icon } from '../dom.js';
import { fold } from '../entries.js';
import { faction, factionBadge } from '../factions.js';
import { clockTime, fullTime, timeAgo } from '../time.js';
import { sourceBadge } from './facts.js';
import { alertWords } from './status.js';

const mostLines = 80;

/** The captures, newest first; a line that stays is kept, so that only the new ones move in. */
export class Ticker {
  #node;
  #scope;
  #lines = new Map();
  #choose;
  #travel;

  /** @param travel called with an entry whose instant is to be shown. */
  constructor(node, choose, travel) {
    this.#node = node;
    this.#choose = choose;
    this.#travel = travel;
  }

  show(entries, scope, nothing = 'Nothing has been heard yet. Captures appear here as they happen.') {
    const fresh = this.#scope === scope;
    this.#scope = scope;
    if (!fresh) {
      // Its times may be relative to another instant.
      this.#lines = new Map();
    }
    const folded = fold(entries).slice(0, mostLines);
    const lines = new Map(folded.map(e => [keyOf(e), this.#lines.get(keyOf(e)) ?? this.#line(e, fresh)]));
    this.#lines = lines;
    for (const node of [...this.#node.children]) {
      if (![...lines.values()].includes(node)) {
        node.remove();
      }
    }
    [...lines.values()].forEach((node, i) => {
      if (this.#node.children[i] !== node) {
        this.#node.insertBefore(node, this.#node.children[i] ?? null);
      }
    });
    if (lines.size === 0) {
      this.#node.replaceChildren(el('li', { class: 'nothing muted' }, nothing));
    }
  }

  #line(entry, fresh) {
    const node = el('li', {
      class: `line ${entry.type}${fresh ? ' fresh' : ''}`, 'data-entry': entry.id, 'data-facility': entry.facilityId,
      'data-owner': entry.to === null ? null : faction(entry.to).key,
    });
    node.append(el('button', {
      type: 'button', class: 'at', title: `${fullTime(entry.occurredAt)}: show the continent as of then`,
      'aria-label': `${clockTime(entry.occurredAt)}, show the continent as of then`, onclick: () => this.#travel(entry),
    }, el('time', { datetime: entry.occurredAt }, clockTime(entry.occurredAt))),
      el('div', { class: 'what' }, this.#what(entry)));
    return node;
  }

  #what(entry) {
    switch (entry.type) {
      case 'lock':
        return [said(icon('lock'), el('strong', {}, `${entry.zoneName} locked`), entry.to ? [' by ', factionBadge(entry.to)] : null)];
      case 'unlock':
        return [said(icon('unlock'), el('strong', {}, `${entry.zoneName} is open`))];
      case 'alert':
        return [said(icon('alert'), el('strong', {}, `Alert ${entry.metagameEventId} ${alertWords[entry.state] ?? entry.state}`))];
      case 'burst':
        return [el('details', {},
          el('summary', {}, el('strong', {}, `${entry.entries.length} facilities`), change(entry, true)),
          el('ul', {}, entry.entries.map(e => el('li', {}, this.#name(e)))))];
      default:
        return this.#facility(entry);
    }
  }

  #facility(entry) {
    const held = entry.type === 'defence';
    return [
      said(this.#name(entry), held ? el('span', { class: 'change' }, icon('shield'), factionBadge(entry.to)) : change(entry)),
      el('div', { class: 'by muted' }, held ? 'defended' : null, sourceBadge(entry.source),
        entry.outfitId ? el('span', { class: 'outfit' }, 'outfit ', el('code', {}, entry.outfitId)) : null,
        el('span', { class: 'zone-of' }, entry.zoneName), timeAgo(entry.occurredAt)),
    ];
  }

  #name(entry) {
    return el('button', { type: 'button', class: 'facility-name', onclick: () => this.#choose(entry) }, entry.facilityName);
  }
}

function said(...parts) {
  return el('div', { class: 'said' }, parts);
}

function change(entry, burst = false) {
  return el('span', { class: 'change' }, burst ? null : factionBadge(entry.from), icon('arrow'), factionBadge(entry.to));
}

// A burst that grows is another line.
function keyOf(entry) {
  return entry.entries ? `${entry.id}+${entry.entries.length}` : entry.id;
}
