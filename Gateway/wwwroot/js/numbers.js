const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 });

/** `7`, `1,234`, `56.7K`. */
export function count(value) {
  return value === null || value === undefined ? '–' : value < 100_000 ? whole.format(value) : short.format(value);
}

/** Of something a second: `0`, `0.4`, `12`, `3,400`. */
export function rate(value) {
  return value === null || value === undefined ? '–' : value > 0 && value < 9.95 ? value.toFixed(1) : count(value);
}

/** `40 µs`, `1.4 ms`, `12 ms`, `1.3 s`. */
export function milliseconds(ms) {
  if (ms >= 995) {
    return `${(ms / 1000).toFixed(ms < 9950 ? 1 : 0)} s`;
  }
  if (ms < 0.0995) {
    return `${(ms * 1000).toFixed(ms < 0.00995 ? 1 : 0)} µs`;
  }
  return `${ms >= 9.95 ? ms.toFixed(0) : ms >= 0.995 ? ms.toFixed(1) : ms.toFixed(2)} ms`;
}

/** `310 MB`, `1.4 GB`. */
export function bytes(value) {
  return value >= 1e9 ? `${(value / 1e9).toFixed(1)} GB` : `${whole.format(value / 1e6)} MB`;
}
