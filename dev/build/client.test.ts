import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { findProblem } from './client'

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

const app = { pages: ['home/index'], subPackages: [{ root: 'staff', pages: ['scan/index'] }] }

describe('what is wrong with a built mini-program', () => {
  let output: string
  beforeEach(() => {
    output = mkdtempSync(join(tmpdir(), 'huilin-output-'))
    const pages = ['home/index', 'staff/scan/index']
    const files = pages.flatMap((page) => ['js', 'json', 'wxml'].map((end) => `${page}.${end}`))
    write(output, Object.fromEntries(files.map((file) => [file, ''])))
    write(output, { 'app.json': JSON.stringify(app), 'app.js': 'x'.repeat(40_000) })
  })

  it('is nothing when every page is there', () => {
    expect(findProblem(output, 'weapp')).toBeUndefined()
  })

  it('is a page of a sub-package that is missing', () => {
    rmSync(join(output, 'staff/scan/index.js'))
    expect(findProblem(output, 'weapp')).toBe('page staff/scan/index has no .js')
  })

  it('is an app without content', () => {
    write(output, { 'app.js': 'x'.repeat(9_000) })
    expect(findProblem(output, 'weapp')).toContain('only 9000 bytes of scripts')
    rmSync(join(output, 'app.json'))
    expect(findProblem(output, 'weapp')).toBe('there is no app.json')
  })
})

describe('what is wrong with a built browser app', () => {
  it("is an index.html without Taro's size script", () => {
    const output = mkdtempSync(join(tmpdir(), 'huilin-output-'))
    expect(findProblem(output, 'h5')).toBe('there is no index.html')
    write(output, { 'index.html': '<div id="app">', 'js/app.js': 'x'.repeat(300_000) })
    expect(findProblem(output, 'h5')).toContain('size script')
    write(output, { 'index.html': '<script>document.style.fontSize</script>' })
    expect(findProblem(output, 'h5')).toBeUndefined()
  })
})
