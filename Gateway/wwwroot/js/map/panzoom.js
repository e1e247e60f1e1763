const closest = 6;

/** Pan by dragging, zoom by wheel, pinch and buttons. Fitted, one finger scrolls the page; zoomed in, it moves the map. */
export class PanZoom {
  scale = 1;
  x = 0;
  y = 0;
  moved = false;
  #svg;
  #changed;
  #pointers = new Map();
  #size = { width: 1, height: 1 };

  constructor(svg, changed) {
    this.#svg = svg;
    this.#changed = changed;
    svg.addEventListener('wheel', e => this.#wheel(e), { passive: false });
    svg.addEventListener('pointerdown', e => this.#down(e));
    svg.addEventListener('pointermove', e => this.#move(e));
    for (const end of ['pointerup', 'pointercancel', 'pointerleave']) {
      svg.addEventListener(end, e => this.#pointers.delete(e.pointerId));
    }
  }

  /** The size of the map in its own units. */
  resize(width, height) {
    this.#size = { width, height };
    this.fit();
  }

  fit() {
    this.#set(1, 0, 0);
  }

  zoom(factor, at = { x: this.#size.width / 2, y: this.#size.height / 2 }) {
    const scale = Math.min(Math.max(this.scale * factor, 1), closest);
    const change = scale / this.scale;
    this.#set(scale, at.x - (at.x - this.x) * change, at.y - (at.y - this.y) * change);
  }

  /** Brings a place into view where zooming has left it outside. */
  reveal(site) {
    const [left, top] = [site.x * this.scale + this.x, site.y * this.scale + this.y];
    const { width, height } = this.#size;
    if (left < 40 || top < 40 || left > width - 40 || top > height - 40) {
      this.#set(this.scale, width / 2 - site.x * this.scale, height / 2 - site.y * this.scale);
    }
  }

  #set(scale, x, y) {
    const { width, height } = this.#size;
    this.scale = scale;
    this.x = Math.min(0, Math.max(x, width * (1 - scale)));
    this.y = Math.min(0, Math.max(y, height * (1 - scale)));
    this.#svg.classList.toggle('zoomed', scale > 1);
    this.#changed();
  }

  #wheel(e) {
    const factor = Math.exp(-e.deltaY * (e.deltaMode === 1 ? 0.05 : 0.0016));
    if ((this.scale > 1 || factor > 1) && (e.ctrlKey || matchMedia('(min-width: 1000px)').matches)) {
      e.preventDefault();
      this.zoom(factor, this.#place(e));
    }
  }

  #down(e) {
    this.moved = false;
    this.#pointers.set(e.pointerId, this.#place(e));
  }

  #move(e) {
    const before = this.#pointers.get(e.pointerId);
    if (!before) {
      return;
    }
    const now = this.#place(e);
    const other = [...this.#pointers].find(([id]) => id !== e.pointerId)?.[1];
    if (other) {
      const factor = distance(now, other) / Math.max(distance(before, other), 1);
      this.zoom(factor, { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
    } else if (this.scale > 1) {
      this.#set(this.scale, this.x + now.x - before.x, this.y + now.y - before.y);
    }
    this.moved ||= distance(now, before) > 2;
    this.#pointers.set(e.pointerId, now);
  }

  #place(e) {
    const place = new DOMPoint(e.clientX, e.clientY).matrixTransform(this.#svg.getScreenCTM().inverse());
    return { x: place.x, y: place.y };
  }
}

function distance(a, b) {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
