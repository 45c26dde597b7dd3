// House style as lint: promises are awaited, types are known, decorated classes keep run-time imports.
import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';

export default tseslint.config(
  { ignores: ['dist/', 'data/', 'node_modules/', 'test/bench/node_modules/', 'client/src/generated/', '**/*.mjs'] },
  ...tseslint.configs.recommended,
  {
    files: ['server/**/*.ts', 'schema/**/*.ts', 'migrations/**/*.ts', 'test/**/*.ts', 'client/src/**/*.{ts,tsx}'],
    languageOptions: {
      parserOptions: { project: ['./tsconfig.json', './client/tsconfig.json'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Decisions go by the database clock; elsewhere say why.' },
        { object: 'process', property: 'env', message: 'Only server/env.ts reads the environment.' },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['test/**/*.ts', 'server/env.ts', 'server/cli/**/*.ts', 'client/**/*.{ts,tsx}'],
    rules: { 'no-restricted-properties': 'off' },
  },
  // An answer of the API is what its query asked for; tests say what that should be.
  { files: ['test/**/*.ts'], rules: { '@typescript-eslint/no-explicit-any': 'off' } },
  {
    files: ['client/src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules },
  },
);
