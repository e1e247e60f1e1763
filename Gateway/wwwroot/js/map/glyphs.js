import { svg } from '../dom.js';

// Drawn in a box of 24 by 24 about the origin. `big` marks what a fight is about; the rest are outposts.
const glyphs = {
  Warpgate: { big: 1.25, d: 'M0-8a8 8 0 1 1-.01 0ZM0-4a4 4 0 1 1-.01 0ZM0-11v3M0 8v3M-11 0h3M8 0h3' },
  'Bio Lab': { big: 1, d: 'M-7 5a7 8 0 0 1 14 0ZM-9 5h18M0-3v8M-4-1v6M4-1v6' },
  'Amp Station': { big: 1, d: 'M2-8-5 1h4l-2 7 8-10H1Z' },
  'Tech Plant': { big: 1, d: 'M-7 7v-9l4 3v-3l4 3v-3l6 4v5ZM4-2v-5M7 0v-5' },
  'Interlink Facility': { big: 1, d: 'M-6 5a2 2 0 1 1-.01 0ZM6 5a2 2 0 1 1-.01 0ZM0-7a2 2 0 1 1-.01 0ZM-1-3-5 4M1-3 5 4M-4 7h8' },
  'Containment Site': { big: 1, d: 'M0-8 7-4v8L0 8-7 4v-8ZM0-3a3 3 0 1 1-.01 0Z' },
  Trident: { big: 1, d: 'M0-8V8M-6-6v4q0 4 6 4t6-4v-4M-3 8h6' },
  'Large Outpost': { big: 0.72, d: 'M-5-5h10v10h-10ZM-5 0h10M0-5v10' },
  'Construction Outpost': { big: 0.6, d: 'M-6 6 0-6 6 6ZM-3 1h6' },
  Seapost: { big: 0.6, d: 'M-7-1q3.5-5 7 0t7 0M-7 5q3.5-5 7 0t7 0' },
  'Small Outpost': { big: 0.52, d: 'M0-5a5 5 0 1 1-.01 0Z' },
};

const other = { big: 0.52, d: 'M0-5 5 0 0 5-5 0Z' };

/** How large a facility of this type is drawn; 1 is a base, outposts are less. */
export function weight(type) {
  return (glyphs[type] ?? other).big;
}

/** True for what carries its name on the map from afar. */
export function isMajor(type) {
  return weight(type) >= 1;
}

/** The sign of a facility's type on its plate. */
export function glyph(type) {
  const { big, d } = glyphs[type] ?? other;
  return svg('g', { class: 'glyph', transform: `scale(${big})` },
    svg('path', { class: 'plate', d: 'M0-14 12.1-7v14L0 14-12.1 7v-14Z' }),
    svg('path', { class: 'sign', d }));
}

/** The same sign by itself, for lists and cards. */
export function glyphIcon(type) {
  const { d } = glyphs[type] ?? other;
  return svg('svg', { class: 'type-icon', viewBox: '-12 -12 24 24', 'aria-hidden': 'true' }, svg('path', { d }));
}

export const typeNames = Object.keys(glyphs);
