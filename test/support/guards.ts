/** Every guard of the program's rights, as changes to its sources that take one of them away. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rights, roles, rightsOfRole } from '../../shared/content/person.ts';

export interface Mutant {
  /** Such as `save-slide.ts:32 requireRight(person, 'slide.write', before)`. */
  readonly name: string;
  /** From the project's root. */
  readonly file: string;
  /** The file's text without the guard. */
  readonly mutate: (text: string) => string;
}

const PERSON = 'shared/content/person.ts';
const GUARDED = ['usecases', 'http', 'people', 'socket'].map((folder) => `controller/${folder}`);
/** Second lines that nothing reaches while the endpoint's `access` holds, and the types ask for. */
const UNREACHED = ['signed-in.ts', 'device.ts', 'watch.ts'];
/** Statements that do nothing but refuse. */
const CHECKS =
  /^ *(?:await )?(?:require[A-Z]\w*|refuseForeignGrants|refuseMove|refuseNoAdministrator|refuseInsecure)\([^;]*\);/gm;
const DENIALS = /throw new Refusal\(\s*'(?:forbidden|unauthenticated|foreign-origin)'/g;
/** What leaves things out of a list, or out of sight. */
const SIGHT = /(?<!function )\b(?:isManagedBy|mayRevoke)\((?:[^()]|\([^()]*\))*\)/g;

/** All of them in the project below `root`, in a fixed order. */
export function guardMutants(root: string): readonly Mutant[] {
  const sources = GUARDED.flatMap((folder) => sourcesIn(root, folder)).filter(
    (file) => !UNREACHED.includes(nameOf(file)),
  );
  const found = sources.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return [
      ...replacing({ file, text, pattern: CHECKS }, () => ';'),
      ...replacing({ file, text, pattern: DENIALS }, (denial) => denial.replace('throw', 'void')),
      ...replacing({ file, text, pattern: SIGHT }, () => 'true'),
    ];
  });
  return [...roleMutants(), ...accessMutants(root), ...found];
}

/** Each right that a role has is taken from it, each other one given to it. */
function roleMutants(): readonly Mutant[] {
  return roles.flatMap((role) =>
    rights.map((right) => {
      const has = rightsOfRole[role].includes(right);
      const changed = has
        ? `tableBefore.${role}.filter((right) => right !== '${right}')`
        : `[...tableBefore.${role}, '${right}']`;
      return {
        name: `person.ts ${role} ${has ? 'loses' : 'gains'} ${right}`,
        file: PERSON,
        mutate: (text: string) =>
          text.replace('export const rightsOfRole', 'const tableBefore') +
          `\nexport const rightsOfRole = { ...tableBefore, ${role}: ${changed} };\n`,
      };
    }),
  );
}

/** Each endpoint asks for less: a session instead of a right, nothing instead of a session or a token. */
function accessMutants(root: string): readonly Mutant[] {
  return sourcesIn(root, 'shared/protocol/http').flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const labels = [...text.matchAll(/export const (\w+) = endpoint\(\{[^}]*?access: '([^']+)'/g)];
    return labels
      .filter(([, , access]) => access !== 'public')
      .map(([whole, name = '', access = '']) => {
        const less = access === 'session' || access === 'device' ? 'public' : 'session';
        return {
          name: `${nameOf(file)} ${name} asks for ${less} instead of ${access}`,
          file,
          mutate: (now: string) =>
            now.replace(whole, () => whole.replace(`access: '${access}'`, `access: '${less}'`)),
        };
      });
  });
}

interface Place {
  readonly file: string;
  readonly text: string;
  readonly pattern: RegExp;
}

function replacing(
  { file, text, pattern }: Place,
  by: (found: string) => string,
): readonly Mutant[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => {
    const line = text.slice(0, index).split('\n').length + (found.startsWith('\n') ? 1 : 0);
    const words = found.trim().replace(/\s+/g, ' ');
    return {
      name: `${nameOf(file)}:${line} ${words}`,
      file,
      mutate: (now) => now.slice(0, index) + by(found) + now.slice(index + found.length),
    };
  });
}

function sourcesIn(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => `${folder}/${name}`);
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}
