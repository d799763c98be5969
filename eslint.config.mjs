import js from '@eslint/js';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

const coreRooms = [
  'text',
  'messages',
  'kubernetes',
  'documents',
  'cluster',
  'grouping',
  'explain',
  'lint',
  'flow',
  'certificates',
  'protocol',
  'lab',
  'overview',
  'report',
];

/** What each room of the core may import besides itself. The arrows of docs/architecture.md, nothing else. */
const coreArrows = {
  text: [],
  messages: [],
  kubernetes: ['text'],
  documents: ['text', 'kubernetes', 'messages'],
  cluster: ['text', 'kubernetes', 'documents', 'messages', 'grouping'],
  certificates: ['kubernetes'],
  grouping: [],
  explain: ['text', 'kubernetes', 'documents', 'cluster', 'messages'],
  lint: ['text', 'kubernetes', 'documents', 'cluster', 'messages', 'certificates'],
  flow: ['text', 'kubernetes', 'documents', 'cluster', 'messages', 'certificates'],
  protocol: ['text', 'messages', 'lint', 'flow'],
  overview: ['text', 'kubernetes', 'documents', 'cluster', 'messages', 'explain', 'lint', 'flow'],
  report: ['text', 'documents', 'cluster', 'messages', 'overview', 'lint', 'flow'],
  lab: ['text', 'kubernetes', 'documents', 'cluster', 'messages', 'lint', 'flow'],
};

/** The one file of the flow room that lint and explain may name: the ids that findings and explanations carry. */
const flowButStepIds = '^(?:\\.\\./)+flow/(?!flowStep$)';

const roomsOf = (rooms) => `^(?:\\.\\./)+(?:core/)?(?:${rooms.join('|')})/`;

const wall = (message, patterns) => ({
  '@typescript-eslint/no-restricted-imports': ['error', { patterns: patterns.map((regex) => ({ regex, message })) }],
});

/** Files may be hostile: no expression may take more than linear time on any of them. */
const linearExpressions = {
  'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
  'regexp/no-dupe-disjunctions': ['error', { report: 'trivial', reportExponentialBacktracking: 'potential' }],
  'regexp/no-super-linear-move': ['error', { report: 'potential', ignorePartial: false }],
};

const impure = [
  '^vscode$',
  '^node:',
  '^(?:fs|path|os|child_process|crypto|url|util|process|buffer|stream|events)(?:/|$)',
];
const outsideCore = ['^(?:\\.\\./)+(?:host|cli|webview|test|data)/', '^(?:\\.\\./)+extension$'];

const coreWalls = coreRooms.map((room) => {
  const forbidden = coreRooms.filter((other) => other !== room && !coreArrows[room].includes(other));
  const namesSteps = room === 'lint' || room === 'explain';
  const patterns = forbidden.map((other) => (namesSteps && other === 'flow' ? flowButStepIds : roomsOf([other])));
  return {
    files: [`src/core/${room}/**/*.ts`],
    rules: wall(`core/${room} may not import this: see docs/architecture.md`, [...impure, ...outsideCore, ...patterns]),
  };
});

export default tseslint.config(
  { ignores: ['dist/', '.cache/', '.vscode-test/', 'node_modules/', '**/*.d.ts'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', { max: 400, skipBlankLines: true }],
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 14],
      'no-restricted-syntax': ['error', { selector: 'TSEnumDeclaration', message: 'use a union of string literals' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['src/**/*.ts', 'webview/**/*.ts'],
    plugins: { regexp },
    rules: linearExpressions,
  },
  ...coreWalls,
  {
    files: ['src/host/**/*.ts', 'src/extension.ts'],
    rules: wall('the host imports vscode and core only, and nothing of Node so that it runs in a browser too', [
      ...impure.slice(1),
      '^(?:\\.{1,2}/)+(?:cli|webview|test|data)/',
    ]),
  },
  {
    files: ['src/cli/**/*.ts'],
    rules: wall('the command line imports Node and core only', [
      '^vscode$',
      '^(?:\\.\\./)+(?:host|webview|test|data)/',
    ]),
  },
  {
    files: ['webview/**/*.ts'],
    rules: wall('the page imports core only', [...impure, '^(?:\\.\\./)+(?:src/)?(?:host|cli)/', '^(?:\\.\\./)+test/']),
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      // node:test returns promises that its runner awaits.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            {
              from: 'package',
              package: 'node:test',
              name: ['test', 'describe', 'it', 'suite', 'before', 'after', 'beforeEach', 'afterEach'],
            },
          ],
        },
      ],
    },
  },
  { files: ['**/*.mjs'], languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } } },
);
