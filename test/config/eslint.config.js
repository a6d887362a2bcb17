import { defineConfig } from 'eslint/config';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import { resolve } from 'node:path';
import tseslint from 'typescript-eslint';

const root = resolve(import.meta.dirname, '../..');
const clientFiles = ['shared/slides/**/*.ts', 'kiosk/**/*.ts', 'controller/console/**/*.ts'];

/** What asks another machine: controller/outgoing/ alone does, and checks where to. */
const message = 'Only controller/outgoing/ asks other machines over HTTP.';
const clientGlobals = ['fetch', 'globalThis', 'global', 'WebSocket', 'EventSource'].map((name) => ({
  name,
  message,
}));
const bareImports = (name, importNames) =>
  [name, `node:${name}`].map((path) => ({
    ...{ name: path, message, allowTypeImports: true },
    ...(importNames && { importNames }),
  }));
const clientImports = [
  ...['http', 'https'].flatMap((name) =>
    bareImports(name, ['default', 'request', 'get', 'Agent', 'globalAgent', 'ClientRequest']),
  ),
  ...bareImports('net', ['default', 'connect', 'createConnection', 'Socket']),
  ...['http2', 'tls', 'dgram', 'undici'].flatMap((name) => bareImports(name, undefined)),
];

export default defineConfig(
  { ignores: ['node_modules', 'dist', 'data', 'test/pictures', 'coverage'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: [
          'shared/tsconfig.json',
          'shared/slides/tsconfig.json',
          'kiosk/tsconfig.json',
          'kiosk/launcher/tsconfig.json',
          'controller/tsconfig.json',
          'controller/console/tsconfig.json',
          'test/tsconfig.json',
        ],
        tsconfigRootDir: root,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', { max: 60, skipComments: true, skipBlankLines: true }],
      'max-params': ['error', 3],
      'max-depth': ['error', 3],
      'no-console': 'error',
      'no-empty': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'No barrels.' },
        { selector: 'TSEnumDeclaration', message: 'Use a union or an `as const` object.' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: true },
      ],
    },
  },
  {
    files: clientFiles,
    extends: [lit['flat/recommended'], wc['flat/recommended'], litA11y.configs.recommended],
  },
  {
    files: ['controller/main.ts', 'kiosk/main.ts', 'controller/console/main.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['controller/**/*.ts', 'kiosk/launcher/*.ts'],
    ignores: ['**/main.ts', 'controller/console/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only main.ts reads the environment.' },
        { object: 'process', property: 'exit', message: 'Only main.ts exits.' },
      ],
    },
  },
  {
    files: ['controller/**/*.ts'],
    ignores: ['controller/console/**', 'controller/outgoing/**'],
    rules: {
      'no-restricted-globals': ['error', ...clientGlobals],
      '@typescript-eslint/no-restricted-imports': ['error', { paths: clientImports }],
    },
  },
  {
    files: ['shared/**/*.ts'],
    ignores: ['shared/slides/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        'Date',
        'Intl',
        'Temporal',
        'performance',
        'crypto',
        'fetch',
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'shared is pure: pass randomness in.' },
      ],
    },
  },
  {
    files: ['test/**/*.ts', 'controller/**/main.ts'],
    rules: {
      'no-console': 'off',
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'max-lines': ['error', 300],
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-exports': 'off',
    },
  },
);
