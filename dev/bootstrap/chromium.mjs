// Node's own modules only.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { root, runQuietly } from './run.mjs'

const ADVICE =
  'No Chromium was found or could be installed: install Chromium or Google Chrome and set ' +
  'CHROMIUM_PATH to it, then run this again.'

const commandNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const macApps = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Answers the path of a Chromium that runs, installing one if need be; undefined with advice. */
export async function ensureChromium() {
  const path = findChromium() ?? (await installChromium())
  if (!path) console.error(ADVICE)
  return path
}

/** Chinese letters on pictures of pages need a font that has them; only Debian is helped. */
export async function ensureChineseFont() {
  const listed = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' })
  if (listed.stdout?.trim() || !isRootOnDebian()) return
  await installWithApt('installing a Chinese font', ['fonts-noto-cjk', 'fontconfig'])
}

function findChromium() {
  const given = process.env.CHROMIUM_PATH
  const folders = (process.env.PATH ?? '').split(delimiter)
  const onPath = commandNames.flatMap((name) => folders.map((folder) => join(folder, name)))
  const candidates = [...(given ? [given] : []), ...onPath, ...macApps, ...playwrightBrowsers()]
  return candidates.find((path) => existsSync(path) && runs(path))
}

/** Ubuntu's package is a stub that only says how to get another one, so each is tried. */
function runs(path) {
  return spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0
}

function playwrightBrowsers() {
  const folder =
    process.env.PLAYWRIGHT_BROWSERS_PATH ??
    (process.platform === 'darwin'
      ? join(homedir(), 'Library/Caches/ms-playwright')
      : join(homedir(), '.cache/ms-playwright'))
  if (!existsSync(folder)) return []
  const builds = readdirSync(folder).filter((name) => name.startsWith('chromium'))
  const inside = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  ]
  return builds.flatMap((build) => inside.map((path) => join(folder, build, path)))
}

async function installChromium() {
  if (isRootOnDebian()) {
    await installWithApt('installing Chromium', ['chromium', 'fonts-noto-cjk', 'fontconfig'])
    const installed = findChromium()
    if (installed) return installed
  }
  await runQuietly({
    label: 'downloading Chromium',
    usually: 'about 2 minutes',
    command: process.execPath,
    args: [join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium'],
    logName: 'chromium.log',
  })
  return findChromium()
}

async function installWithApt(label, packages) {
  const install = `apt-get install -y --no-install-recommends ${packages.join(' ')}`
  return runQuietly({
    label,
    usually: 'about 2 minutes',
    command: 'sh',
    args: ['-c', `export DEBIAN_FRONTEND=noninteractive; apt-get update && ${install}`],
    logName: 'apt.log',
  })
}

function isRootOnDebian() {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0
}
