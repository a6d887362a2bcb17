import { without } from '../without.ts';
import type { SlideContent } from './slide.ts';

/** `content` without what was said of the people on its picture [V15]: boards are not told. */
export function withoutPeople(content: SlideContent): SlideContent {
  if (!('picture' in content) || content.picture?.people === undefined) return content;
  return { ...content, picture: without(content.picture, 'people') };
}
