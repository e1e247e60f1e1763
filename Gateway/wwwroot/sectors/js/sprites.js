const round = Math.PI * 2;
const typed = new Set(['NEBULA', 'ASTEROID_FIELD', 'BLACK_HOLE', 'WORMHOLE']);
const mostKept = 900;
const textHeight = 18;

/**
 * Sectors and names as small pictures, each drawn once: thousands of them are put on a canvas many times faster than they
 * are drawn, above all where no graphics card helps.
 */
export class Sprites {
  #palette;
  #font;
  #ratio;
  #kept = new Map();

  constructor(palette, font, ratio) {
    [this.#palette, this.#font, this.#ratio] = [palette, font, ratio];
  }

  /** A sector of that radius with so many players. */
  place({ type, isStub }, count, r) {
    const kind = isStub ? 'stub' : typed.has(type) ? type : 'place';
    const size = Math.round(r * 2) / 2;
    const shownCount = Math.min(count, 99);
    return this.#get(`${kind} ${shownCount} ${size}`, () => {
      const half = Math.ceil(Math.max(3.2, size * 1.22) * 2.9 + 3);
      return this.#drawn(half * 2, half * 2, c => {
        c.translate(half, half);
        if (shownCount > 0) {
          this.#players(c, kind, shownCount, size);
        } else {
          this.#empty(c, kind, size);
        }
      });
    });
  }

  /** A name; `isStrong` where it matters more than others. */
  name(text, isStrong) {
    return this.#get(`name ${isStrong} ${text}`, () => {
      const wide = Math.ceil(this.#measure(text)) + 6;
      return this.#drawn(wide, textHeight, c => {
        c.font = `600 12px ${this.#font}`;
        c.textBaseline = 'middle';
        c.lineJoin = 'round';
        c.lineWidth = 3.5;
        c.strokeStyle = this.#palette.ground;
        c.globalAlpha = 0.85;
        c.strokeText(text, 3, textHeight / 2);
        c.globalAlpha = 1;
        c.fillStyle = isStrong ? this.#palette.text : this.#palette.muted;
        c.fillText(text, 3, textHeight / 2);
      });
    });
  }

  /** Puts a sprite on a canvas with its middle there, at whole pixels, where it is copied as it is. */
  put(c, { canvas, width, height }, x, y) {
    const snap = value => Math.round(value * this.#ratio) / this.#ratio;
    c.drawImage(canvas, snap(x - width / 2), snap(y - height / 2), width, height);
  }

  #players(c, kind, count, r) {
    const size = Math.max(3.2, r * 1.22);
    c.fillStyle = this.#palette.players;
    c.globalAlpha = 0.22;
    dot(c, size * (1.7 + Math.min(count, 12) * 0.09));
    c.globalAlpha = 1;
    dot(c, size);
    // What it is shows around who is there.
    if (typed.has(kind) && r >= 3.4) {
      c.strokeStyle = this.#palette[kind];
      ring(c, size + 2.5, 2);
    }
    if (size >= 7) {
      c.fillStyle = this.#palette.onPlayers;
      c.font = `700 ${Math.round(size * 1.25)}px ${this.#font}`;
      c.textAlign = 'center';
      c.textBaseline = 'middle';
      c.fillText(String(count), 0, 0.5);
    }
  }

  #empty(c, kind, r) {
    c.fillStyle = c.strokeStyle = this.#palette[kind];
    const shape = r < 3.4 && kind !== 'stub' ? 'place' : kind;
    (shapes[shape] ?? dot)(c, r, this.#palette);
  }

  #measure(text) {
    const c = this.#get('ruler', () => this.#drawn(1, 1, () => {})).canvas.getContext('2d');
    c.font = `600 12px ${this.#font}`;
    return c.measureText(text).width;
  }

  #drawn(width, height, draw) {
    const canvas = Object.assign(document.createElement('canvas'), { width: Math.ceil(width * this.#ratio), height: Math.ceil(height * this.#ratio) });
    const c = canvas.getContext('2d');
    c.scale(this.#ratio, this.#ratio);
    draw(c);
    return { canvas, width: canvas.width / this.#ratio, height: canvas.height / this.#ratio };
  }

  #get(key, make) {
    let sprite = this.#kept.get(key);
    if (!sprite) {
      if (this.#kept.size >= mostKept) {
        this.#kept.clear();
      }
      sprite = make();
      this.#kept.set(key, sprite);
    }
    return sprite;
  }
}

const shapes = {
  stub: (c, r) => ring(c, Math.max(1.5, r * 0.7), 1),
  ASTEROID_FIELD: (c, r) => {
    const reach = r * 1.25;
    c.beginPath();
    c.moveTo(0, -reach);
    c.lineTo(reach, 0);
    c.lineTo(0, reach);
    c.lineTo(-reach, 0);
    c.fill();
  },
  BLACK_HOLE: (c, r, palette) => {
    dot(c, r * 1.1);
    c.fillStyle = palette.ground;
    dot(c, r * 0.62);
  },
  WORMHOLE: (c, r) => {
    ring(c, r * 1.15, 1.6);
    dot(c, r * 0.5);
  },
  NEBULA: (c, r) => {
    c.globalAlpha = 0.32;
    dot(c, r * 1.9);
    c.globalAlpha = 1;
    dot(c, r * 0.9);
  },
};

function dot(c, r) {
  c.beginPath();
  c.arc(0, 0, r, 0, round);
  c.fill();
}

function ring(c, r, width) {
  c.lineWidth = width;
  c.beginPath();
  c.arc(0, 0, r, 0, round);
  c.stroke();
}
