import { el, setText } from '../../js/dom.js';
import { percent } from './words.js';

const hues = 8;
const dashes = [[], [7, 4], [2, 3]];
const [minute, day] = [60, 86_400];
const shortest = 60_000;
const dayOf = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const timeOf = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const secondOf = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
const whenOf = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

// Where the game itself draws a line.
const thresholds = [[0.025, 'retreat'], [0.75, 'expansion']];

/**
 * Influence over time as lines. Colours and dashes tell the factions apart; the names below show and hide them, and read
 * out the values under the pointer.
 */
export class InfluenceChart {
  #uPlot;
  #box = el('div', { class: 'chart' });
  #when = el('p', { class: 'chart-when muted' });
  #names = el('ul', { class: 'chart-names', 'aria-label': 'Factions shown' });
  #plot = null;
  #data = null;
  #hidden = new Set();
  #order = new Map();
  #values = [];
  #drawn = null;

  constructor(uPlot) {
    this.#uPlot = uPlot;
    this.node = el('div', { class: 'chart-whole' }, this.#box, this.#when, this.#names);
    new ResizeObserver(() => this.#resize()).observe(this.#box);
    matchMedia('(prefers-color-scheme: light)').addEventListener('change', () => this.#data && this.#draw());
  }

  /** As GET /systems/{address}/influence has it. The time axis ends at `to` and begins at `from`, in ms, or with the first observation. */
  show(data, from, to) {
    const span = Math.max(shortest, to - Math.max(from, Date.parse(data.times[0])));
    this.#data = { ...data, factions: this.#ordered(data.factions), from: (to - span * 1.02) / 1000, to: to / 1000 };
    if (this.#plot && this.#drawn === namesOf(this.#data)) {
      // What is focused and under the pointer stays.
      this.#plot.setData(this.#columns());
      this.#describe();
    } else {
      this.#draw();
    }
  }

  clear() {
    this.#plot?.destroy();
    [this.#plot, this.#data] = [null, null];
    this.#hidden.clear();
    this.#order.clear();
  }

  // A faction keeps its place and colour while the system is shown, however strong it gets.
  #ordered(factions) {
    factions.forEach(f => this.#order.has(f.name) || this.#order.set(f.name, this.#order.size));
    return [...factions].sort((a, b) => this.#order.get(a.name) - this.#order.get(b.name));
  }

  #draw() {
    this.#plot?.destroy();
    this.#drawn = namesOf(this.#data);
    this.#legend();
    this.#plot = new this.#uPlot(this.#options(), this.#columns(), this.#box);
    this.#describe();
  }

  #columns() {
    const { times, factions } = this.#data;
    return [times.map(t => Date.parse(t) / 1000), ...factions.map(f => f.influence.map(v => (v === null ? null : Number(v))))];
  }

  #describe() {
    const { times, factions } = this.#data;
    this.#box.setAttribute('role', 'img');
    this.#box.setAttribute('aria-label', `Influence of ${factions.length} factions at ${times.length} observations. Last: ${factions.map(f => `${f.name} ${percent(lastOf(f))}`).join(', ')}. The table has all numbers.`);
    this.#read(this.#plot.cursor.idx ?? null);
  }

  #resize() {
    const width = this.#box.clientWidth;
    if (this.#plot && width > 0 && width !== this.#plot.width) {
      this.#plot.setSize({ width, height: this.#height() });
    }
  }

  #height() {
    return this.#box.clientHeight || 320;
  }

  #options() {
    const { factions } = this.#data;
    const colour = name => getComputedStyle(this.#box).getPropertyValue(name).trim();
    const font = `12px ${colour('--sans')}`;
    const axis = { stroke: colour('--muted'), font, grid: { stroke: colour('--line'), width: 1 }, ticks: { show: false } };
    return {
      width: this.#box.clientWidth, height: this.#height(), padding: [12, 10, 0, 0],
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 7 } },
      scales: { x: { time: true, range: () => [this.#data.from, this.#data.to] }, y: { range: (_, __, max) => [0, Math.min(1, Math.max(0.05, (max ?? 0) * 1.12))] } },
      axes: [
        { ...axis, size: 30, values: (_, splits, __, ___, step) => splits.map(s => label(s * 1000, step)), space: 72 },
        { ...axis, size: 46, values: (_, splits) => splits.map(v => `${Math.round(v * 1000) / 10} %`) },
      ],
      series: [{}, ...factions.map((f, i) => ({
        label: f.name, show: !this.#hidden.has(f.name), stroke: colour(`--hue-${i % hues}`), width: 2, dash: dashes[Math.floor(i / hues) % 3].length ? dashes[Math.floor(i / hues) % 3] : dashes[i % 3],
        points: { size: 5, width: 1.5, fill: colour('--panel') },
      }))],
      hooks: {
        setCursor: [plot => this.#read(plot.cursor.idx)],
        drawAxes: [plot => this.#thresholds(plot, colour('--warn'), font)],
      },
    };
  }

  #thresholds({ ctx, bbox, scales, valToPos }, stroke, font) {
    ctx.save();
    [ctx.strokeStyle, ctx.fillStyle, ctx.font, ctx.textAlign] = [stroke, stroke, font.replace('12px', `${11 * devicePixelRatio}px`), 'right'];
    ctx.setLineDash([4 * devicePixelRatio, 4 * devicePixelRatio]);
    ctx.lineWidth = devicePixelRatio;
    for (const [value, word] of thresholds.filter(([v]) => v < scales.y.max)) {
      const y = Math.round(valToPos(value, 'y', true)) + 0.5;
      ctx.beginPath();
      ctx.moveTo(bbox.left, y);
      ctx.lineTo(bbox.left + bbox.width, y);
      ctx.stroke();
      ctx.fillText(word, bbox.left + bbox.width - 4, y - 4);
    }
    ctx.restore();
  }

  #legend() {
    const { factions } = this.#data;
    this.#values = factions.map(() => el('span', { class: 'chart-value' }));
    this.#names.replaceChildren(...factions.map((f, i) => el('li', {}, el('button', {
      type: 'button', 'data-hue': i % hues, 'data-dash': Math.floor(i / hues) % 3 || i % 3, 'aria-pressed': String(!this.#hidden.has(f.name)), onclick: e => this.#toggle(i, e.currentTarget),
    }, el('i', { 'aria-hidden': 'true' }), el('span', {}, f.name), this.#values[i]))));
  }

  #toggle(i, button) {
    const { name } = this.#data.factions[i];
    const show = this.#hidden.delete(name) || !this.#hidden.add(name);
    button.setAttribute('aria-pressed', String(show));
    this.#plot.setSeries(i + 1, { show });
  }

  // What is under the pointer, or the last of each.
  #read(index) {
    if (!this.#data) {
      return;
    }
    const { times, factions } = this.#data;
    const at = index ?? times.length - 1;
    setText(this.#when, times.length === 0 ? '' : `${index === null || index === undefined ? 'Last observation: ' : ''}${whenOf.format(new Date(times[at]))}`);
    factions.forEach((f, i) => this.#values[i] && setText(this.#values[i], percent(f.influence[at])));
  }
}

function namesOf(data) {
  return JSON.stringify(data.factions.map(f => f.name));
}

function label(at, step) {
  return (step >= day || (step >= minute && timeOf.format(at) === '00:00') ? dayOf : step >= minute ? timeOf : secondOf).format(at);
}

function lastOf(faction) {
  return faction.influence.findLast(v => v !== null) ?? null;
}
