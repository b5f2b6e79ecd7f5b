import type { Finding, Import, Rule, SourceFile } from './house'

/** `client → shared ← cloudfunctions`; nothing that ships imports dev/, tests excepted. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  client: ['client', 'shared'],
  shared: ['shared'],
  cloudfunctions: ['cloudfunctions', 'shared'],
}

const SDK = 'wx-server-sdk'
const SDK_HOME = 'cloudfunctions/runtime/database.ts'

/** Imports cross from room to room in the house's directions only. */
export const directions: Rule = ({ files }) =>
  files.flatMap((file) => file.imports.flatMap((one) => problemsOf(file, one)))

function problemsOf(file: SourceFile, one: Import): Finding[] {
  const room = roomOf(file.path)
  const allowed = mayImport[room]
  const report = (sentence: string) => [
    { path: file.path, line: one.line, rule: 'directions', sentence },
  ]
  if (one.target === undefined) {
    const isOutside = one.from === SDK && file.path !== SDK_HOME && room !== 'dev'
    return isOutside ? report(`${SDK} is imported by ${SDK_HOME} alone`) : []
  }
  if (!allowed) return []
  const target = roomOf(one.target)
  if (!allowed.includes(target) && !(file.isTest && target === 'dev')) {
    return report(`${room}/ may not import ${one.target}`)
  }
  const isContract = room === 'client' && one.target.startsWith('shared/contract/')
  // The schemas would bring the validation library into the mini-program.
  return isContract && !one.typeOnly ? report('the client imports the contract as a type only') : []
}

function roomOf(path: string): string {
  return path.split('/')[0] ?? ''
}
