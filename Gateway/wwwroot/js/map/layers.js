import { svg } from '../dom.js';
import { faction } from '../factions.js';
import { glyph, isMajor } from './glyphs.js';

/** The parts of a continent's drawing, kept by facility so that an update touches only what changed. */
export function drawLand(land, zone) {
  const byId = new Map(zone.facilities.map(f => [f.facilityId, f]));
  const places = new Map(land.sites.map(site => [site.id, site]));
  const cells = new Map([...land.regions].map(([id, d]) => [id, cell(id, d)]));
  const borders = land.borders.map(({ a, b, d }) => ({ a, b, node: svg('path', { class: 'border', d }) }));
  const links = once(zone.links)
    .filter(([a, b]) => places.has(a) && places.has(b))
    .map(([a, b]) => ({ a, b, node: line(places.get(a), places.get(b)) }));
  const posts = new Map(land.sites.map(site => [site.id, post(site, byId.get(site.id), land)]));
  const node = svg('g', {},
    svg('g', { class: 'cells', 'aria-hidden': 'true' }, [...cells.values()]),
    svg('path', { class: 'coast', d: land.coast }),
    svg('g', { class: 'borders' }, borders.map(b => b.node)),
    svg('g', { class: 'links' }, links.map(l => l.node)),
    svg('g', { class: 'pulses' }),
    svg('g', { class: 'posts' }, ordered(posts, byId)));
  return { node, cells, borders, links, posts, places, pulses: node.querySelector('.pulses') };
}

/** Brings owners, front lines and lattice up to date. */
export function paintLand(drawn, zone, connected) {
  const byId = new Map(zone.facilities.map(f => [f.facilityId, f]));
  const owner = id => byId.get(id)?.factionId ?? null;
  for (const [id, node] of drawn.cells) {
    node.dataset.owner = faction(owner(id)).key;
  }
  for (const { a, b, node } of drawn.borders) {
    node.classList.toggle('front', owner(a) !== owner(b) && Boolean(owner(a)) && Boolean(owner(b)));
  }
  for (const { a, b, node } of drawn.links) {
    const [from, to] = [owner(a), owner(b)];
    node.dataset.owner = from === to ? faction(from).key : 'contested';
    node.classList.toggle('contested', from !== to && Boolean(from) && Boolean(to));
  }
  for (const [id, node] of drawn.posts) {
    const f = byId.get(id);
    node.dataset.owner = faction(f?.factionId).key;
    const cut = connected !== null && Boolean(f?.factionId) && !connected.has(id);
    node.classList.toggle('cut', cut);
    node.setAttribute('aria-label', `${f?.name}, ${f?.type ?? 'facility'}, held by ${faction(f?.factionId).name}${cut ? ', cut off from its warpgate' : ''}`);
  }
}

function cell(id, d) {
  return svg('g', { class: 'cell', 'data-id': id },
    ['ground', 'tint', 'pattern'].map(name => svg('path', { class: name, d })));
}

function line(from, to) {
  return svg('line', { class: 'link', x1: from.x, y1: from.y, x2: to.x, y2: to.y });
}

function post(site, f, land) {
  return svg('g', {
    class: isMajor(f.type) ? 'post major' : 'post', role: 'button', tabindex: '-1',
    'data-id': site.id, 'data-facility': site.id, transform: `translate(${site.x.toFixed(1)} ${site.y.toFixed(1)})`,
  },
  svg('g', { class: 'sized' },
    svg('circle', { class: 'hit', r: 13 }),
    svg('circle', { class: 'ring', r: 19 }),
    glyph(f.type),
    svg('text', { class: 'name', 'data-anchor': anchor(site.x / land.width), y: f.type === 'Warpgate' ? 30 : 25 }, f.name)));
}

// A name near the edge grows inwards, or it would be cut off.
function anchor(share) {
  return share < 0.12 ? 'start' : share > 0.86 ? 'end' : 'middle';
}

// The game's data names some links from both ends.
function once(links) {
  return [...new Map(links.map(([a, b]) => [`${Math.min(a, b)}-${Math.max(a, b)}`, [a, b]])).values()];
}

// Bases above outposts, so that where two overlap the one that matters can be seen.
function ordered(posts, byId) {
  return [...posts].sort(([a], [b]) => isMajor(byId.get(a).type) - isMajor(byId.get(b).type)).map(([, node]) => node);
}
