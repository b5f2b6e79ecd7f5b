const babel = require('./dev/harness/babel')

const transform = { '\\.([jt]sx?|mjs)$': ['babel-jest', babel] }
const paths = {
  '^@/(.*)$': '<rootDir>/client/$1',
  '^@shared/(.*)$': '<rootDir>/shared/$1',
}
const roots = ['client', 'shared', 'cloudfunctions', 'dev'].map((room) => `<rootDir>/${room}`)
const common = { roots, transform, moduleNameMapper: paths, testEnvironment: 'node' }

/** The rules of the business: pure, and quick enough to run on every save. */
const rules = {
  ...common,
  displayName: 'rules',
  testMatch: ['<rootDir>/shared/**/*.test.ts'],
}

/** Functions through the real SDK and the local cloud, and the tools themselves. */
const functions = {
  ...common,
  displayName: 'functions',
  testMatch: ['<rootDir>/cloudfunctions/**/*.test.ts', '<rootDir>/dev/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/dev/walks/'],
  globalSetup: '<rootDir>/dev/harness/built-functions.js',
}

/** Pages and stores with stand-ins for Taro: what they show, without building anything. */
const pages = {
  ...common,
  displayName: 'pages',
  testEnvironment: 'jsdom',
  testEnvironmentOptions: { customExportConditions: ['node', 'require'] },
  testMatch: ['<rootDir>/client/**/*.test.{ts,tsx}'],
  setupFiles: ['<rootDir>/dev/harness/phone-globals.js'],
  moduleNameMapper: {
    ...paths,
    '\\.(scss|css|png|svg)$': '<rootDir>/dev/harness/asset.js',
    '^@tarojs/components$': '<rootDir>/dev/harness/taro-components.tsx',
    '^@tarojs/taro$': '<rootDir>/dev/harness/taro.ts',
  },
  transformIgnorePatterns: ['/node_modules/'],
}

/** Pages as they are uploaded, in miniprogram-simulate, answered by the local cloud. */
const dist = {
  ...common,
  displayName: 'dist',
  testEnvironment: 'jsdom',
  testMatch: ['<rootDir>/dev/walks/built-*.test.ts'],
  transformIgnorePatterns: ['/node_modules/', '<rootDir>/dist/'],
  globalSetup: '<rootDir>/dev/harness/built-weapp.js',
}

/** Whole walks through the workbench in a real browser; dev/test.ts runs them one by one. */
const walks = {
  ...common,
  displayName: 'walks',
  testMatch: ['<rootDir>/dev/walks/**/!(built-*).test.ts'],
  globalSetup: '<rootDir>/dev/harness/built-h5.js',
}

/** @type {import('jest').Config} */
module.exports = {
  projects: [rules, functions, pages, dist, walks],
  testTimeout: 60_000,
  // Of every file some 12 MB stay in a worker's heap, and more outside of it: one that went through
  // all functions held 5 GB. Renewed after some twenty files, the largest came to 1.1 GB.
  workerIdleMemoryLimit: '250MB',
  // A failed test may leave its cloud running; the run has to end all the same.
  forceExit: true,
}
