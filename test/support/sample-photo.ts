/** Pictures for samples, in the browser: the drawings of `content/pictures` by name, and two hard photos. */

const WIDTH_PX = 1600;
const HEIGHT_PX = 1200;

/** Takes `white-photo`, `busy-photo` or the name of a drawing; rejects for a drawing that is not there. */
export async function samplePhoto(name: string): Promise<ImageBitmap> {
  if (name === 'white-photo') return drawn(white);
  if (name === 'busy-photo') return drawn(busy);
  const image = new Image();
  image.src = `/content/pictures/${name}.svg`;
  await image.decode();
  return createImageBitmap(image);
}

function drawn(draw: (context: OffscreenCanvasRenderingContext2D) => void): Promise<ImageBitmap> {
  const canvas = new OffscreenCanvas(WIDTH_PX, HEIGHT_PX);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  draw(context);
  return createImageBitmap(canvas);
}

/** A white plate on a white cloth in bright light: the worst ground for light letters. */
function white(context: OffscreenCanvasRenderingContext2D): void {
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, WIDTH_PX, HEIGHT_PX);
  const plate = context.createRadialGradient(940, 660, 120, 940, 660, 470);
  plate.addColorStop(0, '#f4f1ea');
  plate.addColorStop(0.8, '#fbfaf7');
  plate.addColorStop(0.9, '#e2ded4');
  plate.addColorStop(1, '#ffffff');
  context.fillStyle = plate;
  context.fillRect(0, 0, WIDTH_PX, HEIGHT_PX);
}

/** A crowd of small patches, dark beside light, as a photo of a market at noon. */
function busy(context: OffscreenCanvasRenderingContext2D): void {
  const random = seeded(7);
  context.fillStyle = '#c8b8a0';
  context.fillRect(0, 0, WIDTH_PX, HEIGHT_PX);
  for (let patch = 0; patch < 2600; patch += 1) {
    const light = random() < 0.5 ? 70 + random() * 28 : 8 + random() * 34;
    context.fillStyle = `hsl(${String(random() * 360)} ${String(20 + random() * 50)}% ${String(light)}%)`;
    const size = 14 + random() * 70;
    context.fillRect(
      random() * WIDTH_PX - 40,
      random() * HEIGHT_PX - 40,
      size,
      size * (0.5 + random()),
    );
  }
}

/** The same numbers each time, 0 to 1 (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
