/** What a slide needs beside its own content: the board, the plaza, and the instant. */
import type { Language, Localized } from '../content/fields.ts';
import type { ScreenFields } from '../content/screen.ts';
import type { Calendar, ManifestOrganization, ManifestShop } from '../protocol/manifest.ts';
import type { EpochMs } from '../time.ts';

/** Day and night are one composition in two lights. */
export type Form = 'day' | 'night';

/** The board as it is built; sizes come from it, not from the browser. */
export type Geometry = Pick<
  ScreenFields,
  'widthPx' | 'heightPx' | 'pitchMm' | 'viewingDistanceM' | 'facesRoad' | 'trafficSignalWithin30m'
>;

/** A plain value: whoever shows slides makes a new one when `at` or anything else changes. */
export interface Scene {
  readonly geometry: Geometry;
  /** What the frame writes, such as `창동역 1번 출구 광장`. */
  readonly place: Localized;
  readonly organizations: readonly ManifestOrganization[];
  readonly shops: readonly ManifestShop[];
  readonly calendar: Pick<Calendar, 'offsets' | 'firstDate'>;
  /** The instant to draw, by the server's clock. Slides have no clock of their own. */
  readonly at: EpochMs;
  /** In which this turn speaks. The Korean title always stays, and Korean stands where a text lacks the language. */
  readonly language: Language;
  /** By night slides are drawn darker and warmer. */
  readonly form: Form;
  /**
   * The stored picture, decoded. Each call gives a bitmap of its own, which the caller closes.
   * Rejects when the picture is not at hand or does not decode. Must be the same function from
   * scene to scene, or pictures are drawn again.
   */
  readonly loadPicture: (sha256: string) => Promise<ImageBitmap>;
  /** The stored film, whole. Absent where only its poster is wanted; rejects when it is not at hand. */
  readonly loadVideo?: ((sha256: string) => Promise<Blob>) | undefined;
}

/** The organization that speaks, or undefined for what the house shows. */
export function speakerOf(
  scene: Pick<Scene, 'organizations'>,
  organizationId: string | null,
): ManifestOrganization | undefined {
  return scene.organizations.find((organization) => organization.id === organizationId);
}

/** The text for the line under the title: the language of the turn, in a Korean turn English; null without. */
export function secondLine(
  text: Localized,
  language: Language,
): { readonly words: string; readonly language: Language } | null {
  const second = language === 'ko' ? 'en' : language;
  const words = text[second];
  return words === undefined ? null : { words, language: second };
}
