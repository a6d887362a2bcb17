/** What a person says of the people on a picture or film. */
import type { TemplateResult } from 'lit';
import { peopleSaid } from '../../../shared/content/people-said.ts';
import type { Picture, SlideContent } from '../../../shared/content/slide.ts';
import type { Consent } from './console-file-pick.ts';
import { broughtFile } from './content-fields.ts';
import { chipsField, type Choice } from './field.ts';

export type People = NonNullable<Picture['people']>;

const choices: readonly Choice<People>[] = [
  { value: 'none', label: '없습니다' },
  { value: 'agreed', label: '있고, 동의를 받았습니다' },
  { value: 'not-agreed', label: '있는데, 아직입니다' },
];
const peopleOfConsent: Readonly<Record<Consent, People>> = {
  'none-needed': 'none',
  recorded: 'agreed',
  missing: 'not-agreed',
};

/** By what was said when the picture was brought; empty where nothing was. */
export function peopleOf(consent: Consent | undefined): Pick<Picture, 'people'> {
  return consent === undefined ? {} : { people: peopleOfConsent[consent] };
}

/** Whether somebody on its picture or film has not agreed, by the slide or (`consents`, by hash) by what was said here. */
export function isWithoutConsent(
  content: SlideContent,
  consents: ReadonlyMap<string, Consent | undefined>,
): boolean {
  return (
    peopleSaid(content) === 'not-agreed' || consents.get(broughtFile(content) ?? '') === 'missing'
  );
}

/** [V15] The question below a photo or film. */
export function peopleField(
  what: '사진' | '동영상',
  people: People | undefined,
  onInput: (people: People) => void,
): TemplateResult {
  return chipsField<People>({
    name: 'people',
    label: `${what}에 알아볼 수 있는 사람이 있습니까?`,
    choices,
    chosen: people ? [people] : [],
    isSingle: true,
    onInput: ([said]) => {
      if (said) onInput(said);
    },
  });
}
