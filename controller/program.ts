/** Where the program lies, whether it runs from its sources or as what `npm start` builds of them. */
import { findPackageJSON } from 'node:module';
import { dirname } from 'node:path';

/** Absolute: the folder that holds package.json, content and dist. */
export const programDir = dirname(findPackageJSON('..', import.meta.url) ?? import.meta.dirname);
