/** The house's own drawing: Dobong's ridges at dusk, the viaduct, and a train on it. */
import { svg } from 'lit';

const PIERS = [40, 330, 620, 910, 1200];
const CARS = [430, 690, 950];
const WINDOWS = [0, 1, 2, 3, 4];

/** An SVG that fills its box from the lower right corner. */
export function viaduct() {
  return svg`<svg
    viewBox="0 0 1200 800"
    preserveAspectRatio="xMaxYMax slice"
    aria-hidden="true"
  >
    <defs>
      <linearGradient id="dusk" x1="0" y1="0" x2="0" y2="1">
        <stop offset="0" stop-color="#0b0e14" />
        <stop offset="0.55" stop-color="#1b1a26" />
        <stop offset="1" stop-color="#43291f" />
      </linearGradient>
    </defs>
    <rect width="1200" height="800" fill="url(#dusk)" />
    <circle cx="905" cy="330" r="150" fill="#f2b37a" opacity="0.1" />
    <circle cx="905" cy="330" r="92" fill="#f2b37a" opacity="0.22" />
    <path
      d="M0 520 L150 430 L235 470 L360 330 L430 385 L505 300 L590 400 L700 350 L820 440 L960 370 L1080 440 L1200 400 V800 H0 Z"
      fill="#1a2030"
    />
    <path
      d="M0 580 L180 520 L340 560 L520 480 L700 550 L900 490 L1060 545 L1200 510 V800 H0 Z"
      fill="#141927"
    />
    ${CARS.map(car)} ${PIERS.map(pier)}
    <rect x="0" y="590" width="1200" height="12" fill="#3a4256" />
    <rect x="0" y="602" width="1200" height="40" fill="#2a3142" />
    <rect y="742" width="1200" height="58" fill="#11151f" />
    ${lamp(185)} ${lamp(765)}
  </svg>`;
}

function car(x: number) {
  return svg`<g>
    <rect x=${x} y="490" width="250" height="96" rx="14" fill="#e9e2d3" />
    <rect x=${x} y="556" width="250" height="12" fill="#ff9a5c" />
    ${WINDOWS.map(
      (index) =>
        svg`<rect x=${x + 17 + index * 46} y="508" width="32" height="34" rx="5" fill="#39445c" />`,
    )}
  </g>`;
}

function pier(x: number) {
  return svg`<path
    d=${`M${x - 62} 642 H${x + 62} L${x + 30} 686 V744 H${x - 30} V686 Z`}
    fill="#222938"
  />`;
}

function lamp(x: number) {
  return svg`<g>
    <circle cx=${x} cy="668" r="44" fill="#ffcf8f" opacity="0.12" />
    <circle cx=${x} cy="668" r="9" fill="#ffd9a6" />
    <rect x=${x - 2.5} y="676" width="5" height="68" fill="#3a4256" />
  </g>`;
}
