/** Shows items as children that stay the same nodes while their item does: focus, selection and motion survive. */
export class Keyed {
  #parent;
  #make;
  #parts = new Map();

  /** `make` gives `{ node, show(item) }`. */
  constructor(parent, make) {
    [this.#parent, this.#make] = [parent, make];
  }

  show(items, keyOf) {
    const before = this.#parts;
    this.#parts = new Map(items.map(item => {
      const key = keyOf(item);
      const part = before.get(key) ?? this.#make(item);
      part.show(item);
      return [key, part];
    }));
    for (const [key, part] of before) {
      if (!this.#parts.has(key)) {
        part.node.remove();
      }
    }
    let at = this.#parent.firstChild;
    for (const { node } of this.#parts.values()) {
      if (node === at) {
        at = at.nextSibling;
      } else {
        this.#parent.insertBefore(node, at);
      }
    }
  }
}
