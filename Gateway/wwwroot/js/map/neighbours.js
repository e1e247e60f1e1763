const directions = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

/**
 * The site an arrow key leads to: the nearest within 45 degrees of that direction, distance weighed up the further it
 * lies aside, so that holding a key goes straight on. Null where there is none, or for another key.
 */
export function neighbour(sites, from, key) {
  const direction = directions[key];
  if (!direction) {
    return null;
  }
  let best = null;
  let least = Infinity;
  for (const site of sites) {
    const ahead = (site.x - from.x) * direction[0] + (site.y - from.y) * direction[1];
    const aside = Math.abs((site.x - from.x) * direction[1] + (site.y - from.y) * direction[0]);
    const cost = ahead + 2 * aside;
    if (ahead > 0.5 && aside <= ahead && cost < least) {
      [best, least] = [site, cost];
    }
  }
  return best;
}

export function isArrow(key) {
  return key in directions;
}
