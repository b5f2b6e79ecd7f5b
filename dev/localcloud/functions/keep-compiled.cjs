const { createHash } = require('node:crypto')
const fs = require('node:fs')
const Module = require('node:module')
const { tmpdir, userInfo } = require('node:os')
const { dirname, join } = require('node:path')
const vm = require('node:vm')
const { threadId } = require('node:worker_threads')

/** A bundle with an SDK inside; what is shorter compiles quickly enough. */
const longBytes = 500_000
/** About 1.6 MB each: enough for the functions of a few builds. */
const mostKept = 40

/**
 * To compile a bundle takes as long as to run it, and every instance would do it again: what V8 made
 * of it is kept among the temporary files, by the bundle's contents and the version of V8.
 */
exports.keepCompiled = (entry) => {
  const compile = Module.prototype._compile
  Module.prototype._compile = function compileOrReuse(content, file, ...rest) {
    const isLong = file === entry && content.length >= longBytes
    const folder = isLong ? ownFolder() : undefined
    if (folder === undefined) return compile.call(this, content, file, ...rest)
    const kept = join(folder, nameOf(content))
    const cachedData = readIfThere(kept)
    const columnOffset = -Module.wrapper[0].length
    const script = new vm.Script(Module.wrap(content), { filename: file, columnOffset, cachedData })
    const ofModule = [this.exports, Module.createRequire(file), this, file, dirname(file)]
    const returned = script.runInThisContext().apply(this.exports, ofModule)
    if (cachedData === undefined || script.cachedDataRejected) keep(folder, kept, script)
    return returned
  }
}

/** Nobody else may put something there that would run here. */
function ownFolder() {
  try {
    const { uid } = userInfo()
    const folder = join(tmpdir(), `local-cloud-compiled-${uid}`)
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
    const found = fs.lstatSync(folder)
    const isOwn = uid === -1 || (found.uid === uid && (found.mode & 0o077) === 0)
    return found.isDirectory() && isOwn ? folder : undefined
  } catch {
    return undefined
  }
}

function nameOf(content) {
  // V8 itself compares lengths alone.
  const print = createHash('sha256').update(content).digest('hex')
  return `${process.versions.v8}-${process.arch}-${print}`
}

function readIfThere(file) {
  try {
    return fs.readFileSync(file)
  } catch {
    return undefined
  }
}

/** Whole or not at all, since others read it meanwhile; a full disk costs time and nothing else. */
function keep(folder, file, script) {
  const unfinished = `${file}-${process.pid}-${threadId}`
  try {
    fs.writeFileSync(unfinished, script.createCachedData())
    fs.renameSync(unfinished, file)
    removeOldest(folder)
  } catch {
    fs.rmSync(unfinished, { force: true })
  }
}

function removeOldest(folder) {
  const files = fs.readdirSync(folder).map((name) => join(folder, name))
  if (files.length <= mostKept) return
  const writtenAt = (file) => fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
  const newestFirst = files
    .map((file) => ({ file, at: writtenAt(file) }))
    .sort((one, other) => other.at - one.at)
  for (const { file } of newestFirst.slice(mostKept)) fs.rmSync(file, { force: true })
}
