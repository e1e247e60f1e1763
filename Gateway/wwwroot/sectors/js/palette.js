const names = {
  ground: '--sea', text: '--text', muted: '--muted', link: '--coast', place: '--place', stub: '--nobody', players: '--accent', onPlayers: '--on-accent',
  chosen: '--focus', path: '--hue-4', follow: '--good', NEBULA: '--hue-1', ASTEROID_FIELD: '--hue-7', BLACK_HOLE: '--bad', WORMHOLE: '--hue-3', tunnel: '--hue-1',
};

/** The page's colours for what is drawn on a canvas; asked for anew where light turns to dark. */
export function paletteOf(node) {
  const style = getComputedStyle(node);
  return Object.fromEntries(Object.entries(names).map(([name, property]) => [name, style.getPropertyValue(property).trim()]));
}
