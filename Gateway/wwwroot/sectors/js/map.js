import { framed } from '../../js/frame.js';
import { Camera } from './camera.js';
import { fullName } from './graph.js';
import { paintPlaces, paintTraveller, paintWays, radiusAt } from './painter.js';
import { paletteOf } from './palette.js';
import { Sprites } from './sprites.js';

// A layer of links is drawn with so much around it that a hand's movement does not uncover its edge.
const margin = 0.25;
const manyPairs = 3000;
const mostSharp = 2;
const fastEnough = 7;
const restBefore = 110;
const travelTakes = 900;
const reach = { mouse: 14, touch: 26, pen: 18 };

/** A universe on three canvases: links below, sectors above, and who travels on top. It draws what it is told; what is chosen it only tells. */
export class SectorMap {
  #space;
  #ways;
  #places;
  #travel;
  #pin;
  #d3;
  #camera;
  #choose;
  #graph = null;
  #at = null;
  #tree = null;
  #step = 1;
  #presence = new Map();
  #counts = new Int32Array(0);
  #chosen = null;
  #hovered = null;
  #followed = null;
  #path = null;
  #travellers = [];
  #travelling = 0;
  #view = null;
  #palette;
  #sprites;
  #drawn = null;
  #took = 0;
  #resting = 0;
  #asked = 0;
  #sharp = 0;
  #frame = framed();
  #all = () => this.#draw();

