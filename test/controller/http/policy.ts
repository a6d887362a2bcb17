/** What an endpoint needs, and calls of it. */
import type { Right } from '../../../shared/content/person.ts';
import type { Sent } from '../../support/test-client.ts';
import type { Place } from './rights-grid.ts';

export interface Policy {
  /** `nobody`: open to anyone. `entering`: to a session that still has to set two steps up, too. */
  readonly needs: 'nobody' | 'board' | 'entering' | 'session' | Right;
  /** A call that asks for no one's things in particular; for a right, it is enough to hold it anywhere. */
  readonly sent?: Sent;
  /** A call for a thing of each of these owners: the right must cover it. */
  readonly at?: Partial<Readonly<Record<Place, Sent>>>;
  /** Calls that name several things at once: all of them must be covered. */
  readonly together?: readonly { readonly of: readonly Place[]; readonly sent: Sent }[];
  /** Calls for an organization, to which the right for any of its shops is enough. */
  readonly within?: Partial<Readonly<Record<'guild' | 'office', Sent>>>;
  /** To who may not have it, the thing is not there. */
  readonly isHidden?: true;
}

export const everybody: Policy = { needs: 'content.read' };
