/** Raised when a board of the version before could misread what it is sent. */
export const PROTOCOL_VERSION = 1;
