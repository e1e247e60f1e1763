/**
 * Reads something again whenever asked to: one reading at a time, and no more often than `pause`. A reading that failed is
 * tried again by itself; one that was begun for something else than what is wanted now is thrown away.
 */
export class Reading {
  #read;
  #show;
  #fail;
  #pause;
  #subject = null;
  #timer = null;
  #due = Infinity;
  #begun = 0;
  #busy = false;

  /** `read(subject)` promises what `show` shows; `fail` gets the error. */
  constructor(read, show, fail, pause = 1000) {
    [this.#read, this.#show, this.#fail, this.#pause] = [read, show, fail, pause];
  }

  /** Reads of this from now on, at once; null reads nothing. */
  of(subject) {
    this.#subject = subject;
    this.#begun = 0;
    this.#due = Infinity;
    clearTimeout(this.#timer);
    this.#timer = null;
    if (subject !== null) {
      this.soon();
    }
  }

  /** Within so many milliseconds at most, and not before the pause is over. */
  soon(within = 0) {
    if (this.#subject === null) {
      return;
    }
    const due = Math.max(Date.now() + within, this.#begun + this.#pause);
    if (due < this.#due) {
      this.#due = due;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#go(), due - Date.now());
    }
  }

  async #go() {
    if (this.#busy) {
      this.#due = Infinity;
      this.soon(200);
      return;
    }
    [this.#busy, this.#begun, this.#due] = [true, Date.now(), Infinity];
    const subject = this.#subject;
    try {
      const answer = await this.#read(subject);
      if (subject === this.#subject) {
        this.#show(answer);
      }
    } catch (error) {
      if (subject === this.#subject) {
        this.#fail(error);
        this.soon(error.status === 404 ? 30_000 : 5000);
      }
    } finally {
      this.#busy = false;
    }
  }
}
