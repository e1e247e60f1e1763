const height = 15;
const areaEach = 6500;
const manyPlaces = 260;

/**
 * Puts names beside their places, the most important first, each where it covers no other name, and no sector where that
 * can be; those for which there is no room are left out. `wanted` is sorted and has left, top, room, rank; whatever ranks
 * above 5 is shown in any case. `places` are the sectors in sight, of radius `r`; `spriteOf` gives a name's picture.
 */
export function placeLabels(wanted, places, r, { width, height: tall }, spriteOf) {
  const most = Math.max(12, (width * tall) / areaEach);
  const dots = places.length > manyPlaces ? [] : places.map(({ left, top }) => ({ left: left - r, top: top - r, right: left + r, bottom: top + r }));
  const taken = [];
  const placed = [];
  let tries = most * 4;
  for (const item of wanted) {
    if (placed.length >= most || tries-- <= 0) {
      break;
    }
    const sprite = spriteOf(item);
    const found = room(item, sprite.width - 4, taken, dots, width);
    if (found) {
      taken.push(found);
      placed.push({ sprite, x: (found.left + found.right) / 2, y: (found.top + found.bottom) / 2 });
    }
  }
  return placed;
}

function room({ left, top, room: beside, rank }, wide, taken, dots, width) {
  const boxes = [
    box(left + beside, top - height / 2, wide),
    box(left - beside - wide, top - height / 2, wide),
    box(left - wide / 2, top + beside, wide),
    box(left - wide / 2, top - beside - height, wide),
  ].filter(b => b.left > 2 && b.right < width - 2);
  const free = boxes.filter(b => !taken.some(t => isOver(b, t)));
  return free.find(b => !dots.some(d => isOver(b, d))) ?? free[0] ?? (rank > 5 ? boxes[0] ?? null : null);
}

function isOver(a, b) {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}

function box(left, top, wide) {
  return { left, top, right: left + wide, bottom: top + height };
}
