import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Layers from the bottom up: a layer may import itself and what is below, never what is above. */
const layers = [
  ['./src/lib', './src/utils', './src/types', './src/i18n', './src/services'],
  ['./src/store', './src/hooks'],
  ['./src/components/ui'],
  [
    './src/components/common',
    './src/components/code',
    './src/components/chart',
    './src/components/job',
    './src/components/layout',
  ],
  ['./src/features'],
  ['./src/pages'],
  ['./src/router.tsx', './src/App.tsx', './src/main.tsx'],
];

const upwardZones = layers.flatMap((targets, level) =>
  layers
    .slice(level + 1)
    .flat()
    .flatMap((from) => targets.map((target) => ({ target, from, message: 'Imports point downwards only.' }))),
);

const features = readdirSync(new URL('./src/features', import.meta.url));
const featureZones = features.map((feature) => ({
  target: `./src/features/${feature}`,
  from: './src/features',
  except: [`./${feature}`],
  message: 'A feature does not import another; compose them in a page.',
}));

/** Primitives know nothing of the domain, the server or the state. */
const uiZones = ['services', 'store', 'hooks', 'types', 'i18n'].map((folder) => ({
  target: './src/components/ui',
  from: `./src/${folder}`,
  message: 'components/ui imports nothing of ours but lib.',
}));

export default defineConfig(
  { ignores: ['dist/', 'node_modules/', 'src/services/generated/', 'test-results/', 'playwright-report/'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
      reactHooks.configs.flat['recommended-latest'],
      jsxA11y.flatConfigs.recommended,
    ],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
      globals: globals.browser,
    },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: './tsconfig.json' })],
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      'import-x/no-restricted-paths': [
        'error',
        { basePath: import.meta.dirname, zones: [...upwardZones, ...featureZones, ...uiZones] },
      ],
      'import-x/no-cycle': ['error', { maxDepth: 8 }],
      'no-console': 'error',
      // A region that scrolls must be reachable by keyboard.
      'jsx-a11y/no-noninteractive-tabindex': ['error', { tags: [], roles: ['region', 'tabpanel'] }],
    },
  },
  { files: ['src/**/*.test.{ts,tsx}'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  { files: ['**/*.js'], ignores: ['worker/**'], languageOptions: { globals: globals.node } },
  { files: ['public/**/*.js'], languageOptions: { globals: globals.browser, sourceType: 'script' } },
  { files: ['worker/**/*.js'], languageOptions: { globals: globals.serviceworker } },
  { files: ['scripts/**/*.js', 'e2e/**/*.ts'], rules: { 'no-console': 'off' } },
);
