/** Whether the faults are tried at their full count, by `npm run test:long -- faults`. */
export const FULL = process.env.TEST_FAULTS === 'all';
