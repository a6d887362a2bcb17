/** For whom a new slide speaks: an organization, and one of its shops or none. */
import { html, nothing, type TemplateResult } from 'lit';
import { mayDo, type Person } from '../../../shared/content/person.ts';
import type { Desk } from '../link/desk.ts';
import { selectField } from './field.ts';
import type { SlideDraft } from './slide-draft.ts';

export interface OwnerFields {
  readonly desk: Desk;
  readonly me: Person;
  readonly draft: SlideDraft;
  readonly problemAt: (path: string) => string | undefined;
  readonly onInput: (owner: Pick<SlideDraft, 'organizationId' | 'shopId'>) => void;
}

export function ownerFields({ desk, me, draft, problemAt, onInput }: OwnerFields): TemplateResult {
  const own = me.grants.find(({ shopId }) => shopId !== null);
  const { organizationId } = draft;
  const mine = (desk.organizations.value ?? []).filter(({ id }) =>
    mayDo(me, 'slide.write', { organizationId: id, shopId: own?.shopId ?? null }),
  );
  const shops = (desk.shops.value ?? []).filter(
    (shop) =>
      mayDo(me, 'slide.write', { organizationId, shopId: shop.id }) &&
      shop.organizationId === organizationId,
  );
  const none = draft.content.template === 'shop' ? '가게를 고르십시오' : '가게 없이';
  return html`<div class="fields">
    ${selectField({
      id: 'organization',
      label: '운영 주체',
      value: organizationId,
      choices: mine.map(({ id, name }) => ({ value: id, label: name.ko })),
      problem: problemAt('organizationId'),
      onInput: (id) => onInput({ organizationId: id, shopId: null }),
    })}
    ${
      shops.length === 0
        ? nothing
        : selectField({
            id: 'shop',
            label: '가게',
            value: draft.shopId ?? '',
            choices: [
              ...(own ? [] : [{ value: '', label: none }]),
              ...shops.map(({ id, name }) => ({ value: id, label: name.ko })),
            ],
            problem: problemAt('shopId'),
            onInput: (shopId) => onInput({ organizationId, shopId: shopId === '' ? null : shopId }),
          })
    }
  </div>`;
}
