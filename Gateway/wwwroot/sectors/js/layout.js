const stored = 'sectors-layout';

/**
 * Where to draw each sector: as the map says, else as forces push them apart, reckoned in a worker and kept for as long as
 * the tab is open. `show(places, done)` gets places as x, y, x, y, ... and how much of it is done, from 0 to 1.
 * @returns a function that gives up.
 */
export function layOut(universe, graph, show) {
  const given = givenPlaces(graph);
  if (given) {
    show(given, 1);
    return () => {};
  }
  const key = `${universe}/${graph.version}/${graph.sectors.length}/${checksum(graph.pairs)}`;
  const known = recall(key, graph.sectors.length);
  if (known) {
    show(known, 1);
    return () => {};
  }
  const worker = new Worker(new URL('layout-worker.js', import.meta.url));
  worker.onmessage = ({ data: { done, places } }) => {
    if (done === 1) {
      worker.terminate();
      keep(key, places);
    }
    show(places, done);
  };
  worker.onerror = () => show(null, 1);
  worker.postMessage({ count: graph.sectors.length, ways: graph.pairs.map(pair => [pair.a, pair.b]), start: busiest(graph.near) });
  return () => worker.terminate();
}

// A few that have no place of their own are put beside a neighbour that has one.
function givenPlaces({ sectors, near }) {
  const has = s => Number.isFinite(s.x) && Number.isFinite(s.y);
  if (sectors.filter(has).length < sectors.length / 2) {
    return null;
  }
  const places = new Float32Array(sectors.length * 2);
  const reach = Math.sqrt(area(sectors.filter(has)) / sectors.length) * 0.5;
  sectors.forEach((s, i) => {
    const beside = has(s) ? null : near[i].map(n => sectors[n]).find(has);
    places[i * 2] = has(s) ? s.x : (beside?.x ?? 0) + reach * Math.cos(i * 2.4);
    places[i * 2 + 1] = has(s) ? s.y : (beside?.y ?? 0) + reach * Math.sin(i * 2.4);
  });
  return places;
}

// A universe of the same name may be another one.
function checksum(pairs) {
  return pairs.reduce((sum, { a, b }) => (Math.imul(sum, 31) + a * 7919 + b) | 0, pairs.length);
}

function busiest(near) {
  return near.reduce((best, ways, i) => (ways.length > near[best].length ? i : best), 0);
}

function area(sectors) {
  const span = of => Math.max(...sectors.map(of)) - Math.min(...sectors.map(of)) || 1;
  return span(s => s.x) * span(s => s.y);
}

function recall(key, count) {
  try {
    const { key: of, places } = JSON.parse(sessionStorage.getItem(stored) ?? '{}');
    return of === key && places.length === count * 2 ? Float32Array.from(places) : null;
  } catch {
    return null;
  }
}

function keep(key, places) {
  try {
    sessionStorage.setItem(stored, JSON.stringify({ key, places: [...places].map(n => Math.round(n * 10) / 10) }));
  } catch {
    // A tab that may keep nothing reckons again.
  }
}
