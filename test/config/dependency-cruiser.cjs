/** The arrows of the house. `depcruise` exits happily on nothing; check-arrows.ts asserts the count. */
const only = (name, from, to) => ({ name, severity: 'error', from, to });

module.exports = {
  forbidden: [
    only('no-cycles', {}, { circular: true }),
    // A style sheet as text, and a worker's address, are resolved by Vite alone.
    only(
      'no-unresolved',
      {},
      { couldNotResolve: true, pathNot: '\\.css\\?inline$|\\?worker&url$' },
    ),
    only(
      'shared-imports-only-itself-and-zod',
      { path: '^shared/', pathNot: '^shared/slides/' },
      { pathNot: ['^shared/(?!slides/)', 'node_modules/zod/'] },
    ),
    only(
      'slides-import-only-shared-and-lit',
      { path: '^shared/slides/' },
      {
        pathNot: [
          '^shared/',
          'node_modules/(zod|lit|lit-html|lit-element|@lit|lean-qr|pretendard)/',
          '\\.css',
        ],
      },
    ),
    only(
      'kiosk-never-meets-controller',
      { path: '^kiosk/' },
      { path: '^(controller|content|test)/' },
    ),
    only(
      'launcher-imports-only-shared',
      { path: '^kiosk/launcher/' },
      { path: '^(kiosk/(?!launcher/)|shared/slides/)' },
    ),
    only(
      'page-never-meets-launcher',
      { path: '^kiosk/(?!launcher/)' },
      { path: '^kiosk/launcher/' },
    ),
    only(
      'server-never-meets-kiosk-slides-console',
      { path: '^controller/', pathNot: '^controller/console/' },
      { path: '^(kiosk|shared/slides|controller/console|test|content)/' },
    ),
    only(
      'console-never-meets-server',
      { path: '^controller/console/' },
      { path: '^(kiosk/|controller/(?!console/)|test/|content/)' },
    ),
    only('only-tests-import-tests', { pathNot: '^test/' }, { path: '^test/' }),
    only(
      'entries-go-through-usecases',
      { path: '^controller/(http|socket|jobs)/' },
      { path: '^controller/store/(?!store\\.ts$)' },
    ),
    only(
      'usecases-know-no-transport',
      { path: '^controller/usecases/' },
      { path: '^controller/(http|socket|jobs)/|^controller/store/(?!store\\.ts$)' },
    ),
    only(
      'sql-stays-in-store',
      { pathNot: '^(controller/store|test)/' },
      { path: 'node_modules/kysely|^(node:)?sqlite$' },
    ),
    only(
      'link-and-cache-know-no-elements',
      { path: '^kiosk/(link|cache)/' },
      { path: '^(kiosk/stage|shared/slides)/' },
    ),
    only(
      'client-libraries-stay-in-clients',
      { path: '^controller/', pathNot: '^controller/console/' },
      { path: 'node_modules/(lit|idb|lean-qr|suncalc)/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'test/config/tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'browser', 'default', 'types'],
    },
  },
};
