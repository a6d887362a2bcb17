/** All that the console knows: who is here, the lists, the boards' words. Elements watch its parts. */
import { isLiveAt, type Announcement } from '../../../shared/content/announcement.ts';
import type { BoardProblem } from '../../../shared/content/board-problem.ts';
import type { BoardReport } from '../../../shared/content/board-report.ts';
import type { Person } from '../../../shared/content/person.ts';
import type { NamedDay } from '../../../shared/content/place-calendar.ts';
import type { ContentKind, ScreenState } from '../../../shared/protocol/events.ts';
import type { ShopSlide, WithdrawalReport } from '../../../shared/protocol/http/approvals.ts';
import { endpoints } from '../../../shared/protocol/http/endpoints.ts';
import type { PromiseLineView } from '../../../shared/protocol/http/planning.ts';
import type { SlideScans } from '../../../shared/protocol/http/scans.ts';
import type { Manifest, Slot } from '../../../shared/protocol/manifest.ts';
import { Refusal } from '../../../shared/problem.ts';
import type { CivilDate, EpochMs } from '../../../shared/time.ts';
import { Api, type Fetch } from './api.ts';
import { Cell, remember, Resource } from './cell.ts';
import type { Connect, ReceiptArrived } from './live.ts';
import { PictureShelf } from './pictures.ts';

export interface DeskOptions {
  readonly fetch: Fetch;
  readonly connect: Connect;
  /** Milliseconds since 1970 by this machine. */
  readonly clock: () => EpochMs;
}

/** A booking's start days within a span. */
export interface BookingDays {
  readonly bookingId: string;
  readonly dates: readonly CivilDate[];
}

export type LinkState = 'connecting' | 'online' | 'offline';

const MANIFEST_KINDS: readonly ContentKind[] = [
  ...(['slides', 'bookings', 'shops', 'screens', 'organizations', 'calendar'] as const),
];
const RECEIPTS_KEPT = 500;

export class Desk {
  readonly api: Api;
  readonly pictures: PictureShelf;
  readonly session: Resource<Person | null>;
  readonly slides;
  readonly bookings;
  readonly shops;
  readonly screens;
  readonly announcements;
  readonly alarms;
  readonly organizations;
  readonly people;
  readonly calendar;
  readonly feeds;
  readonly troubles;
  readonly alerts;
  /** Whoever is here may do nothing else before. */
  readonly mustSetTwoStepUp = new Cell(false);
  readonly reviewNotes;
  readonly unapproved;
  readonly link = new Cell<LinkState>('connecting');
  readonly states = new Cell<ReadonlyMap<string, ScreenState>>(new Map());
  readonly receipts = new Cell<readonly ReceiptArrived[]>([]);

  readonly #options: DeskOptions;
  readonly #manifests = new Map<string, Resource<Manifest>>();
  readonly #plans = new Map<string, Resource<readonly Slot[]>>();
  readonly #promises = new Map<CivilDate, Resource<readonly PromiseLineView[]>>();
  readonly #scans = new Map<string, Resource<SlideScans>>();
  readonly #problems = new Map<string, Resource<readonly BoardProblem[]>>();
  readonly #reports = new Map<string, Resource<readonly BoardReport[]>>();
  readonly #withdrawals = new Map<string, Resource<readonly WithdrawalReport[]>>();
  readonly #shopSlides = new Map<string, Resource<readonly ShopSlide[]>>();
  readonly #bookingDays = new Map<string, Resource<readonly BookingDays[]>>();
  readonly #namedDays = new Map<string, Resource<readonly NamedDay[]>>();
  #offsetMs = 0;
  #hangUp: (() => void) | undefined;

