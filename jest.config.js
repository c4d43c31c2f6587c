const swc = { target: 'es2022', parser: { syntax: 'typescript' }, experimental: { keepImportAttributes: true } };

export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: swc }] },
  maxWorkers: '100%',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  setupFilesAfterEnv: ['<rootDir>/test/setup.ts'],
  reporters: ['default', '<rootDir>/test/totals.js'],
};
