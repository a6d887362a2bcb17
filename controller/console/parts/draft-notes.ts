/** What a person is told of a slide that is being written. */
import { html, nothing, type TemplateResult } from 'lit';
import { ago } from '../app/words.ts';
import type { After } from './slide-draft.ts';

type Note = TemplateResult | typeof nothing;

export const savedWords: Readonly<Record<After, string>> = {
  keep: '초안으로 저장했습니다.',
  submit: '저장하고 검토를 요청했습니다.',
  approve: '저장하고 승인했습니다. 편성된 화면에 바로 반영됩니다.',
};

/** What this browser kept is back since `ms`; nothing when undefined. */
export function restoredNote(ms: number | undefined, onDrop: () => void): Note {
  if (ms === undefined) return nothing;
  return html`<div class="note row between" role="status">
    <p>${ago(ms)}에 쓰시던 내용입니다.</p>
    <button type="button" @click=${onDrop}>버리기</button>
  </div>`;
}

export function outdatedNote(onReload: () => void): TemplateResult {
  return html`<div class="note warn row between" role="alert">
    <p>그사이 다른 사람이 이 슬라이드를 고쳤습니다.</p>
    <button type="button" @click=${onReload}>고친 내용 불러오기</button>
  </div>`;
}

/** Why it may be kept as a draft only. */
export function heldNotes(why: {
  readonly isUnreadable: boolean;
  readonly isWithoutConsent: boolean;
}): TemplateResult {
  return html`${
    why.isUnreadable
      ? html`<p class="note bad">
          읽을 수 없는 곳이 있어 초안으로만 저장할 수 있습니다. ‘읽기 쉬운지’의 고칠 것을 고쳐
          주십시오.
        </p>`
      : nothing
  }${
    why.isWithoutConsent
      ? html`<p class="note bad">
          나온 사람의 동의를 받기 전에는 화면에 내보낼 수 없어, 초안으로만 저장할 수 있습니다.
        </p>`
      : nothing
  }`;
}
