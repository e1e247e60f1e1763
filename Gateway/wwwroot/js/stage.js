import { connectedFacilities } from './control.js';
import { el, setText } from './dom.js';
import { factionBadge, empires } from './factions.js';
import { MapView } from './map/view.js';
import { glyphIcon, typeNames } from './map/glyphs.js';
import { placed } from './map/land.js';
import { FacilityCard } from './panels/card.js';
import { facilityList } from './panels/list.js';
import { lockBanner, statusChips } from './panels/status.js';
import { asOf } from './time.js';

const byId = id => document.getElementById(id);

/** The continent in the middle of the page: its head, its map or list, and the card of one facility. */
export class Stage {
  #store;
  #map;
  #card;
  #mode = 'map';
  #pinned = null;
  #passing = null;
  #chosen;

  /** @param chosen called with a facility's id, or null, where the reader pins or lets go of it. */
  constructor(store, chosen) {
    this.#store = store;
    this.#chosen = chosen;
    this.#map = new MapView(byId('map'), (id, how) => this.#asked(id, how));
    this.#card = new FacilityCard(byId('card'), byId('map-box'), () => this.#closed());
    byId('view-switch').addEventListener('click', e => this.#switch(e.target.closest('[data-view]')?.dataset.view));
    document.querySelector('.map-tools').addEventListener('click', e => this.#zoom(e.target.closest('[data-zoom]')?.dataset.zoom));
    addEventListener('keydown', e => e.key === 'Escape' && this.#dismiss());
  }

  show() {
    const { zone, world, loaded, selection } = this.#store;
    this.#empty(zone, world, loaded, selection);
    byId('view-switch').hidden = !zone;
    byId('map-box').hidden = !zone || this.#mode === 'list' || placed(zone).length < 2;
    byId('list-box').hidden = !zone || !byId('map-box').hidden;
    byId('legend').hidden = byId('map-box').hidden;
    if (!zone) {
      byId('lock-banner').hidden = true;
      this.#showCard();
      return;
    }
    this.#head(zone, world);
    if (!byId('map-box').hidden) {
      this.#map.show(zone);
      this.#legend(zone);
    } else {
      const held = document.activeElement?.closest('#list-box tr')?.dataset.facility;
      byId('list-box').replaceChildren(...this.#list(zone));
      byId('list-box').querySelector(`tr[data-facility="${held}"] button`)?.focus({ preventScroll: true });
    }
    this.#showCard();
  }

  /** Keeps a facility's card open; null closes it. */
  pin(id) {
    if (id !== this.#pinned) {
      this.#pinned = id;
      this.#passing = null;
      this.#chosen(id);
    }
    this.#showCard();
  }

  /** Follows the address without telling it back. */
  pinned(id) {
    this.#pinned = id;
    this.#showCard();
  }

  /** Ends what pulses. */
  calm() {
    this.#map.calm();
  }

  pulse(id, factionId, kind) {
    this.#map.pulse(id, factionId, kind);
  }

  // The button that was pressed is gone with the card: the reader goes on from the facility.
  #closed() {
    const id = this.#pinned;
    this.pin(null);
    this.#map.focus(id);
    this.#dismiss();
  }

  // What only passes by, under the pointer or the focus, can be sent away as well.
  #dismiss() {
    this.#passing = null;
    this.pin(null);
  }

  #asked(id, how) {
    if (how === 'pin') {
      this.pin(id === this.#pinned ? null : id);
    } else if (how !== 'moved') {
      this.#passing = id;
      this.#showCard();
    } else {
      this.#placeCard();
    }
  }

  #showCard() {
    asOf(this.#store.shownAt, () => this.#fillCard());
  }

  #fillCard() {
    const zone = this.#store.zone;
    const id = this.#passing ?? this.#pinned;
    const facility = zone?.facilities.find(f => f.facilityId === id);
    if (!facility) {
      this.#card?.hide();
      this.#map?.mark(null);
      return;
    }
    const connected = connectedFacilities(zone);
    this.#map.mark(id);
    this.#card.show(facility, connected !== null && Boolean(facility.factionId) && !connected.has(id), id === this.#pinned);
    this.#placeCard();
  }

  #placeCard() {
    const id = this.#passing ?? this.#pinned;
    if (id !== null && this.#card) {
      this.#card.place(byId('map-box').hidden ? null : this.#map.whereIs(id));
    }
  }

