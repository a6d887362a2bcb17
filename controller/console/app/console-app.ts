import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { mayDoSomewhere, type Person } from '../../../shared/content/person.ts';
import type { Desk } from '../link/desk.ts';
import '../parts/console-alarm-bar.ts';
import { heldView } from '../parts/held-view.ts';
import './console-toasts.ts';
import { look } from './look.ts';
import { merchantPlaces, merchantRoute, shopsOfMerchant } from './merchant.ts';
import { pageFor } from './page-for.ts';
import { placeOf, places, routeOf, type Place, type Route } from './routes.ts';
import { shellLook } from './shell-look.ts';
import { ToastEvent, type Toast } from './toast.ts';
import { tokens } from './tokens.ts';
import { mayLeave, UnsavedEvent } from './unsaved.ts';
import { Watch } from './watch.ts';
import '../pages/console-enrol.ts';
import '../pages/console-forgot.ts';
import '../pages/console-invite.ts';
import '../pages/console-setup.ts';
import '../pages/console-sign-in.ts';
import '../parts/console-step-up.ts';
import type { ConsoleStepUp } from '../parts/console-step-up.ts';

/** The console: who is here, where they are, and the way around: `<console-app .desk=${desk}>`. */
@customElement('console-app')
export class ConsoleApp extends LitElement {
  static override styles = [tokens, look, shellLook];
  @property({ attribute: false }) desk!: Desk;
  @state() private route: Route = routeOf(location.hash);
  @state() private toast: Toast | undefined;
  @query('console-step-up') private stepUp!: ConsoleStepUp;
  protected readonly watch = new Watch(this, () => [
    ...[this.desk.session, this.desk.mustSetTwoStepUp, this.desk.link],
  ]);
  #hash = location.hash;
  #isUnsaved = false;

  override connectedCallback() {
    super.connectedCallback();
    this.desk.api.onStepUp = () => this.stepUp.ask();
    addEventListener('hashchange', this.#onHash);
    addEventListener('beforeunload', this.#onUnload);
    this.addEventListener(UnsavedEvent.type, this.#onUnsaved as EventListener);
    this.addEventListener(ToastEvent.type, this.#onToast as EventListener);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#onHash);
    removeEventListener('beforeunload', this.#onUnload);
    this.removeEventListener(UnsavedEvent.type, this.#onUnsaved as EventListener);
    this.removeEventListener(ToastEvent.type, this.#onToast as EventListener);
  }

  protected override render() {
    return html`${this.#renderPage()}<console-toasts .toast=${this.toast}></console-toasts
      ><console-step-up .desk=${this.desk}></console-step-up>`;
  }

  #renderPage() {
    const { page, part } = this.route;
    if (page === 'setup')
      return html`<console-setup .desk=${this.desk} .secret=${part}></console-setup>`;
    if (page === 'invite' || page === 'reset' || page === 'let-in')
      return html`<console-invite
        .desk=${this.desk}
        .kind=${page}
        .secret=${part}
      ></console-invite>`;
    if (page === 'forgot' && !this.desk.session.value)
      return html`<console-forgot .desk=${this.desk}></console-forgot>`;
    return html`<div class="outer">
      ${heldView(this.desk.session, (person) =>
        person
          ? this.#renderInside(person)
          : html`<console-sign-in .desk=${this.desk}></console-sign-in>`,
      )}
    </div>`;
  }

  #renderInside(person: Person) {
    return this.desk.mustSetTwoStepUp.value
      ? html`<console-enrol .desk=${this.desk} .me=${person}></console-enrol>`
      : this.#renderShell(person);
  }

  #renderShell(person: Person) {
    const isMerchant = shopsOfMerchant(person).length > 0;
    const open = isMerchant
      ? merchantPlaces
      : places.filter(({ right }) => right === null || mayDoSomewhere(person, right));
    const home = isMerchant ? '#/my-shop' : '#/now';
    return html`
      <nav aria-label="건너뛰기">
        <button class="skip" @click=${this.#onSkip}>본문으로 건너뛰기</button>
      </nav>
      <header>
        <a class="brand" href=${home}>창동역 전자게시대</a>
        <nav class="top" aria-label="주 메뉴">${open.map((place) => this.#renderLink(place))}</nav>
        <a class="me" href="#/me">${person.displayName}</a>
      </header>
      ${
        this.desk.link.value === 'offline'
          ? html`<p class="banner" role="status">
              서버와 연결이 끊겼습니다. 보이는 내용은 마지막으로 받은 것이며, 저절로 다시
              연결합니다.
            </p>`
          : nothing
      }
      <console-alarm-bar .desk=${this.desk} .me=${person}></console-alarm-bar>
      <main id="main" tabindex="-1">${pageFor(this.route, this.desk, person)}</main>
      <nav class="tabs" aria-label="빠른 메뉴">
        ${open.filter(({ isTab }) => isTab).map((place) => this.#renderLink(place))}
        ${isMerchant ? nothing : this.#renderLink({ page: 'more', label: '더 보기', right: null, isTab: true })}
      </nav>
    `;
  }

  #renderLink({ page, label, isTab }: Place) {
    const current = placeOf(this.#routeHere().page);
    const isMore = page === 'more' && !places.some((one) => one.isTab && one.page === current);
    const isHere = current === page || isMore;
    return html`<a
      href="#/${page}"
      class=${isTab ? 'tab' : 'rest'}
      aria-current=${ifDefined(isHere ? 'page' : undefined)}
      >${label}</a
    >`;
  }

  /** A merchant is led to their own page; their slides stand below it. */
  #routeHere(): Route {
    const person = this.desk.session.value;
    if (!person || shopsOfMerchant(person).length === 0) return this.route;
    const { page, part } = merchantRoute(this.route);
    return { page: page === 'slides' ? 'my-shop' : page, part };
  }

  readonly #onHash = () => {
    if (location.hash === this.#hash) return;
    if (!mayLeave(this.#isUnsaved)) {
      history.pushState(null, '', this.#hash);
      return;
    }
    this.#hash = location.hash;
    this.#isUnsaved = false;
    this.route = routeOf(location.hash);
    scrollTo(0, 0);
  };

  readonly #onUnload = (event: BeforeUnloadEvent) => {
    if (this.#isUnsaved) event.preventDefault();
  };

  readonly #onUnsaved = (event: UnsavedEvent) => {
    this.#isUnsaved = event.isUnsaved;
  };

  readonly #onToast = (event: ToastEvent) => {
    this.toast = event.toast;
  };

  readonly #onSkip = () => {
    this.renderRoot.querySelector('main')?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'console-app': ConsoleApp;
  }
}
