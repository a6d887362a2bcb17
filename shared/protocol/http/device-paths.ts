/** Where a board pulls what it plays; on their own, so that a page may ask before its script is set up. */
export const MANIFEST_PATH = '/api/device/manifest';
export const BOARD_PATH = '/api/device/board';
export const REPORTS_PATH = '/api/device/reports';
