import { circles } from './circles'
import { directions } from './directions'
import { houseOf, type Rule } from './house'
import { featureRanks } from './ranks'
import { reach } from './reach'
import { standingAlone } from './standing-alone'

const sentences = (rule: Rule, texts: Record<string, string>) =>
  rule(houseOf(texts)).map(({ path, sentence }) => `${path} ${sentence}`)

describe('directions between rooms', () => {
  it('lets the client use a rule, and the contract as a type', () => {
    const texts = {
      'client/a.ts': "import { x } from '@shared/x'\nimport type { C } from '@shared/contract/c'",
      'client/b.ts': "import { type C } from '@shared/contract/c'",
      'shared/x.ts': '',
      'shared/contract/c.ts': '',
    }
    expect(sentences(directions, texts)).toEqual([])
  })

  it.each([
    ['client/a.ts', "import { m } from '../cloudfunctions/mall/index'"],
    ['shared/a.ts', "import { m } from '../client/api'"],
    ['cloudfunctions/mall/a.ts', "import { m } from '../../client/api'"],
    ['cloudfunctions/mall/a.ts', "export { m } from '../../dev/build'"],
    ['client/a.ts', "const m = import('../dev/build')"],
    ['client/a.ts', "import { C } from '@shared/contract/c'"],
    ['client/a.ts', "import '@shared/contract/c'"],
    ['cloudfunctions/mall/a.ts', "import cloud from 'wx-server-sdk'"],
  ])('refuses in %s: %s', (path, text) => {
    expect(sentences(directions, { [path]: text })).toHaveLength(1)
  })

  it('lets a test reach for what tests share', () => {
    const text = "import { startTestCloud } from '../../dev/harness/cloud'"
    expect(sentences(directions, { 'cloudfunctions/mall/a.test.ts': text })).toEqual([])
  })
})

describe('circles between files', () => {
  it('lets files import downwards, also by two ways', () => {
    const texts = {
      'shared/a.ts': "import './b'\nimport './c'",
      'shared/b.ts': "import './c'",
      'shared/c.ts': '',
    }
    expect(sentences(circles, texts)).toEqual([])
  })

  it('names the shortest one once, types included', () => {
    const texts = {
      'shared/a.ts': "import { b } from './b'",
      'shared/b.ts': "import type { C } from './c'",
      'shared/c.ts': "import { a } from './a'",
    }
    expect(sentences(circles, texts)).toEqual([
      'shared/a.ts a circle: shared/a.ts → shared/b.ts → shared/c.ts → shared/a.ts',
    ])
  })
})

describe('the local cloud', () => {
  it('may need its own folder and the packages that it brings', () => {
    const texts = {
      'dev/localcloud/engine/a.ts':
        "import { Hono } from 'hono/tiny'\nimport { readFileSync } from 'node:fs'\n" +
        "import { clock } from '../clock'\nconst file = join(__dirname, '../README.md')",
      'dev/localcloud/engine/a.test.ts': "import fc from 'fast-check'",
      'dev/localcloud/clock.ts': '',
      'dev/localcloud/examples/add/index.js': "require('left-pad')",
      'dev/start.ts': "import { clock } from './localcloud/clock'\nimport '../shared/x'",
    }
    expect(sentences(standingAlone, texts)).toEqual([])
  })

  it.each([
    ['a.ts', "import { c } from '../../cloudfunctions/runtime/collections'"],
    ['a.ts', "import type { C } from '../../cloudfunctions/runtime/collections'"],
    ['a.test.ts', "import { postJson } from '../harness/post'"],
    ['engine/a.ts', "export { x } from '@shared/x'"],
    ['a.ts', "const seed = import('../seed/demo')"],
    ['engine/a.ts', "const dist = join(__dirname, '../../../dist/cloudfunctions')"],
    ['engine/a.ts', "const dist = join(__dirname, '..', '..', file)"],
    ['a.ts', "import dayjs from 'dayjs'"],
    ['a.ts', "import fc from 'fast-check'"],
  ])('is refused in %s: %s', (path, text) => {
    expect(sentences(standingAlone, { [`dev/localcloud/${path}`]: text })).toHaveLength(1)
  })
})

describe('ranks of features', () => {
  const texts = (importer: string, target: string) => ({
    [`cloudfunctions/${importer}.ts`]: `import { x } from '../${target}'`,
    [`cloudfunctions/${target}.ts`]: '',
  })

  it('lets a feature use the book and the repositories below it', () => {
    expect(sentences(featureRanks, texts('mall/redeem-reward', 'points/ledger'))).toEqual([])
    expect(sentences(featureRanks, texts('gifts/claim-gift', 'coupons/repository'))).toEqual([])
    expect(sentences(featureRanks, texts('screens/show-home', 'mall/repository'))).toEqual([])
    expect(sentences(featureRanks, texts('audit/tally', 'points/seal'))).toEqual([])
    expect(sentences(featureRanks, texts('audit/tally', 'openings/repository'))).toEqual([])
    expect(sentences(featureRanks, texts('members/index', 'screens/show-home'))).toEqual([])
  })

  it.each([
    ['points/enter-due', 'mall/repository'],
    ['points/enter-due', 'audit/repository'],
    ['gifts/claim-gift', 'mall/repository'],
    ['mall/redeem-reward', 'checkin/repository'],
    ['runtime/serve', 'points/ledger'],
    ['mall/redeem-reward', 'points/list-history'],
    ['merging/merge-members', 'screens/show-home'],
    ['members/join-member', 'points/repository'],
    ['rules/publish-rule', 'points/repository'],
    ['points/index', 'mall/repository'],
    ['screens/show-home', 'mall/redeem-reward'],
  ])('refuses %s importing %s', (importer, target) => {
    expect(sentences(featureRanks, texts(importer, target))).toHaveLength(1)
  })

  it('asks for a rank for every folder', () => {
    expect(sentences(featureRanks, { 'cloudfunctions/lottery/index.ts': '' })).toEqual([
      'cloudfunctions/lottery the folder lottery has no rank in dev/tidy/ranks.ts',
    ])
  })
})

describe('reach', () => {
  it('finds what nothing uses, and what only tests use', () => {
    const texts = {
      'cloudfunctions/mall/index.ts': "import './a'",
      'cloudfunctions/mall/a.ts': '',
      'cloudfunctions/mall/forgotten.ts': '',
      'shared/tried.ts': '',
      'shared/tried.test.ts': "import './tried'",
    }
    expect(sentences(reach, texts)).toEqual([
      'cloudfunctions/mall/forgotten.ts nothing uses this file',
      'shared/tried.ts only tests use this file',
    ])
  })

  it('follows a worker that dev/ starts by its name, and a page of the app', () => {
    const texts = {
      'dev/start.ts': "new Worker(join(__dirname, 'host/worker.mjs'))",
      'dev/host/worker.mjs': '',
      'client/tabs/me/index.tsx': "import './index.scss'",
      'client/tabs/me/index.scss': '',
    }
    expect(sentences(reach, texts)).toEqual([])
  })
})
