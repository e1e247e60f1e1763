import { svg } from '../dom.js';
import { faction } from '../factions.js';
import { connectedFacilities } from '../control.js';
import { landOf } from './land.js';
import { drawLand, paintLand } from './layers.js';
import { PanZoom } from './panzoom.js';
import { isArrow, neighbour } from './neighbours.js';

/** The continent as a drawing: tinted land, lattice, facilities. Asks for details by `focus(id, how)`. */
export class MapView {
  #svg;
  #viewport = svg('g', { class: 'viewport' });
  #panZoom;
  #asked;
  #drawn = null;
  #land = null;
  #links = '';
  #roving = null;

  constructor(node, asked) {
    this.#svg = node;
    this.#asked = asked;
    node.append(this.#viewport);
    this.#panZoom = new PanZoom(node, () => this.#place());
    new ResizeObserver(() => this.#place()).observe(node);
    node.addEventListener('pointerover', e => e.pointerType === 'mouse' && this.#asked(idOf(e), 'hover'));
    node.addEventListener('pointerleave', () => this.#asked(null, 'hover'));
    node.addEventListener('focusin', e => this.#focused(idOf(e)));
    node.addEventListener('focusout', () => this.#asked(null, 'focus'));
    node.addEventListener('click', e => this.#panZoom.moved || this.#asked(idOf(e), 'pin'));
    node.addEventListener('keydown', e => this.#key(e));
  }

  get panZoom() {
    return this.#panZoom;
  }

  /** @returns false where the zone has no places to draw. */
  show(zone) {
    const land = landOf(zone);
    const links = zone.links.join(';');
    if (!land) {
      return false;
    }
    if (land !== this.#land || links !== this.#links) {
      [this.#land, this.#links] = [land, links];
      this.#drawn = drawLand(land, zone);
      this.#viewport.replaceChildren(this.#drawn.node);
      this.#svg.setAttribute('viewBox', `0 0 ${land.width.toFixed(0)} ${land.height.toFixed(0)}`);
      this.#rove(this.#drawn.posts.has(this.#roving) ? this.#roving : land.sites[0].id);
      this.#panZoom.resize(land.width, land.height);
    }
    paintLand(this.#drawn, zone, connectedFacilities(zone));
    return true;
  }

  /** Marks the facility whose details are shown. */
  mark(id) {
    for (const [other, node] of this.#drawn?.posts ?? []) {
      node.classList.toggle('marked', other === id);
      node.setAttribute('aria-expanded', String(other === id));
    }
    for (const [other, node] of this.#drawn?.cells ?? []) {
      node.classList.toggle('marked', other === id);
    }
  }

  /** A ring that says that a facility changed hands, or held. */
  pulse(id, factionId, kind = 'capture') {
    const site = this.#drawn?.places.get(id);
    if (site) {
      const ring = svg('g', { class: `pulse ${kind}`, 'data-owner': faction(factionId).key, transform: `translate(${site.x} ${site.y})` },
        svg('circle', { class: 'wave', r: 30 }), svg('circle', { class: 'wave late', r: 30 }));
      this.#drawn.pulses.append(ring);
      this.#drawn.cells.get(id)?.classList.add('flash');
      setTimeout(() => this.#calm(id, ring), 2600);
    }
  }

  /** Ends all rings. */
  calm() {
    this.#drawn?.pulses.replaceChildren();
    this.#drawn?.cells.forEach(cell => cell.classList.remove('flash'));
  }

  focus(id) {
    this.#drawn?.posts.get(id)?.focus({ preventScroll: true });
  }

  /** Where a facility is on the screen. */
  whereIs(id) {
    return this.#drawn?.posts.get(id)?.getBoundingClientRect() ?? null;
  }

  #calm(id, ring) {
    ring.remove();
    this.#drawn.cells.get(id)?.classList.remove('flash');
  }

  #place() {
    const { scale, x, y } = this.#panZoom;
    this.#viewport.setAttribute('transform', `translate(${x} ${y}) scale(${scale})`);
    const perUnit = this.#svg.getScreenCTM()?.a ?? 1;
    // Signs keep about their size on the screen whatever the map's; a little larger the closer one looks.
    const pixels = Math.min(0.62 + perUnit * 0.42, 1.05) * scale ** 0.25;
    this.#svg.style.setProperty('--sign', String(pixels / Math.max(perUnit * scale, 0.01)));
    this.#svg.dataset.detail = perUnit * scale > 1.5 ? 'all' : perUnit * scale > 0.6 ? 'major' : 'none';
    this.#asked(null, 'moved');
  }

  #focused(id) {
    if (id !== null) {
      this.#rove(id);
      this.#panZoom.reveal(this.#drawn.places.get(id));
      this.#asked(id, 'focus');
    }
  }

  #rove(id) {
    this.#drawn.posts.get(this.#roving)?.setAttribute('tabindex', '-1');
    this.#roving = id;
    this.#drawn.posts.get(id)?.setAttribute('tabindex', '0');
  }

  #key(e) {
    const id = idOf(e);
    const zoom = { '+': 1.4, '=': 1.4, '-': 1 / 1.4 }[e.key];
    if (id === null || e.ctrlKey || e.metaKey || e.altKey) {
      return;
    }
    if (isArrow(e.key)) {
      const next = neighbour(this.#land.sites, this.#drawn.places.get(id), e.key);
      this.focus(next?.id ?? id);
    } else if (e.key === 'Enter' || e.key === ' ') {
      this.#asked(id, 'pin');
    } else if (zoom) {
      this.#panZoom.zoom(zoom, this.#screenPlace(id));
    } else if (e.key === '0') {
      this.#panZoom.fit();
    } else {
      return;
    }
    e.preventDefault();
  }

  #screenPlace(id) {
    const { scale, x, y } = this.#panZoom;
    const site = this.#drawn.places.get(id);
    return { x: site.x * scale + x, y: site.y * scale + y };
  }
}

function idOf(e) {
  const id = e.target.closest?.('[data-id]')?.dataset.id;
  return id === undefined ? null : Number(id);
}
