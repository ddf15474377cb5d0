/** The layers of docs/design: imports go downwards only. */
const layers = [
  ['^app/forms/', '^(app/(kinds|views|signing|cases|grants|reviews|routes|programmes|platform|ui)|cli|server)/'],
  ['^app/ui/', '^(app/(forms|kinds|views|signing|cases|grants|reviews|routes|programmes|platform)|cli|server)/'],
  ['^app/platform/', '^(app/(forms|kinds|views|signing|cases|grants|reviews|routes|programmes)|cli|server)/'],
  ['^app/kinds/', '^(app/(views|signing|cases|grants|reviews|routes|programmes|platform)|cli|server)/'],
  ['^app/views/', '^(app/(signing|cases|grants|reviews|routes|programmes)|cli|server)/'],
  ['^app/signing/', '^(app/(cases|grants|reviews|routes|programmes)|cli|server)/'],
  ['^app/cases/', '^(app/(grants|reviews|routes|programmes)|cli|server)/'],
  ['^app/grants/', '^(app/(reviews|routes)|cli|server)/'],
  ['^app/reviews/', '^(app/routes|cli|server)/'],
]

module.exports = {
  forbidden: [
    ...layers.map(([from, to]) => ({
      name: `layer ${from}`,
      severity: 'error',
      from: { path: from, pathNot: '\\.test\\.tsx?$' },
      to: { path: to },
    })),
    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'kinds know nothing of each other',
      severity: 'error',
      from: { path: '^app/kinds/([^/]+)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^app/kinds/([^/]+)/', pathNot: '^app/kinds/$1/' },
    },
    {
      name: 'programmes are read by publishing and the command line only',
      severity: 'error',
      from: { pathNot: '^(app/(grants/publish|programmes)|cli)|\\.test\\.tsx?$' },
      to: { path: '^app/programmes/' },
    },
    {
      name: 'only stores and the platform touch the database',
      severity: 'error',
      from: { pathNot: '(store\\.server\\.ts$|^app/platform/|^app/generated/|^server/|\\.test\\.tsx?$|^e2e/|^bench/)' },
      to: { path: '^(app/generated|node_modules/(@prisma/client|pg)/)' },
    },
    {
      name: 'only the printed view and signing touch PDF libraries',
      severity: 'error',
      from: { pathNot: '^app/(views/pdf|signing)/' },
      to: { path: 'node_modules/(@libpdf|@cantoo|@myriaddreamin|pkijs|@peculiar)' },
    },
    {
      name: 'no zod in the browser',
      severity: 'error',
      from: { path: '^app/(ui|kinds/[^/]+/input)' },
      to: { path: 'node_modules/zod/' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: false,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^app/generated' },
  },
}
