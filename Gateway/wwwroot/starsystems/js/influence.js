import { el } from '../../js/dom.js';
import { fullTime } from '../../js/time.js';
import { InfluenceChart } from './chart.js';
import { chartLibrary } from './library.js';
import { percent } from './words.js';

const mostRows = 400;

/** A system's influence over time: a chart, or all the numbers as a table where that is wanted or no chart can be had. */
export class Influence {
  #node;
  #lack;
  #as;
  #wanted = 'chart';
  #chart = null;
  #shown = null;

  constructor(node, lack, as) {
    [this.#node, this.#lack, this.#as] = [node, lack, as];
    as.addEventListener('click', e => this.#choose(e.target.closest('[data-as]')?.dataset.as));
  }

  /** Another system: what was shown is no longer true. */
  clear() {
    this.#shown = null;
    this.#chart?.clear();
    this.#node.replaceChildren(el('p', { class: 'none' }, 'Asking…'));
  }

  fail(error) {
    if (this.#shown === null) {
      this.#node.replaceChildren(el('p', { class: 'none' }, `The influence over time cannot be read: ${error.message}`));
    }
  }

  /** As GET /systems/{address}/influence has it, from then to now in ms. */
  async show(data, from, to) {
    this.#shown = { data, from, to };
    const { uPlot, lack } = await chartLibrary();
    if (uPlot) {
      this.#chart ??= new InfluenceChart(uPlot);
    } else {
      this.#without(lack);
    }
    this.#draw();
  }

  #without(lack) {
    this.#wanted = 'table';
    this.#lack.hidden = false;
    this.#lack.textContent = `${lack} The numbers are shown as a table.`;
    this.#as.hidden = true;
  }

  #choose(as) {
    if (as) {
      this.#wanted = as;
      for (const button of this.#as.children) {
        button.setAttribute('aria-pressed', String(button.dataset.as === as));
      }
      this.#draw();
    }
  }

  #draw() {
    if (this.#shown === null) {
      return;
    }
    const { data, from, to } = this.#shown;
    if (data.times.length === 0) {
      this.#node.replaceChildren(el('p', { class: 'none' }, 'Nothing was observed within this time.'));
    } else if (this.#wanted === 'table') {
      this.#node.replaceChildren(table(data));
    } else {
      // It measures itself, so it has to be in the page first.
      if (this.#chart.node.parentNode !== this.#node) {
        this.#node.replaceChildren(this.#chart.node);
      }
      this.#chart.show(data, from, to);
    }
  }
}

function table({ times, factions }) {
  const rows = times.map((_, i) => i).reverse().slice(0, mostRows);
  return el('div', { class: 'scroll tall', tabindex: 0, role: 'region', 'aria-label': 'Influence over time as a table' },
    el('table', { class: 'influence-table' },
      el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, 'Observed'), factions.map(f => el('th', { scope: 'col', class: 'number' }, f.name)))),
      el('tbody', {}, rows.map(i => el('tr', {},
        el('th', { scope: 'row' }, el('time', { datetime: times[i] }, fullTime(times[i]))),
        factions.map(f => el('td', { class: 'number' }, percent(f.influence[i]))))))));
}
