import { el } from '../dom.js';
import { faction, factionBadge } from '../factions.js';

/** Who holds how much: one bar for all, one row for each with what its warpgate reaches. */
export function controlPanel(zone) {
  return [controlBar(zone.control), el('ul', { class: 'control-rows' }, zone.control.map(row))];
}

/** The stacked bar alone, as the overview cards have it. */
export function controlBar(control) {
  const text = control.map(c => `${faction(c.factionId).short} ${percent(c.percent)}`).join(', ');
  return el('div', { class: 'bar', role: 'img', 'aria-label': `Territory: ${text}` },
    control.map(c => grow(el('span', { class: 'bar-part', 'data-owner': faction(c.factionId).key }), c.percent)));
}

function row(c) {
  const cut = c.facilities - c.connectedFacilities;
  return el('li', { class: 'control-row', 'data-owner': faction(c.factionId).key },
    factionBadge(c.factionId),
    el('strong', { class: 'figure' }, percent(c.percent)),
    el('span', { class: 'muted held' }, `${c.facilities} held`),
    el('div', { class: 'meter', 'aria-hidden': 'true' },
      width(el('span', { class: 'meter-all' }), c.percent), width(el('span', { class: 'meter-linked' }), c.connectedPercent ?? c.percent)),
    el('span', { class: 'muted linked' }, c.connectedPercent === null
      ? 'lattice unknown'
      : `${percent(c.connectedPercent)} linked to its warpgate${cut > 0 ? `, ${cut} cut off` : ''}`));
}

function percent(value) {
  return `${value.toFixed(value > 0 && value < 10 ? 1 : 0)} %`;
}

// Set through the object model: a strict content security policy forbids style attributes in markup, not this.
function grow(node, value) {
  node.style.flexGrow = String(value);
  node.hidden = value === 0;
  return node;
}

function width(node, value) {
  node.style.width = `${value}%`;
  return node;
}
