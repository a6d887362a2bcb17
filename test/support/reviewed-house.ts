/** A controller with the people who write and approve, and the steps that tests take with slides. */
import type { SlideContent } from '../../shared/content/slide.ts';
import type { SlideView } from '../../shared/protocol/http/content.ts';
import { approvalOf } from './approval.ts';
import type { PersonId } from './house-fixture.ts';
import type { TestClient } from './test-client.ts';
import {
  startTestController,
  type TestController,
  type TestControllerOptions,
} from './test-controller.ts';

export interface ReviewedHouse {
  readonly controller: TestController;
  by(personId: PersonId): TestClient;
  /** A draft of the bakery, or of the organization alone. */
  draft(personId: PersonId, content: SlideContent, organizationId?: string): Promise<SlideView>;
  submit(personId: PersonId, view: SlideView): Promise<SlideView>;
  approve(personId: PersonId, view: SlideView): ReturnType<typeof approve>;
  edit(personId: PersonId, view: SlideView, content: SlideContent): Promise<SlideView>;
  reject(personId: PersonId, view: SlideView, reason: string): Promise<SlideView>;
  withdraw(personId: PersonId, view: SlideView): Promise<SlideView>;
  read(slideId: string): Promise<SlideView>;
  /** Newest first, of the slide. */
  audit(slideId: string): Promise<readonly { readonly action: string; readonly after: unknown }[]>;
}

const everybody: readonly PersonId[] = [
  ...(['admin', 'guild-admin', 'manager', 'officer', 'second-officer', 'baker', 'viewer'] as const),
];

export async function openReviewedHouse(
  options: TestControllerOptions = {},
): Promise<ReviewedHouse> {
  const controller = await startTestController(options);
  const clients = new Map<PersonId, TestClient>();
  for (const id of everybody) clients.set(id, await controller.as(id));
  const by = (id: PersonId) => clients.get(id)!;
  const ref = ({ slide }: SlideView, body: object = {}) => ({
    params: { slideId: slide.id },
    body: { version: slide.version, ...body },
  });
  return {
    controller,
    by,
    draft: (id, content, organizationId = 'guild') =>
      by(id).get('createSlide', {
        body: {
          ...{ organizationId, shopId: organizationId === 'guild' ? 'bakery' : null },
          ...{ content, dwellSeconds: 15 },
        },
      }),
    submit: (id, view) => by(id).get('submitSlide', ref(view)),
    approve: (id, view) => approve(by(id), view),
    edit: (id, view, content) => by(id).get('saveSlide', ref(view, { content, dwellSeconds: 15 })),
    reject: (id, view, reason) => by(id).get('rejectSlide', ref(view, { reason })),
    withdraw: (id, view) => by(id).get('withdrawSlide', ref(view)),
    read: (slideId) => by('admin').get('readSlide', { params: { slideId } }),
    audit: async (slideId) => {
      const { entries } = await by('admin').get('listAudit', { query: {} });
      return entries.filter(({ subjectId }) => subjectId === slideId);
    },
  };
}

function approve(client: TestClient, view: SlideView) {
  return client.send('approveSlide', {
    params: { slideId: view.slide.id },
    body: approvalOf(view),
  });
}
