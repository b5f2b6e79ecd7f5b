import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { lastLines, runStep } from '../step'
import { replaceFolder } from './replace-folder'

export type Platform = 'weapp' | 'h5'

const USUAL_SECONDS = { weapp: 30, h5: 60 } as const
/** An app whose pages were not found still builds, to about 9 KB. */
const LEAST_BYTES = { weapp: 30_000, h5: 200_000 } as const

/**
 * Builds the client with Taro's own command and looks at what came out, because the command ends
 * with exit code 0 also when it built nothing.
 *
 * @param root the project, or the folder of another Taro app (the size measurement builds one)
 */
export async function buildClient(root: string, platform: Platform): Promise<void> {
  const output = join(root, `dist/.${platform}-new`)
  const logFile = join(root, '.cache', `build-${platform}.log`)
  rmSync(output, { recursive: true, force: true })
  const cli = require.resolve('@tarojs/cli/bin/taro')
  const code = await runStep({
    label: `building ${platform}`,
    usuallySeconds: USUAL_SECONDS[platform],
    command: process.execPath,
    args: [cli, 'build', '--type', platform],
    env: { NODE_ENV: 'production', TARO_ENV: platform, CLIENT_OUTPUT: `dist/.${platform}-new` },
    cwd: root,
    logFile,
  })
  const problem = code === 0 ? findProblem(output, platform) : `taro ended with exit code ${code}`
  if (problem) throw new Error(`${platform}: ${problem}\n${lastLines(logFile, 40)}`)
  replaceFolder(join(root, 'dist', platform), output)
}

/** What is wrong with a built client, in one sentence; undefined when nothing is. */
export function findProblem(output: string, platform: Platform): string | undefined {
  if (platform === 'weapp') return findWeappProblem(output)
  const html = join(output, 'index.html')
  if (!existsSync(html)) return 'there is no index.html'
  if (!readFileSync(html, 'utf8').includes('fontSize')) return "index.html lost Taro's size script"
  return tooSmall(bytesOfScripts(output), platform)
}

function findWeappProblem(output: string): string | undefined {
  const appFile = join(output, 'app.json')
  if (!existsSync(appFile)) return 'there is no app.json'
  for (const page of builtPages(appFile)) {
    for (const ending of ['js', 'json', 'wxml']) {
      const file = join(output, `${page}.${ending}`)
      if (!existsSync(file)) return `page ${page} has no .${ending}`
    }
  }
  return tooSmall(bytesOfScripts(output), 'weapp')
}

/** Every page of a built mini-program, sub-packages included. */
export function builtPages(appFile: string): string[] {
  const app: { pages: string[]; subPackages?: { root: string; pages: string[] }[] } = JSON.parse(
    readFileSync(appFile, 'utf8'),
  )
  const inPackages = (app.subPackages ?? []).flatMap(({ root, pages }) =>
    pages.map((page) => `${root.replace(/\/$/, '')}/${page}`),
  )
  return [...app.pages, ...inPackages]
}

function tooSmall(bytes: number, platform: Platform): string | undefined {
  const least = LEAST_BYTES[platform]
  return bytes < least ? `only ${bytes} bytes of scripts, fewer than ${least}` : undefined
}

function bytesOfScripts(folder: string): number {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
}