  #head(zone, world) {
    setText(byId('zone-world'), world?.name || `World ${zone.worldId}`);
    setText(byId('zone-name'), zone.name || `Zone ${zone.zoneId}`);
    // Whether the feed can be trusted is told of now alone.
    byId('zone-chips').replaceChildren(...statusChips(zone, this.#store.shownAt === null ? world : null));
    const banner = byId('lock-banner');
    banner.hidden = zone.status !== 'locked';
    banner.dataset.owner = factionBadge(zone.lockedBy).dataset.faction;
    banner.replaceChildren(...(banner.hidden ? [] : lockBanner(zone)));
  }

  #list(zone) {
    const note = placed(zone).length < 2
      ? el('p', { class: 'muted note' }, 'The game tells no places for this zone’s facilities, so there is a list in place of a map.')
      : null;
    return [note, facilityList(zone, id => this.pin(id))].filter(Boolean);
  }

  #legend(zone) {
    const present = new Set(zone.facilities.map(f => f.type));
    const types = typeNames.filter(name => present.has(name));
    const key = types.join();
    if (byId('legend').dataset.types !== key) {
      byId('legend').dataset.types = key;
      byId('legend').replaceChildren(
        ...empires.map(f => el('li', {}, factionBadge(f.id), f.name)),
        ...types.map(name => el('li', {}, glyphIcon(name), name)),
        el('li', {}, el('span', { class: 'swatch contested', 'aria-hidden': 'true' }), 'Contested link'));
    }
  }

  #empty(zone, world, loaded, selection) {
    byId('empty').hidden = Boolean(zone);
    if (zone) {
      return;
    }
    const [title, text] = selection.at !== null && world?.zones.length > 0
      ? pastWords(world, selection, this.#store.past)
      : emptyWords(world, loaded, selection, this.#store.worlds.size);
    setText(byId('zone-world'), world?.name ?? '');
    setText(byId('zone-name'), title);
    byId('zone-chips').replaceChildren();
    byId('empty').replaceChildren(el('p', {}, text));
  }

  #switch(mode) {
    if (mode) {
      this.#mode = mode;
      for (const button of byId('view-switch').children) {
        button.setAttribute('aria-pressed', String(button.dataset.view === mode));
      }
      this.show();
    }
  }

  #zoom(what) {
    if (what === 'fit') {
      this.#map.panZoom.fit();
    } else if (what) {
      this.#map.panZoom.zoom(what === 'in' ? 1.5 : 1 / 1.5);
    }
  }
}

function pastWords(world, selection, past) {
  const name = world.zones.find(z => z.zoneId === selection.zone)?.name || `Zone ${selection.zone}`;
  return [name, past?.problem ? past.problem.text : 'Reading the past…'];
}

function emptyWords(world, loaded, selection, worlds) {
  if (!loaded) {
    return ['Territory', 'Reading the worlds…'];
  }
  if (worlds === 0) {
    return ['No worlds yet', 'Worlds appear here as soon as a feed speaks of one. Nothing needs to be reloaded.'];
  }
  if (!world) {
    return ['No such world', `No feed has spoken of world ${selection.world}. Choose one from the list.`];
  }
  return world.zones.length === 0
    ? ['No continents yet', 'This world’s continents appear as soon as its map was read or an event came.']
    : ['No such continent', 'This continent is not tracked, or has gone. Choose one from the list.'];
}
