/** Who may know whom (docs: README, the map). Each rule says why, so that whoever meets it knows what to do instead. */
const own = '^(src|domain|cloudfunctions|config|platform|types|tests)/'

module.exports = {
  forbidden: [
    {
      name: 'domain-stands-alone',
      comment:
        'domain/ is what the product is: it runs in a phone, in a function and in a test alike, so it knows no Taro, no wx, no Node and no other folder.',
      severity: 'error',
      from: { path: '^domain/' },
      to: { pathNot: '^domain/|(^|/)node_modules/(valibot|dayjs|chinese-days)/' },
    },
    {
      name: 'rules-know-no-case',
      comment:
        'domain/rules/ judges facts for every domain alike: what a claim or a wish is, it does not know. Closed lists of answers it may read.',
      severity: 'error',
      from: { path: '^domain/rules/' },
      to: { pathNot: '^domain/(rules|kernel)/|^domain/worker/choices\\.ts$|(^|/)node_modules/valibot/' },
    },
    {
      name: 'phone-meets-cloud-only-in-domain',
      comment: 'The phone and the cloud are deployed apart: what both need is a contract and lives in domain/.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(cloudfunctions|platform|config|tests)/|node_modules/wx-server-sdk/' },
    },
    {
      name: 'phone-has-no-node',
      comment: 'There is no Node on a phone.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'cloud-meets-phone-only-in-domain',
      comment: 'A function knows neither the pages that call it nor what it runs on: what both need is a contract in domain/.',
      severity: 'error',
      from: { path: '^cloudfunctions/' },
      to: { path: '^(src|platform|config|tests)/' },
    },
    {
      name: 'functions-do-not-share-code',
      comment: 'One folder is one deployed function: what two of them need lives in _lib/ or in domain/.',
      severity: 'error',
      from: { path: '^cloudfunctions/([^/]+)/', pathNot: '^cloudfunctions/_lib/' },
      to: { path: '^cloudfunctions/', pathNot: '^cloudfunctions/(_lib|$1)/' },
    },
    {
      name: 'library-knows-no-function',
      comment: '_lib/ serves every function and so may know none.',
      severity: 'error',
      from: { path: '^cloudfunctions/_lib/' },
      to: { path: '^cloudfunctions/(?!_lib/)' },
    },
    {
      name: 'one-door-to-the-sdk',
      comment: 'The SDK drops an undefined from a filter and widens it: _lib/cloud.ts holds its traps, and nobody goes past it.',
      severity: 'error',
      from: { path: own, pathNot: '^cloudfunctions/_lib/cloud\\.ts$|^tests/|^config/run/bench/cloud/' },
      to: { path: 'node_modules/wx-server-sdk/' },
    },
    {
      name: 'platform-knows-no-product',
      comment: 'platform/ stands in for WeChat, which knows nothing of us: it is started with a manifest and sees types only.',
      severity: 'error',
      from: { path: '^platform/' },
      to: { path: '^(src|domain|cloudfunctions|config|tests)/' },
    },
    {
      name: 'only-run-sees-everything',
      comment: 'Nothing that ships may know that it runs on a desk: only config/run puts platform and product together.',
      severity: 'error',
      from: { path: own, pathNot: '^(platform|config/run|tests)/' },
      to: { path: '^(platform|config/run)/' },
    },
    {
      name: 'design-system-knows-no-domain',
      comment: 'src/ui/ is given words and values; a component that knows a worker can serve only workers.',
      severity: 'error',
      from: { path: '^src/ui/' },
      to: { path: '^(domain|src/(cloud|pages|desk))/' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or lack a third that both need.',
      severity: 'error',
      from: { path: own },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'ships-with-what-it-needs',
      comment: 'What goes out may use only what package.json lists under dependencies.',
      severity: 'error',
      from: { path: '^(src|domain|cloudfunctions)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nothing-missing',
      comment:
        'An import that leads nowhere breaks at run time, when it is read. What we are measured against is installed apart, when it is.',
      severity: 'error',
      from: { path: own, pathNot: '^config/run/bench/peer/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
