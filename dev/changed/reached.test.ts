import { houseOf } from '../tidy/house'
import { projectOf, reachedFrom } from './reached'

const texts = {
  'shared/yuan.ts': 'export const yuan = 1',
  'shared/yuan.test.ts': "import { yuan } from './yuan'",
  'cloudfunctions/points/index.ts': "import { history } from './history'",
  'cloudfunctions/points/history.ts': "import { yuan } from '@shared/yuan'",
  'cloudfunctions/points/history.test.ts':
    "import '../../dev/harness/cloud'\nvalue('points.history')",
  'cloudfunctions/mall/index.ts': 'export const main = 1',
  'cloudfunctions/mall/redeem.test.ts': "import '../../dev/harness/cloud'\nvalue('mall.redeem')",
  'client/app.config.ts': 'export default 1',
  'client/mall/reward/index.tsx': "import type { Yuan } from '@shared/yuan'\nimport '../../price'",
  'client/mall/reward/reward.test.tsx': "import Reward from './index'\ncalls('points.history')",
  'client/tabs/me/index.tsx': "import '@/name'",
  'client/price.ts': 'export const price = 1',
  'client/name.ts': 'export const name = 1',
  'dev/harness/cloud.ts': 'export const cloud = 1',
  'dev/harness/built.js': "require('./first')",
  'dev/harness/first.js': "run('dev/build.ts')",
  'dev/build.ts': 'export const build = 1',
  'dev/walks/mall-scenes.ts': "export const path = '/mall/reward/index?rewardId=coffee'",
  'dev/walks/every-page.test.ts': "import { path } from './mall-scenes'",
}
const house = houseOf(texts, [...Object.keys(texts), 'cloudfunctions/mall/config.json'])
const surroundings = {
  functions: ['points', 'mall'],
  read: { functions: ['dev/harness/built.js'] },
}

function testsAfter(...changed: string[]): string[] {
  const steps = reachedFrom(changed, { house, surroundings })
  return [...steps.keys()].filter((path) => /\.test\.tsx?$/.test(path)).sort()
}

describe('what a change can touch', () => {
  it('is what imports it, also through the function that a test calls by name', () => {
    expect(testsAfter('shared/yuan.ts')).toEqual([
      'cloudfunctions/points/history.test.ts',
      'shared/yuan.test.ts',
    ])
    expect(testsAfter('cloudfunctions/mall/config.json')).toEqual([
      'cloudfunctions/mall/redeem.test.ts',
    ])
  })

  it('is on every walk when it is on a page', () => {
    expect(testsAfter('client/name.ts')).toEqual(['dev/walks/every-page.test.ts'])
    expect(testsAfter('client/price.ts')).toEqual([
      'client/mall/reward/reward.test.tsx',
      'dev/walks/every-page.test.ts',
    ])
  })

  it('is every test of a project when jest reads it for the project', () => {
    const ofFunctions = ['points/history', 'mall/redeem'].map((name) => `cloudfunctions/${name}`)
    expect(testsAfter('dev/build.ts')).toEqual(ofFunctions.map((name) => `${name}.test.ts`).sort())
  })

  it('is every test when the packages change, and none when a text does', () => {
    const all = Object.keys(texts).filter((path) => /\.test\.tsx?$/.test(path))
    expect(testsAfter('package-lock.json')).toEqual(all.sort())
    expect(testsAfter('docs/points.md')).toEqual([])
  })

  it('is what imported a file that is gone', () => {
    const { 'client/price.ts': _gone, ...rest } = texts
    const without = { house: houseOf(rest), surroundings }
    const steps = reachedFrom(['client/price.ts'], without)
    expect(steps.get('client/mall/reward/reward.test.tsx')).toBe(2)
    expect(steps.has('client/price.ts')).toBe(false)
  })

  it('is nearest in the test beside it', () => {
    const steps = reachedFrom(['cloudfunctions/points/history.ts'], { house, surroundings })
    expect(steps.get('cloudfunctions/points/history.test.ts')).toBe(1)
    expect(steps.has('cloudfunctions/mall/redeem.test.ts')).toBe(false)
  })
})

describe('the project of a test', () => {
  it('is told by its place', () => {
    const places = ['shared/a', 'client/b', 'cloudfunctions/c/d', 'dev/e', 'dev/walks/f']
    const projects = ['rules', 'pages', 'functions', 'functions', 'walks']
    expect(places.map((place) => projectOf(`${place}.test.ts`))).toEqual(projects)
    expect(projectOf('dev/walks/built-weapp.test.ts')).toBe('dist')
  })
})
