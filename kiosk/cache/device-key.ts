/** Under which name the quick memory keeps which screen this PC is. */
export const DEVICE_KEY = 'plaza-device';