  constructor(options: DeskOptions) {
    this.#options = options;
    const api = new Api(options.fetch);
    this.api = api;
    api.onSignedOut = () => {
      if (this.session.value) this.enter(null);
    };
    api.onTwoStepNeeded = () => {
      this.mustSetTwoStepUp.value = true;
    };
    this.pictures = new PictureShelf(options.fetch);
    this.session = new Resource(() => this.#readSession());
    this.slides = new Resource(() => api.call(endpoints.listSlides, {}));
    this.bookings = new Resource(() => api.call(endpoints.listBookings, {}));
    this.shops = new Resource(() => api.call(endpoints.listShops, {}));
    this.screens = new Resource(() => api.call(endpoints.listScreens, {}));
    this.announcements = new Resource(() => api.call(endpoints.listAnnouncements, {}));
    this.alarms = new Resource(() => api.call(endpoints.listAlarms, {}));
    this.organizations = new Resource(() => api.call(endpoints.listOrganizations, {}));
    this.people = new Resource(() => api.call(endpoints.listPeople, {}));
    this.calendar = new Resource(() => api.call(endpoints.readPlaceCalendar, {}));
    this.feeds = new Resource(() => api.call(endpoints.listFeeds, {}));
    this.troubles = new Resource(() => api.call(endpoints.listTroubles, {}));
    this.alerts = new Resource(() => api.call(endpoints.listAlerts, {}));
    this.reviewNotes = new Resource(() => api.call(endpoints.listReviewNotes, {}));
    this.unapproved = new Resource(() => api.call(endpoints.listUnapproved, {}));
  }

  /** The server's clock, as far as it is known. */
  now(): EpochMs {
    return this.#options.clock() + this.#offsetMs;
  }

  /** The person who signed in, or null after signing out: opens or closes the live line. */
  enter(person: Person | null, mustSetTwoStepUp = false): void {
    this.mustSetTwoStepUp.value = mustSetTwoStepUp;
    this.session.put(person);
    if (person !== null && !mustSetTwoStepUp) {
      this.#goLive();
      return;
    }
    this.#hangUp?.();
    this.#hangUp = undefined;
    this.link.value = 'connecting';
  }

  /** The manifest of a screen; read again when the board's revision or its content moves. */
  manifest(screenId: string): Resource<Manifest> {
    return remember(this.#manifests, screenId, async () => {
      const { manifest } = await this.api.call(endpoints.readScreenManifest, {
        params: { screenId },
      });
      return manifest;
    });
  }

