import { el, icon } from '../dom.js';
import { glyphIcon } from '../map/glyphs.js';
import { facilityFacts } from './facts.js';

/** Details of one facility: beside it on a wide screen, a sheet at the bottom on a phone. */
export class FacilityCard {
  #node;
  #box;
  #close;
  #shown = '';

  constructor(node, box, close) {
    this.#node = node;
    this.#box = box;
    this.#close = close;
  }

  show(facility, cutOff, pinned) {
    this.#node.hidden = false;
    const shown = JSON.stringify([facility, cutOff, pinned]);
    if (shown === this.#shown) {
      return;
    }
    this.#shown = shown;
    this.#node.dataset.facility = facility.facilityId;
    this.#node.classList.toggle('pinned', pinned);
    this.#node.replaceChildren(
      el('header', { class: 'card-head' }, glyphIcon(facility.type),
        el('div', {}, el('h2', {}, facility.name), el('p', { class: 'muted' }, `${facility.type ?? 'Facility'} · ${facility.facilityId}`)),
        pinned && el('button', { type: 'button', class: 'close', 'aria-label': 'Close details', onclick: this.#close }, icon('close'))),
      facilityFacts(facility, cutOff));
  }

  /** Puts the card beside a place on the screen, on the side where there is room. */
  place(target) {
    const sheet = matchMedia('(max-width: 699px)').matches;
    this.#node.classList.toggle('sheet', sheet);
    if (sheet || !target || this.#node.hidden) {
      this.#node.style.transform = '';
      return;
    }
    const box = this.#box.getBoundingClientRect();
    const card = this.#node.getBoundingClientRect();
    const right = target.right + 14 + card.width < box.right;
    const left = right ? target.right + 10 : target.left - card.width - 10;
    const top = Math.min(Math.max(target.top - 30, box.top + 8), box.bottom - card.height - 8);
    const home = this.#node.offsetParent.getBoundingClientRect();
    this.#node.style.transform = `translate(${Math.max(left, box.left + 8) - home.left}px, ${top - home.top}px)`;
  }

  hide() {
    this.#node.hidden = true;
  }
}
