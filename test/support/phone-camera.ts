/** What a phone's camera sees of a board, with the flaws of a hand-held one. Pure but for its arguments. */

export interface Glass {
  /** RGBA, as `ImageData` has it. */
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
  readonly pitchMm: number;
}

export interface Shot {
  /** From the lens to `aim`. */
  readonly distanceM: number;
  /** Board pixels: where the camera points. */
  readonly aim: { readonly x: number; readonly y: number };
  /** How far from square on the phone stands, about the vertical axis. */
  readonly yawDegrees: number;
  /** How far from upright it is held. */
  readonly rollDegrees: number;
  /** From 0 to 1, uniform; the sensor's noise. */
  readonly random: () => number;
}

/**
 * A main camera of 26 mm equivalent sees 69.4° across. Scanners read its viewfinder, 1920 pixels wide, not the
 * 4032 of a still picture: the harder case.
 */
const VIEW_PX = 1920;
const FIELD_DEGREES = 69.4;
/** The middle of the view, which is where scanners look. */
const SIDE_PX = 300;
/** Samples of the glass for each sensor pixel, each way. */
const SAMPLES = 3;
/** Lens, hand and demosaicking together. */
const BLUR = [0.06, 0.24, 0.4, 0.24, 0.06] as const;
/** Of 255: the sun on the glass lifts the dark, the exposure keeps the light from clipping. */
const [DARK, LIGHT] = [38, 225];
/** Standard deviation, of 255: by daylight, after the phone's own smoothing. */
const NOISE = 3;

/** The middle of the view as RGBA. */
export function photograph(glass: Glass, shot: Shot): { data: Uint8ClampedArray; side: number } {
  const grey = blurred(sensed(glass, shot));
  const data = new Uint8ClampedArray(SIDE_PX * SIDE_PX * 4);
  for (let at = 0; at < grey.length; at += 1) {
    const value = (grey[at] ?? 0) + gaussian(shot.random) * NOISE;
    data.set([value, value, value, 255], at * 4);
  }
  return { data, side: SIDE_PX };
}

/** A generator that gives the same numbers for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function sensed(glass: Glass, shot: Shot): Float32Array {
  const focalPx = VIEW_PX / 2 / Math.tan(radians(FIELD_DEGREES / 2));
  const [yaw, roll] = [radians(shot.yawDegrees), radians(shot.rollDegrees)];
  const distancePx = (shot.distanceM * 1000) / glass.pitchMm;
  const grey = new Float32Array(SIDE_PX * SIDE_PX);
  for (let row = 0; row < SIDE_PX; row += 1)
    for (let column = 0; column < SIDE_PX; column += 1) {
      let sum = 0;
      for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
        const u = column - SIDE_PX / 2 + ((sample % SAMPLES) + 0.5) / SAMPLES;
        const v = row - SIDE_PX / 2 + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES;
        const across = (u * Math.cos(roll) - v * Math.sin(roll)) / focalPx;
        const down = (u * Math.sin(roll) + v * Math.cos(roll)) / focalPx;
        // Where the ray meets the glass, which is turned about the vertical axis through the aim.
        const depth = distancePx / (Math.cos(yaw) - across * Math.sin(yaw));
        const x = shot.aim.x + across * depth;
        const y = shot.aim.y + down * depth * Math.cos(yaw);
        sum += greyAt(glass, x, y);
      }
      const part = sum / (SAMPLES * SAMPLES) / 255;
      grey[row * SIDE_PX + column] = DARK + (LIGHT - DARK) * part;
    }
  return grey;
}

/** Beside the board it is dusk. */
function greyAt({ data, width, height }: Glass, x: number, y: number): number {
  const [column, row] = [Math.floor(x), Math.floor(y)];
  if (column < 0 || row < 0 || column >= width || row >= height) return 90;
  const at = (row * width + column) * 4;
  return 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
}

function blurred(grey: Float32Array): Float32Array {
  const along = (from: Float32Array, step: number) =>
    from.map((_, at) =>
      BLUR.reduce((sum, weight, tap) => sum + weight * (from[at + (tap - 2) * step] ?? 0), 0),
    );
  return along(along(grey, 1), SIDE_PX);
}

/** Box and Muller's. */
function gaussian(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
