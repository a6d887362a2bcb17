/** Whether faults are tried in their full number: `npm run test:long -- faults`. */
export const ALL_FAULTS = process.env.TEST_FAULTS === 'all';