  /** The run sheet of a screen and date as it was planned over the whole day. */
  plan(screenId: string, date: CivilDate): Resource<readonly Slot[]> {
    return remember(this.#plans, `${screenId} ${date}`, async () => {
      const { slots } = await this.api.call(endpoints.readPlan, {
        params: { screenId },
        query: { date },
      });
      return slots;
    });
  }

  /** The days on which live bookings start a window; both dates inclusive, at most 400 days. */
  bookingDays(from: CivilDate, to: CivilDate): Resource<readonly BookingDays[]> {
    return remember(this.#bookingDays, `${from} ${to}`, () =>
      this.api.call(endpoints.listBookingDays, { query: { from, to } }),
    );
  }

  /** Holidays and market days by date; both dates inclusive, at most 400 days. */
  namedDays(from: CivilDate, to: CivilDate): Resource<readonly NamedDay[]> {
    return remember(this.#namedDays, `${from} ${to}`, async () => {
      const { days } = await this.api.call(endpoints.listNamedDays, { query: { from, to } });
      return days;
    });
  }

  /** How all boards stand to the promises of a date. Plays come in without a word: read today's again by the clock. */
  promises(date: CivilDate): Resource<readonly PromiseLineView[]> {
    return remember(this.#promises, date, async () => {
      const { lines } = await this.api.call(endpoints.listPromises, { query: { date } });
      return lines;
    });
  }

  /** How often the code of a slide was scanned. Scans come in without a word: read them again by the clock. */
  scans(slideId: string): Resource<SlideScans> {
    return remember(this.#scans, slideId, () =>
      this.api.call(endpoints.readScans, { params: { slideId } }),
    );
  }

  /** What became of each withdrawal of a slide. Boards' words come as receipts: read it again by those. */
  withdrawals(slideId: string): Resource<readonly WithdrawalReport[]> {
    return remember(this.#withdrawals, slideId, () =>
      this.api.call(endpoints.readWithdrawals, { params: { slideId } }),
    );
  }

  /** How the slides of a shop do. Plays come in without a word: read it again by the clock. */
  shopSlides(shopId: string): Resource<readonly ShopSlide[]> {
    return remember(this.#shopSlides, shopId, () =>
      this.api.call(endpoints.readShopSlides, { params: { shopId } }),
    );
  }

  /** What a board sent of its glass, the newest first. */
  reports(screenId: string): Resource<readonly BoardReport[]> {
    return remember(this.#reports, screenId, () =>
      this.api.call(endpoints.listBoardReports, { params: { screenId } }),
    );
  }

  /** What a board noticed of itself, the latest first. */
  problems(screenId: string): Resource<readonly BoardProblem[]> {
    return remember(this.#problems, screenId, () =>
      this.api.call(endpoints.listBoardProblems, { params: { screenId } }),
    );
  }

  /** Announcements that are not over at `at`, the newest first. */
  liveAnnouncements(at: EpochMs): readonly Announcement[] {
    return (this.announcements.value ?? [])
      .map((view) => view.announcement)
      .filter((announcement) => isLiveAt(announcement, at))
      .sort((a, b) => b.seq - a.seq);
  }

  #goLive(): void {
    this.#hangUp ??= this.#options.connect({
      onHello: (serverAt, screens) => this.#onHello(serverAt, screens),
      onState: (state) => this.#onState(state),
      onReceipt: (receipt) =>
        (this.receipts.value = [receipt, ...this.receipts.value].slice(0, RECEIPTS_KEPT)),
      onChanged: (kinds) => this.#onChanged(kinds),
      onOffline: () => (this.link.value = 'offline'),
      mayComeBack: () => this.#isStillIn(),
    });
  }

  /** Cut by the server: the session may be over, or the person's rights are others now. */
  async #isStillIn(): Promise<boolean> {
    await this.session.reload();
    const isIn = this.session.value !== null && !this.mustSetTwoStepUp.value;
    if (!isIn) this.enter(this.session.value ?? null, this.mustSetTwoStepUp.value);
    return isIn;
  }

  async #readSession(): Promise<Person | null> {
    try {
      const { person, mustSetTwoStepUp } = await this.api.call(endpoints.readSession, {});
      this.mustSetTwoStepUp.value = mustSetTwoStepUp;
      if (!mustSetTwoStepUp) this.#goLive();
      return person;
    } catch (error) {
      if (error instanceof Refusal && error.code === 'unauthenticated') return null;
      throw error;
    }
  }

  #onHello(serverAt: EpochMs, screens: readonly ScreenState[]): void {
    const wasDown = this.link.value !== 'online';
    this.#offsetMs = serverAt - this.#options.clock();
    this.states.value = new Map(screens.map((state) => [state.screenId, state]));
    this.link.value = 'online';
    // What changed while the line was down, or not up yet, was told to nobody.
    if (wasDown) for (const resource of this.#all()) if (resource.hasBegun) resource.invalidate();
  }

  #onState(state: ScreenState): void {
    const before = this.states.value.get(state.screenId);
    this.states.value = new Map(this.states.value).set(state.screenId, state);
    if (before && before.manifestRevision !== state.manifestRevision) this.#forgetPlans();
  }

  #onChanged(kinds: readonly ContentKind[]): void {
    for (const kind of kinds)
      if (kind === 'watch') for (const resource of this.#watched()) resource.invalidate();
      else if (kind !== 'media') this[kind].invalidate();
    if (kinds.includes('announcements')) this.alarms.invalidate();
    if (kinds.some((kind) => MANIFEST_KINDS.includes(kind))) this.#forgetPlans();
    if (kinds.includes('slides') || kinds.includes('bookings'))
      for (const resource of this.#reviewed()) resource.invalidate();
  }

  #reviewed(): Resource<unknown>[] {
    return [
      ...[this.reviewNotes, this.unapproved],
      ...[...this.#withdrawals.values(), ...this.#shopSlides.values()],
    ];
  }

  #planned(): Resource<unknown>[] {
    return [
      ...[...this.#manifests.values(), ...this.#plans.values()],
      ...[...this.#bookingDays.values(), ...this.#namedDays.values()],
    ];
  }

  #forgetPlans(): void {
    for (const resource of this.#planned()) resource.invalidate();
  }

  #watched(): Resource<unknown>[] {
    return [this.troubles, this.alerts, ...this.#problems.values(), ...this.#reports.values()];
  }

  #all(): Resource<unknown>[] {
    return [
      ...this.#watched(),
      ...this.#reviewed(),
      ...[this.slides, this.bookings, this.shops, this.screens, this.announcements, this.alarms],
      ...[this.organizations, this.people, this.calendar, this.feeds, ...this.#planned()],
    ];
  }
}
