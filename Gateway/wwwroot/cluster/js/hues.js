const count = 6;

/** Which silo has which colour; a silo keeps its own for as long as the page is open. */
export class Hues {
  #hues = new Map();

  learn(silos) {
    for (const { address } of silos) {
      if (!this.#hues.has(address)) {
        this.#hues.set(address, this.#rarest(silos));
      }
    }
  }

  of(address) {
    return this.#hues.get(address) ?? 0;
  }

  #rarest(silos) {
    const taken = Array.from({ length: count }, () => 0);
    for (const { address } of silos) {
      if (this.#hues.has(address)) {
        taken[this.#hues.get(address)]++;
      }
    }
    return taken.indexOf(Math.min(...taken));
  }
}
