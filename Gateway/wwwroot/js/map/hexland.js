/**
 * Land for a continent of which only the facilities' places are known: a grid of hexagons, each belonging to its
 * nearest facility, cut off at a coast some way out. The game draws its regions the same way.
 */

const root3 = Math.sqrt(3);
const size = 1000;
const margin = 60;
const sea = 22;

// Neighbours of a pointy-topped hexagon in the order of its edges, for even and odd rows.
const steps = [
  [[0, -1], [1, 0], [0, 1], [-1, 1], [-1, 0], [-1, -1]],
  [[1, -1], [1, 0], [1, 1], [0, 1], [-1, 0], [0, -1]],
];

/**
 * @returns {{width, height, sites: {id, x, y}[], regions: Map<number, string>, borders: {a, b, d}[], coast: string}}
 * in map units: the longer side of the continent spans about 1000. North (game x) is up, east (game z) is right.
 */
export function hexland(facilities) {
  const { sites, width, height } = project(facilities);
  const grid = grow(sites, width, height);
  const frame = around(grid);
  return {
    width: frame.width,
    height: frame.height,
    sites: sites.map(({ id, x, y }) => ({ id, x: x - frame.left, y: y - frame.top })),
    ...outline(grid, frame),
  };
}

function project(facilities) {
  const xs = facilities.map(f => f.z);
  const ys = facilities.map(f => -f.x);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [wide, high] = [Math.max(...xs) - left, Math.max(...ys) - top];
  const scale = (size - 2 * margin) / Math.max(wide, high, 1);
  const edge = 2 * margin;
  return {
    sites: facilities.map((f, i) => ({ id: f.facilityId, x: (xs[i] - left) * scale + edge, y: (ys[i] - top) * scale + edge })),
    width: wide * scale + 2 * edge,
    height: high * scale + 2 * edge,
  };
}

function grow(sites, width, height) {
  const room = ((width - 2 * margin) * (height - 2 * margin)) / sites.length;
  const spacing = Math.min(Math.sqrt(room), 260);
  const radius = Math.min(Math.max(Math.sqrt(room / 2.6 / 30), 7), 16);
  const hull = convexHull(sites);
  const cells = new Map();
  for (let row = 0; row * 1.5 * radius < height + radius; row++) {
    for (let column = 0; column * root3 * radius < width + radius; column++) {
      const x = root3 * radius * (column + (row & 1) / 2);
      const y = 1.5 * radius * row;
      const { site, distance } = nearest(sites, x, y);
      const reach = inside(hull, x, y) ? 1.35 * spacing : (0.5 + 0.16 * ripple(x, y)) * spacing;
      if (distance < reach) {
        cells.set(`${column},${row}`, { column, row, x, y, id: site.id });
      }
    }
  }
  return { cells, radius };
}

function around({ cells, radius }) {
  const xs = [...cells.values()].map(cell => cell.x);
  const ys = [...cells.values()].map(cell => cell.y);
  const [left, top] = [Math.min(...xs) - radius - sea, Math.min(...ys) - radius - sea];
  return { left, top, width: Math.max(...xs) + radius + sea - left, height: Math.max(...ys) + radius + sea - top };
}

function outline({ cells, radius }, frame) {
  const loops = new Map();
  const borders = new Map();
  const coast = [];
  for (const cell of cells.values()) {
    const ring = cornersOf(cell, radius, frame);
    steps[cell.row & 1].forEach(([dc, dr], i) => {
      const other = cells.get(`${cell.column + dc},${cell.row + dr}`);
      if (other?.id === cell.id) {
        return;
      }
      const [from, to] = [ring[i], ring[(i + 1) % 6]];
      grouped(loops, cell.id, () => new Map()).set(from, to);
      if (!other) {
        coast.push(`M${from}L${to}`);
      } else if (cell.id < other.id) {
        grouped(borders, `${cell.id}-${other.id}`, () => ({ a: cell.id, b: other.id, parts: [] })).parts.push(`M${from}L${to}`);
      }
    });
  }
  return {
    regions: new Map([...loops].map(([id, edges]) => [id, stitch(edges)])),
    borders: [...borders.values()].map(({ a, b, parts }) => ({ a, b, d: parts.join('') })),
    coast: coast.join(''),
  };
}

// At a corner three hexagons meet, so a region's edge that ends there has exactly one that goes on.
function stitch(edges) {
  const loops = [];
  while (edges.size > 0) {
    const [start] = edges.keys();
    const points = [];
    for (let point = start; edges.has(point);) {
      points.push(point);
      const next = edges.get(point);
      edges.delete(point);
      point = next;
    }
    loops.push(`M${points.join('L')}Z`);
  }
  return loops.join('');
}

// Corners lie on a lattice of half widths and half radii: whole numbers, so that neighbours agree on them to the digit.
const corners = [[0, -2], [1, -1], [1, 1], [0, 2], [-1, 1], [-1, -1]];

function cornersOf({ column, row }, radius, { left, top }) {
  return corners.map(([dx, dy]) => {
    const x = (2 * column + (row & 1) + dx) * root3 * radius / 2 - left;
    const y = (3 * row + dy) * radius / 2 - top;
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  });
}

function nearest(sites, x, y) {
  let [site, best] = [sites[0], Infinity];
  for (const candidate of sites) {
    const d = (candidate.x - x) ** 2 + (candidate.y - y) ** 2;
    if (d < best) {
      [site, best] = [candidate, d];
    }
  }
  return { site, distance: Math.sqrt(best) };
}

// Bays and capes: the same for the same place, so that a coast never changes.
function ripple(x, y) {
  return Math.sin(x / 37 + 1.3) * Math.cos(y / 29) + 0.6 * Math.sin((x + y) / 17) + 0.4 * Math.cos((x - y) / 53);
}

function convexHull(points) {
  const sorted = [...points].sort((p, q) => p.x - q.x || p.y - q.y);
  const half = ordered => ordered.reduce((chain, p) => {
    while (chain.length > 1 && cross(chain.at(-2), chain.at(-1), p) <= 0) {
      chain.pop();
    }
    chain.push(p);
    return chain;
  }, []);
  return [...half(sorted).slice(0, -1), ...half(sorted.reverse()).slice(0, -1)];
}

function inside(hull, x, y) {
  return hull.length > 2 && hull.every((p, i) => cross(p, hull[(i + 1) % hull.length], { x, y }) >= 0);
}

function cross(a, b, c) {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

function grouped(map, key, make) {
  if (!map.has(key)) {
    map.set(key, make());
  }
  return map.get(key);
}
