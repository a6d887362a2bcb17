import { without } from '../without.ts';
import type { SlideContent } from './slide.ts';

/** `content` without what was said of the people on its picture or film [V15]: boards are not told. */
export function withoutPeople(content: SlideContent): SlideContent {
  if (content.template === 'video') return { ...content, video: without(content.video, 'people') };
  if (!('picture' in content) || content.picture?.people === undefined) return content;
  return { ...content, picture: without(content.picture, 'people') };
}
