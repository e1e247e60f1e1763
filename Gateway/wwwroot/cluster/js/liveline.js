import { svg } from '../../js/dom.js';
import { rate } from '../../js/numbers.js';

const samples = 90;
const [width, height] = [300, 50];

/** The last three minutes of something a second, as a line. */
export class LiveLine {
  #what;
  #values = [];
  #area = svg('path', { class: 'area' });
  #stroke = svg('path', { class: 'stroke' });

  constructor(what) {
    this.#what = what;
    this.node = svg('svg', { class: 'live-line', viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: 'none', role: 'img' },
      svg('path', { class: 'base', d: `M0 ${height}H${width}` }), this.#area, this.#stroke);
  }

  /** A value, or null where it is not known; the line has a gap there. */
  add(value) {
    this.#values = [...this.#values, value].slice(-samples);
    const known = this.#values.filter(v => v !== null);
    const top = Math.max(1, ...known);
    const x = i => (width * (samples - this.#values.length + i) / (samples - 1)).toFixed(1);
    const y = v => (height - 2 - (height - 4) * v / top).toFixed(1);
    const runs = this.#runs();
    this.#stroke.setAttribute('d', runs.map(run => `M${run.map(([i, v]) => `${x(i)} ${y(v)}`).join('L')}`).join(''));
    this.#area.setAttribute('d', runs.map(run => `M${x(run[0][0])} ${height}L${run.map(([i, v]) => `${x(i)} ${y(v)}`).join('L')}L${x(run.at(-1)[0])} ${height}Z`).join(''));
    this.node.setAttribute('aria-label', known.length === 0 ? `${this.#what}: not known`
      : `${this.#what} over the last three minutes: now ${rate(known.at(-1))}, at most ${rate(Math.max(...known))}`);
  }

  // Stretches without a gap.
  #runs() {
    const runs = [[]];
    this.#values.forEach((v, i) => (v === null ? runs.push([]) : runs.at(-1).push([i, v])));
    return runs.filter(run => run.length > 0);
  }
}
