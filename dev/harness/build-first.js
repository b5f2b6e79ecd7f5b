const { spawnSync } = require('node:child_process')
const { join } = require('node:path')

/** Brings what the tests look at up to date, so that one file can be tested alone. */
exports.build = (parts) => {
  const args = ['--import', 'tsx', 'dev/build.ts', ...parts]
  const run = spawnSync(process.execPath, args, { cwd: join(__dirname, '../..'), encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`the build failed:\n${run.stdout}${run.stderr}`)
}