  /** `choose(id)` is called where the reader goes to a sector. */
  constructor(space, pin, d3, choose) {
    [this.#space, this.#pin, this.#d3, this.#choose] = [space, pin, d3, choose];
    [this.#ways, this.#places, this.#travel] = space.querySelectorAll('canvas');
    this.#newColours();
    this.#camera = new Camera(d3, space, isMoving => this.#moved(isMoving));
    matchMedia('(prefers-color-scheme: light)').addEventListener('change', () => this.#recolour());
    space.addEventListener('click', e => this.#clicked(e));
    space.addEventListener('pointermove', e => this.#hover(this.#find(e)));
    space.addEventListener('pointerleave', () => this.#hover(null));
    space.addEventListener('keydown', e => this.#key(e));
  }

  get camera() {
    return this.#camera;
  }

  /** What there is; places are x, y, x, y, ... by index, and may come again. */
  show(graph, places) {
    const isNew = graph !== this.#graph;
    [this.#graph, this.#at] = [graph, places];
    if (isNew) {
      [this.#chosen, this.#hovered, this.#path, this.#followed, this.#travellers, this.#view] = [null, null, null, null, [], null];
    }
    this.#counts = Int32Array.from(graph.sectors, s => this.#presence.get(s.id) ?? 0);
    this.#tree = this.#d3.quadtree(graph.sectors, s => places[s.index * 2], s => places[s.index * 2 + 1]);
    this.#step = typicalStep(graph, places);
    this.#camera.frame(middleOf(places), this.#step);
    this.#redraw();
  }

  /** How many are where, by sector. */
  presence(counts) {
    this.#presence = counts;
    this.#counts = Int32Array.from(this.#graph?.sectors ?? [], s => counts.get(s.id) ?? 0);
    this.#frame(this.#all);
  }

  select(id, { closer = false } = {}) {
    this.#chosen = this.#indexOf(id);
    this.#pin.hidden = this.#chosen === null;
    if (this.#chosen !== null && this.#at) {
      this.#camera.reveal(this.#at[this.#chosen * 2], this.#at[this.#chosen * 2 + 1], closer && this.#graph.sectors.length > 300);
    }
    this.#redraw();
  }

  follow(id) {
    this.#followed = this.#indexOf(id);
    this.#pin.classList.toggle('followed', this.#followed !== null && this.#followed === this.#chosen);
    this.#frame(this.#all);
  }

  /** Shows a way, by the ids of its sectors; null for none. */
  path(ids) {
    this.#path = ids && this.#graph ? ids.map(id => this.#indexOf(id)).filter(i => i !== null) : null;
    if (this.#path?.length > 1) {
      this.#camera.show(widened(boundsOf(this.#path, this.#at), this.#step * 1.5));
    }
    this.#redraw();
  }

  /** Somebody goes from one sector to another. */
  travel(from, to) {
    const [a, b] = [this.#indexOf(from), this.#indexOf(to)];
    if (a !== null && b !== null && !document.hidden && !matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.#travellers.push({ a, b, began: performance.now() });
      this.#travelling ||= this.#view === null ? 0 : requestAnimationFrame(() => this.#drawTravellers());
    }
  }

  #indexOf(id) {
    return this.#graph?.byId.get(id)?.index ?? null;
  }

  #newColours() {
    this.#palette = paletteOf(this.#space);
    this.#sprites = new Sprites(this.#palette, getComputedStyle(this.#space).fontFamily, ratioOf(mostSharp));
    this.#sharp = devicePixelRatio;
  }

  #recolour() {
    this.#newColours();
    this.#redraw();
  }

  #redraw() {
    this.#drawn = null;
    this.#frame(this.#all);
  }

  #moved(isMoving) {
    clearTimeout(this.#resting);
    if (!isMoving || this.#took < fastEnough) {
      this.#drawn = null;
    } else {
      this.#resting = setTimeout(() => this.#redraw(), restBefore);
    }
    this.#next();
  }

  // Even while something is pressed: a drag is a press that wants to be seen.
  #next() {
    this.#asked ||= requestAnimationFrame(this.#all);
  }

  #draw() {
    this.#asked = 0;
    const { width, height, x, y, k } = this.#camera;
    if (!this.#at || width <= 1) {
      return;
    }
    const view = {
      graph: this.#graph, places: this.#at, x, y, k, width, height, step: this.#step, counts: this.#counts,
      chosen: this.#chosen, hovered: this.#hovered, followed: this.#followed, path: this.#path,
    };
    if (this.#sharp !== devicePixelRatio) {
      this.#newColours();
    }
    this.#drawWays(view);
    paintPlaces(sized(this.#places, width, height, mostSharp), view, this.#palette, this.#sprites);
    this.#movePin(view);
    this.#view = view;
  }

  // Where that takes long, what is there is moved and stretched until the hand rests.
  #drawWays(view) {
    if (this.#drawn) {
      const scale = view.k / this.#drawn.k;
      const [dx, dy] = [view.x - this.#drawn.x * scale, view.y - this.#drawn.y * scale];
      const [mx, my] = [view.width * margin, view.height * margin];
      this.#ways.style.transform = `translate(${dx + mx - mx * scale}px, ${dy + my - my * scale}px) scale(${scale})`;
      return;
    }
    const began = performance.now();
    const [mx, my] = [view.width * margin, view.height * margin];
    const c = sized(this.#ways, view.width + 2 * mx, view.height + 2 * my, view.graph.pairs.length > manyPairs ? 1 : mostSharp);
    this.#ways.style.transform = 'none';
    paintWays(c, { ...view, x: view.x + mx, y: view.y + my, width: view.width + 2 * mx, height: view.height + 2 * my }, this.#palette);
    this.#took = performance.now() - began;
    this.#drawn = { x: view.x, y: view.y, k: view.k };
    this.#ways.style.left = `${-mx}px`;
    this.#ways.style.top = `${-my}px`;
  }

  #drawTravellers() {
    const now = performance.now();
    const { width, height } = this.#camera;
    this.#travellers = this.#travellers.filter(t => now - t.began < travelTakes);
    const c = sized(this.#travel, width, height, 1);
    for (const traveller of this.#travellers) {
      paintTraveller(c, this.#view, { ...traveller, part: (now - traveller.began) / travelTakes }, this.#palette);
    }
    this.#travelling = this.#travellers.length > 0 ? requestAnimationFrame(() => this.#drawTravellers()) : 0;
  }

  #movePin({ x, y, k, step }) {
    if (this.#chosen !== null) {
      const size = radiusAt(k * step) * 2 + 16;
      const style = this.#pin.style;
      [style.width, style.height] = [`${size}px`, `${size}px`];
      style.transform = `translate(${this.#at[this.#chosen * 2] * k + x - size / 2}px, ${this.#at[this.#chosen * 2 + 1] * k + y - size / 2}px)`;
    }
  }

  #find(e) {
    if (!this.#tree || e.target.closest('.map-tools')) {
      return null;
    }
    const box = this.#space.getBoundingClientRect();
    const { x, y, k } = this.#camera;
    return this.#tree.find((e.clientX - box.left - x) / k, (e.clientY - box.top - y) / k, (reach[e.pointerType] ?? reach.mouse) / k) ?? null;
  }

  #clicked(e) {
    const sector = this.#find(e);
    if (sector) {
      this.#choose(sector.id);
    }
  }

  #hover(sector) {
    const index = sector?.index ?? null;
    if (index !== this.#hovered) {
      this.#hovered = index;
      this.#space.classList.toggle('over', index !== null);
      this.#space.title = sector ? fullName(sector) : '';
      this.#frame(this.#all);
    }
  }

  #key(e) {
    const arrow = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[e.key];
    if (e.target !== this.#space || e.ctrlKey || e.altKey || e.metaKey || !this.#graph) {
      return;
    }
    if (arrow && e.shiftKey) {
      this.#camera.pan(-arrow[0] * 80, -arrow[1] * 80);
    } else if (arrow) {
      this.#towards(arrow);
    } else if (e.key === '+' || e.key === '=') {
      this.#camera.zoom(1.4);
    } else if (e.key === '-') {
      this.#camera.zoom(1 / 1.4);
    } else if (e.key === '0') {
      this.#camera.fit();
    } else {
      return;
    }
    e.preventDefault();
  }

  // To the neighbour in that direction, else to the nearest sector there; from nowhere, to the one in the middle.
  #towards([dx, dy]) {
    const { sectors, near, tunnels } = this.#graph;
    if (this.#chosen === null) {
      const { x, y, k, width, height } = this.#camera;
      const middle = this.#tree.find((width / 2 - x) / k, (height / 2 - y) / k);
      this.#choose(middle.id);
      return;
    }
    const ways = [...near[this.#chosen], ...tunnels.filter(t => t.a === this.#chosen).map(t => t.b)];
    const to = this.#inDirection(ways, dx, dy) ?? this.#inDirection(sectors.map(s => s.index), dx, dy);
    if (to !== null) {
      this.#choose(sectors[to].id);
    }
  }

  #inDirection(indices, dx, dy) {
    const [x, y] = [this.#at[this.#chosen * 2], this.#at[this.#chosen * 2 + 1]];
    let [best, cost] = [null, Infinity];
    for (const i of indices) {
      const [vx, vy] = [this.#at[i * 2] - x, this.#at[i * 2 + 1] - y];
      const [along, across] = [vx * dx + vy * dy, Math.abs(vx * dy) + Math.abs(vy * dx)];
      if (i !== this.#chosen && along > across && along + across * 2 < cost) {
        [best, cost] = [i, along + across * 2];
      }
    }
    return best;
  }
}

function ratioOf(most) {
  return Math.min(most, devicePixelRatio || 1);
}

// A canvas of that size in sharp pixels, empty.
function sized(canvas, width, height, most) {
  const ratio = ratioOf(most);
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== w || canvas.height !== h) {
    [canvas.width, canvas.height] = [w, h];
    [canvas.style.width, canvas.style.height] = [`${width}px`, `${height}px`];
  }
  const c = canvas.getContext('2d');
  c.setTransform(ratio, 0, 0, ratio, 0, 0);
  c.clearRect(0, 0, width, height);
  return c;
}

function boundsOf(indices, places) {
  const bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const i of indices) {
    bounds.left = Math.min(bounds.left, places[i * 2]);
    bounds.right = Math.max(bounds.right, places[i * 2]);
    bounds.top = Math.min(bounds.top, places[i * 2 + 1]);
    bounds.bottom = Math.max(bounds.bottom, places[i * 2 + 1]);
  }
  return indices.length > 0 ? bounds : { left: 0, top: 0, right: 1, bottom: 1 };
}

// Of very many, a few that hang far out do not make the rest small.
function middleOf(places) {
  const span = of => {
    const sorted = [...places].filter((_, i) => i % 2 === of).sort((a, b) => a - b);
    const left = sorted.length > 400 ? Math.floor(sorted.length * 0.006) : 0;
    return [sorted[left], sorted[sorted.length - 1 - left]];
  };
  const [[left, right], [top, bottom]] = [span(0), span(1)];
  return { left, top, right, bottom };
}

function widened({ left, top, right, bottom }, by) {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}

// The median, since a few links may cross the whole map.
function typicalStep({ pairs, sectors }, places) {
  const steps = pairs.slice(0, 4000).map(({ a, b }) => Math.hypot(places[a * 2] - places[b * 2], places[a * 2 + 1] - places[b * 2 + 1])).sort((a, b) => a - b);
  const roomEach = Math.sqrt((() => {
    const { left, top, right, bottom } = boundsOf(sectors.map(s => s.index), places);
    return ((right - left) * (bottom - top)) / Math.max(1, sectors.length);
  })());
  return Math.max(1e-6, Math.min(steps[Math.floor(steps.length / 2)] ?? 1, roomEach || 1));
}
