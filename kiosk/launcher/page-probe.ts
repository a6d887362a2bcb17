/** What the board's page says of itself, asked from outside. */
import * as z from 'zod/mini';

const textOrNull = z.nullable(z.string());

const pageStateSchema = z.object({
  url: z.string(),
  /** The launcher's own black page stands in its place. */
  isHolding: z.boolean(),
  /** Whether the browser drew a frame while it was asked. */
  isDrawn: z.boolean(),
  /** Null before the board shows anything. */
  layer: textOrNull,
  slideId: textOrNull,
  revisionId: textOrNull,
  announcementId: textOrNull,
  slotStart: textOrNull,
  slotEnd: textOrNull,
  /** Where the glass lies in the window, in parts of its width and height. */
  box: z.nullable(
    z.object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() }),
  ),
});
export type PageState = z.infer<typeof pageStateSchema>;

/** Run in the page. Waits for a frame, `drawnMs` at most. */
export function probeExpression(drawnMs: number): string {
  return `new Promise((done) => {
    const tell = (isDrawn) => {
      const board = document.querySelector('plaza-board');
      const said = (name) => board?.getAttribute('data-' + name) ?? null;
      const glass = board?.shadowRoot?.querySelector('.glass')?.getBoundingClientRect();
      done({
        url: location.href,
        isHolding: document.documentElement.hasAttribute('data-holding'),
        isDrawn,
        layer: said('layer'),
        slideId: said('slide-id'),
        revisionId: said('revision-id'),
        announcementId: said('announcement-id'),
        slotStart: said('slot-start'),
        slotEnd: said('slot-end'),
        box: glass
          ? {
              left: glass.left / innerWidth,
              top: glass.top / innerHeight,
              width: glass.width / innerWidth,
              height: glass.height / innerHeight,
            }
          : null,
      });
    };
    const timer = setTimeout(() => tell(false), ${drawnMs});
    requestAnimationFrame(() => {
      clearTimeout(timer);
      tell(true);
    });
  })`;
}

/** Null for an answer of another shape, such as while the page is on its way. */
export function readPageState(answer: unknown): PageState | null {
  const { success, data } = pageStateSchema.safeParse(answer);
  return success ? data : null;
}
