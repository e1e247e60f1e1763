const pad = 46;
const closestPixels = 190;

/** Where the map is looked at from: panned and zoomed by pointer, wheel, pinch and buttons. Fitted, one finger scrolls the page. */
export class Camera {
  #d3;
  #space;
  #selection;
  #zoom;
  #changed;
  #bounds = { left: 0, top: 0, right: 1, bottom: 1 };
  #step = 1;
  #fitted = 1;
  #isFitted = true;
  k = 1;
  x = 0;
  y = 0;
  width = 1;
  height = 1;

  /** `changed(isMoving)` is called whenever it looks elsewhere. */
  constructor(d3, space, changed) {
    [this.#d3, this.#space, this.#changed] = [d3, space, changed];
    this.#selection = d3.select(space);
    this.#zoom = d3.zoom().filter(e => this.#takes(e)).clickDistance(5)
      .on('zoom', ({ transform, sourceEvent }) => {
        [this.k, this.x, this.y] = [transform.k, transform.x, transform.y];
        this.#isFitted = sourceEvent ? this.k <= this.#fitted * 1.001 : this.#isFitted;
        space.classList.toggle('zoomed', this.k > this.#fitted * 1.02);
        changed(true);
      })
      .on('end', () => changed(false));
    this.#selection.call(this.#zoom);
    new ResizeObserver(() => this.#resize()).observe(space);
  }

  /** What there is to see, and how far sectors that are linked typically lie apart. */
  frame(bounds, step) {
    [this.#bounds, this.#step] = [bounds, step];
    this.#resize();
  }

  fit() {
    this.#isFitted = true;
    this.#go(this.#whole());
  }

  zoom(factor) {
    this.#isFitted = false;
    this.#zoom.scaleBy(this.#moving(), factor);
  }

  pan(dx, dy) {
    this.#isFitted = false;
    this.#zoom.translateBy(this.#moving(), dx / this.k, dy / this.k);
  }

  /** Brings a place into view where it is outside or at the edge; closer, too, where it is asked for. */
  reveal(x, y, closer = false) {
    const [left, top] = [x * this.k + this.x, y * this.k + this.y];
    const k = closer ? Math.max(this.k, Math.min(this.#fitted * 8, 70 / this.#step)) : this.k;
    if (k !== this.k || left < 60 || top < 40 || left > this.width - 60 || top > this.height - 40) {
      this.#isFitted = false;
      this.#go(this.#d3.zoomIdentity.translate(this.width / 2 - x * k, this.height / 2 - y * k).scale(k));
    }
  }

  /** Looks at all of these places at once. */
  show(bounds) {
    this.#isFitted = false;
    this.#go(this.#whole(bounds));
  }

  #whole({ left, top, right, bottom } = this.#bounds) {
    const [w, h] = [Math.max(right - left, 1e-6), Math.max(bottom - top, 1e-6)];
    const k = Math.min(Math.max(1, this.width - 2 * pad) / w, Math.max(1, this.height - 2 * pad) / h, closestPixels / this.#step);
    return this.#d3.zoomIdentity.translate(this.width / 2 - k * (left + right) / 2, this.height / 2 - k * (top + bottom) / 2).scale(k);
  }

  #resize() {
    const { width, height } = this.#space.getBoundingClientRect();
    if (width === 0) {
      return;
    }
    [this.width, this.height] = [width, height];
    const { left, top, right, bottom } = this.#bounds;
    this.#fitted = this.#whole().k;
    const [outX, outY] = [width * 0.6 / this.#fitted, height * 0.6 / this.#fitted];
    this.#zoom.extent([[0, 0], [width, height]])
      .scaleExtent([this.#fitted * 0.85, Math.max(this.#fitted * 1.5, closestPixels / this.#step)])
      .translateExtent([[left - outX, top - outY], [right + outX, bottom + outY]]);
    if (this.#isFitted) {
      this.#selection.call(this.#zoom.transform, this.#whole());
    }
    this.#changed(false);
  }

  #go(transform) {
    this.#zoom.transform(this.#moving(), transform);
  }

  // In one step for those who asked for less motion, and where nobody can see it.
  #moving() {
    return matchMedia('(prefers-reduced-motion: reduce)').matches || document.hidden ? this.#selection : this.#selection.interrupt().transition().duration(280);
  }

  #takes(e) {
    if (e.type === 'wheel') {
      const isOut = e.deltaY > 0;
      return (e.ctrlKey || matchMedia('(min-width: 1000px)').matches) && !(isOut && this.k <= this.#fitted * 1.001);
    }
    if (e.type === 'touchstart') {
      return e.touches.length > 1 || this.k > this.#fitted * 1.02;
    }
    return !e.ctrlKey && !e.button && !e.target.closest?.('.map-tools');
  }
}
