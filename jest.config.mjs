/** Every test of the project: one run, several projects, real PostgreSQL where a database is needed. */
const base = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.tsx?$': ['@swc/jest', { swcrc: true }] },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/test/bench/'],
};
export default {
  testTimeout: 30_000,
  maxWorkers: 2,
  projects: [
    {
      ...base,
      displayName: 'pure',
      testMatch: [
        '<rootDir>/test/{conformance,client}/**/*.test.{ts,tsx}',
        '<rootDir>/test/server/{counting,history,dues}/**/*.pure.test.ts',
        '<rootDir>/test/*.test.ts',
      ],
    },
    {
      ...base,
      displayName: 'database',
      globalSetup: '<rootDir>/test/support/globalSetup.mjs',
      globalTeardown: '<rootDir>/test/support/globalTeardown.mjs',
      testMatch: ['<rootDir>/test/{server,schema}/**/*.test.ts', '<rootDir>/test/journeys/**/*.test.ts'],
      testPathIgnorePatterns: ['\\.pure\\.test\\.ts$'],
    },
  ],
};
