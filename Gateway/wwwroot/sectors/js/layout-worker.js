// A classic worker: D3's modules name each other in a way that only a bundler, or one shared global, can follow.
importScripts(...['dispatch', 'quadtree', 'timer', 'force'].map(part => `../../lib/d3/d3-${part}.min.js`));

const spacing = 34;
const showEvery = 250;

onmessage = ({ data: { count, ways, start } }) => {
  const nodes = placed(count, neighbours(count, ways), start);
  const rounds = count > 600 ? 170 : 300;
  const simulation = d3.forceSimulation(nodes).stop()
    .alphaDecay(1 - 0.001 ** (1 / rounds))
    .force('ways', d3.forceLink(ways.map(([source, target]) => ({ source, target }))).distance(spacing))
    .force('room', d3.forceManyBody().strength(-spacing * 2.2).distanceMax(spacing * 24).theta(1))
    .force('apart', d3.forceCollide(spacing * 0.42).iterations(1))
    .force('x', d3.forceX().strength(0.045))
    .force('y', d3.forceY().strength(0.06));
  let shown = performance.now();
  for (let round = 1; round <= rounds; round++) {
    simulation.tick();
    if (performance.now() - shown > showEvery && round < rounds) {
      shown = performance.now();
      postMessage({ done: round / rounds, places: flat(nodes) });
    }
  }
  postMessage({ done: 1, places: flat(nodes) });
};

// In a spiral from the start outwards, nearest by ways first, so that little has to change sides. No chance is in it.
function placed(count, near, start) {
  const order = [];
  const seen = new Uint8Array(count);
  for (let root = start, next = 0; next <= count; root = next++) {
    if (root < count && !seen[root]) {
      seen[root] = 1;
      order.push(root);
      for (let i = order.length - 1; i < order.length; i++) {
        for (const other of near[order[i]]) {
          if (!seen[other]) {
            seen[other] = 1;
            order.push(other);
          }
        }
      }
    }
  }
  const nodes = new Array(count);
  order.forEach((index, i) => {
    const [reach, turn] = [spacing * 0.6 * Math.sqrt(i), i * Math.PI * (3 - Math.sqrt(5))];
    nodes[index] = { x: reach * Math.cos(turn), y: reach * Math.sin(turn) };
  });
  return nodes;
}

function neighbours(count, ways) {
  const near = Array.from({ length: count }, () => []);
  for (const [a, b] of ways) {
    near[a].push(b);
    near[b].push(a);
  }
  return near;
}

function flat(nodes) {
  const places = new Float32Array(nodes.length * 2);
  nodes.forEach((node, i) => {
    places[i * 2] = node.x;
    places[i * 2 + 1] = node.y;
  });
  return places;
}
