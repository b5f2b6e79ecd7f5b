// What every npm script starts. Written with Node's own modules alone, so that it runs on a fresh
// clone: it installs what is missing, says what takes time, and then runs the real command.
const LEAST_NODE = [20, 12]

const commands = {
  start: { script: 'dev/start.ts' },
  test: { script: 'dev/test.ts', needsBrowser: true },
  e2e: { script: 'dev/test.ts', args: ['walks'], needsBrowser: true },
  check: { script: 'dev/check.ts' },
  build: { script: 'dev/build.ts' },
  cloud: { script: 'dev/cloud.ts', builds: ['functions'] },
  house: { script: 'dev/house.ts' },
  bench: { script: 'dev/bench.ts' },
  chaos: { script: 'dev/chaos.ts' },
  conformance: { script: 'dev/localcloud/conformance/main.ts' },
}

const [name = '', ...args] = process.argv.slice(2)
process.exitCode = await run(commands[name])

async function run(command) {
  if (!command) {
    console.error(`Say which: node dev/bootstrap.mjs ${Object.keys(commands).join('|')}`)
    return 1
  }
  if (isOld(process.versions.node)) {
    console.error(`Node ${LEAST_NODE.join('.')} or newer is needed; this is ${process.version}.`)
    return 1
  }
  // Imported late: an older Node would stumble over their syntax before it could be told.
  const { ensurePackages } = await import('./bootstrap/packages.mjs')
  const { runOnTerminal } = await import('./bootstrap/run.mjs')
  if (!(await ensurePackages())) return 1
  const env = {}
  if (command.needsBrowser) {
    const chromium = await import('./bootstrap/chromium.mjs')
    await chromium.ensureChineseFont()
    env.CHROMIUM_PATH = await chromium.ensureChromium()
    if (!env.CHROMIUM_PATH) return 1
  }
  if (command.builds) {
    const code = await runOnTerminal(['dev/build.ts', ...command.builds])
    if (code !== 0) return code
  }
  return runOnTerminal([command.script, ...(command.args ?? []), ...args], env)
}

function isOld(version) {
  const [major, minor] = version.split('.').map(Number)
  return major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1])
}
