/** Builders of sample slides. */
import {
  linkOf,
  type Picture,
  type SlideContent,
  type Template,
} from '../../shared/content/slide.ts';
import type { ManifestSlide } from '../../shared/protocol/manifest.ts';

export type SlidesByTemplate = Readonly<Record<Template, ManifestSlide>>;

export function sampleSlide(
  organizationId: string,
  shopId: string | null,
  content: SlideContent,
): ManifestSlide {
  const { template } = content;
  return {
    id: `sample-${template}`,
    revisionId: `sample-${template}-1`,
    organizationId,
    shopId,
    content,
    dwellMs: 15_000,
    pages: 10,
    ...(linkOf(content) ? { shortUrl: 'HTTPS://PLAZA.EXAMPLE/Q/K7M2N4P' } : {}),
  };
}

/** A picture that `samplePhoto` draws by this name. */
export function samplePicture(name: string, alt: string): Picture {
  return { sha256: name, alt: { ko: alt }, focusX: 0.58, focusY: 0.55 };
}
