import { placeLabels } from './labels.js';

const round = Math.PI * 2;

// A line at a time is many calls, all lines at once is one path that takes long to fill.
const pairsAtOnce = 48;

/** How large a sector is drawn, in pixels, where linked ones lie so many pixels apart. */
export function radiusAt(stepPixels) {
  return Math.min(9, Math.max(1.5, stepPixels * 0.15));
}

/** Draws the links and tunnels. `view` has graph, places, x, y, k, width, height, step. */
export function paintWays(c, view, palette) {
  const { graph, k, step, chosen, path } = view;
  const crowd = Math.min(1, (k * step) / 42);
  const isVast = graph.pairs.length > 1500;
  c.strokeStyle = palette.link;
  c.globalAlpha = (0.12 + 0.6 * crowd) * (isVast ? 0.62 : 1);
  c.lineWidth = isVast ? 1 : 0.7 + 0.8 * crowd;
  strokePairs(c, graph.pairs, view);
  c.globalAlpha = 0.35 + 0.45 * crowd;
  c.strokeStyle = palette.tunnel;
  c.lineWidth = 1.4;
  c.setLineDash([6, 5]);
  strokePairs(c, graph.tunnels, view);
  c.setLineDash([]);
  if (chosen !== null) {
    c.globalAlpha = 0.95;
    c.lineWidth = 1.8;
    c.strokeStyle = palette.chosen;
    strokePairs(c, graph.near[chosen].map(b => ({ a: chosen, b })), view);
    c.setLineDash([6, 5]);
    strokePairs(c, graph.tunnels.filter(tunnel => tunnel.a === chosen), view);
    c.setLineDash([]);
  }
  if (path) {
    c.globalAlpha = 1;
    c.lineWidth = 4;
    c.lineCap = 'round';
    c.strokeStyle = palette.path;
    strokePairs(c, path.slice(1).map((b, i) => ({ a: path[i], b })), view);
  }
  c.globalAlpha = 1;
}

function strokePairs(c, pairs, { places, x, y, k, width, height }) {
  let drawn = 0;
  c.beginPath();
  for (const { a, b } of pairs) {
    const x1 = places[a * 2] * k + x;
    const y1 = places[a * 2 + 1] * k + y;
    const x2 = places[b * 2] * k + x;
    const y2 = places[b * 2 + 1] * k + y;
    if ((x1 < 0 && x2 < 0) || (y1 < 0 && y2 < 0) || (x1 > width && x2 > width) || (y1 > height && y2 > height)) {
      continue;
    }
    c.moveTo(x1, y1);
    c.lineTo(x2, y2);
    if (++drawn % pairsAtOnce === 0) {
      c.stroke();
      c.beginPath();
    }
  }
  c.stroke();
}

/** Draws the sectors, who is there, and names as far as there is room. `view.counts` is by index. */
export function paintPlaces(c, view, palette, sprites) {
  const r = radiusAt(view.k * view.step);
  const seen = inSight(view, r);
  // Those with players lie above the others.
  for (const isOccupied of [false, true]) {
    for (const { sector, left, top, count } of seen) {
      if (count > 0 === isOccupied) {
        sprites.put(c, sprites.place(sector, count, r), left, top);
      }
    }
  }
  paintPath(c, view, r, palette);
  paintLabels(c, view, seen, r, sprites);
}

function inSight({ graph, places, x, y, k, width, height, counts }, r) {
  const seen = [];
  for (let i = 0; i < graph.sectors.length; i++) {
    const left = places[i * 2] * k + x;
    const top = places[i * 2 + 1] * k + y;
    if (left > -r && left < width + r && top > -r && top < height + r) {
      seen.push({ sector: graph.sectors[i], left, top, count: counts[i] });
    }
  }
  return seen;
}

function paintPath(c, { path, places, x, y, k }, r, palette) {
  if (path) {
    c.strokeStyle = palette.path;
    c.lineWidth = 2.5;
    for (const i of path) {
      c.beginPath();
      c.arc(places[i * 2] * k + x, places[i * 2 + 1] * k + y, r + 3.5, 0, round);
      c.stroke();
    }
  }
}

function paintLabels(c, view, seen, r, sprites) {
  const { graph, chosen, hovered, followed, path } = view;
  const onPath = new Set(path ?? []);
  const beside = new Set(chosen === null ? [] : graph.near[chosen]);
  const isSparse = seen.length < 120;
  const rank = ({ sector: { index }, count }) => (index === chosen || index === hovered ? 6 : index === followed ? 5 : onPath.has(index) ? 4 : beside.has(index) ? 3
    : count > 0 ? (r >= 3.2 || isSparse ? 2 : 0) : r >= 4.6 || isSparse ? 1 : 0);
  const wanted = [];
  for (const s of seen) {
    const importance = rank(s);
    if (importance > 0) {
      wanted.push({ ...s, rank: importance, ways: graph.near[s.sector.index].length, room: r + (s.count > 0 ? 5 : 3) });
    }
  }
  wanted.sort((a, b) => b.rank - a.rank || b.count - a.count || b.ways - a.ways);
  for (const { sprite, x, y } of placeLabels(wanted, seen, r, view, ({ sector, rank: importance }) => sprites.name(sector.label, importance > 2))) {
    sprites.put(c, sprite, x, y);
  }
}

/** A traveller between two places, `part` of the way. */
export function paintTraveller(c, { places, x, y, k }, { a, b, part }, palette) {
  const ease = part < 0.5 ? 2 * part * part : 1 - (2 - 2 * part) ** 2 / 2;
  const [x1, y1, x2, y2] = [places[a * 2], places[a * 2 + 1], places[b * 2], places[b * 2 + 1]];
  const [left, top] = [(x1 + (x2 - x1) * ease) * k + x, (y1 + (y2 - y1) * ease) * k + y];
  c.globalAlpha = 0.5 * (1 - part);
  c.strokeStyle = palette.players;
  c.lineWidth = 3;
  c.beginPath();
  c.moveTo(x1 * k + x, y1 * k + y);
  c.lineTo(left, top);
  c.stroke();
  // Who has arrived is among the number that is written there.
  c.globalAlpha = Math.min(1, (1 - part) * 7);
  c.fillStyle = palette.players;
  c.strokeStyle = palette.ground;
  c.lineWidth = 2;
  c.beginPath();
  c.arc(left, top, 5, 0, round);
  c.fill();
  c.stroke();
  c.globalAlpha = 1;
}
