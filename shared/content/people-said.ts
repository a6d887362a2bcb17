import type { Picture, SlideContent, Video } from './slide.ts';

/**
 * [V15] What the slide says of the people on its picture or film; undefined where it says nothing, and for a slide
 * that has neither, as every one while it is written.
 */
export function peopleSaid(content: SlideContent): Picture['people'] {
  // A draft of a film has none yet.
  const film: Video | null = content.template === 'video' ? content.video : null;
  const picture = 'picture' in content ? content.picture : null;
  return (film ?? picture)?.people;
}
