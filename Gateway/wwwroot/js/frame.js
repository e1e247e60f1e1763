// A click on something that is redrawn between press and release is lost; browsers send it a moment after the release.
const clickMayTake = 60;

/**
 * Draws what was asked for once a frame, and not while something is being pressed.
 * @returns a function that asks for a drawing.
 */
export function framed() {
  const waiting = new Set();
  let pressed = false;
  let asked = false;

  const draw = () => {
    asked = false;
    if (!pressed) {
      const drawings = [...waiting];
      waiting.clear();
      drawings.forEach(f => f());
    }
  };
  const ask = () => {
    if (!asked) {
      asked = true;
      requestAnimationFrame(draw);
    }
  };
  const release = () => setTimeout(() => {
    pressed = false;
    ask();
  }, clickMayTake);

  addEventListener('pointerdown', () => { pressed = true; }, true);
  addEventListener('pointerup', release, true);
  addEventListener('pointercancel', release, true);
  return drawing => {
    waiting.add(drawing);
    ask();
  };
}
