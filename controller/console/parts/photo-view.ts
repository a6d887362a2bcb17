/** Which part of a photo shows in a frame, as a person moves it. Pure. */
import { coverCrop, type Size, type View } from '../../../shared/slides/cover-crop.ts';

export const MOST_ZOOM = 4;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A photo in a frame: both in pixels of their own. */
export interface Framed {
  readonly photo: Size;
  readonly frame: Size;
}

export interface Placed {
  /** Frame pixels for one of the photo. */
  readonly scale: number;
  /** Of the photo's left top corner in the frame. */
  readonly left: number;
  readonly top: number;
}

type WholeView = Required<View> & { readonly zoom: number };

/** Where the photo lies under the frame, which shows what boards show. */
export function placed({ photo, frame }: Framed, view: View): Placed {
  const crop = coverCrop(photo, frame, view);
  const scale = frame.width / crop.width;
  return { scale, left: -crop.x * scale, top: -crop.y * scale };
}

/** After the photo was pushed by `by` frame pixels: the middle of what then shows is what must stay visible. */
export function pushed(framed: Framed, view: View, by: Point): WholeView {
  const { photo, frame } = framed;
  const { scale } = placed(framed, view);
  const crop = coverCrop(photo, frame, view);
  const middle = middleOf(crop, photo);
  return settled(framed, {
    focusX: middle.x - by.x / scale / photo.width,
    focusY: middle.y - by.y / scale / photo.height,
    zoom: view.zoom ?? 1,
  });
}

/** Closer or further away around the middle of what shows. */
export function zoomed(framed: Framed, view: View, zoom: number): WholeView {
  const middle = middleOf(coverCrop(framed.photo, framed.frame, view), framed.photo);
  const bounded = Math.min(MOST_ZOOM, Math.max(1, zoom));
  return settled(framed, { focusX: middle.x, focusY: middle.y, zoom: bounded });
}

/** What lies under a point of the frame is what must stay visible. */
export function focusedAt(framed: Framed, view: View, at: Point): WholeView {
  const { scale, left, top } = placed(framed, view);
  return {
    focusX: rounded((at.x - left) / scale / framed.photo.width),
    focusY: rounded((at.y - top) / scale / framed.photo.height),
    zoom: view.zoom ?? 1,
  };
}

/**
 * How much larger a picture must be drawn so that it still fills its box when it is turned: the largest part of the
 * same shape inside a box turned by θ is smaller by cos θ + r sin θ, where r is the longer side over the shorter.
 */
export function turnedScale({ width, height }: Size, degrees: number): number {
  const angle = Math.abs(degrees) * (Math.PI / 180);
  const ratio = Math.max(width, height) / Math.min(width, height);
  return Math.cos(angle) + ratio * Math.sin(angle);
}

/** The focus in the middle of what shows, as far as the photo reaches. */
function settled({ photo, frame }: Framed, view: WholeView): WholeView {
  const middle = middleOf(coverCrop(photo, frame, view), photo);
  return { focusX: rounded(middle.x), focusY: rounded(middle.y), zoom: rounded(view.zoom) };
}

function middleOf(crop: Size & Point, photo: Size): Point {
  return {
    x: (crop.x + crop.width / 2) / photo.width,
    y: (crop.y + crop.height / 2) / photo.height,
  };
}

/** Within 0 to 1, or above for a zoom; no longer than a person can see. */
function rounded(value: number): number {
  return Math.max(0, Math.min(MOST_ZOOM, Math.round(value * 1000) / 1000));
}
