import { existsSync, renameSync, rmSync } from 'node:fs'

/** Whoever uses the folder meanwhile finds the old contents or the new ones, never half of both. */
export function replaceFolder(folder: string, replacement: string): void {
  const old = `${replacement}-old`
  rmSync(old, { recursive: true, force: true })
  if (existsSync(folder)) renameSync(folder, old)
  renameSync(replacement, folder)
  rmSync(old, { recursive: true, force: true })
}
