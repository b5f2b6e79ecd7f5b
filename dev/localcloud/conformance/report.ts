import type { Area } from './area'
import { knownDifferences, type SdkVersion } from './differences'
import type { AreaResult } from './run-suite'

export type Results = ReadonlyMap<SdkVersion, readonly AreaResult[]>

/** The table by area, with what passed per SDK, and under it all that did not. */
export function reportOf(results: Results): string {
  const versions = [...results.keys()]
  const first = results.get(versions[0] ?? '4.0.2') ?? []
  const rows = first.map(({ area }) => [
    area.name,
    String(sizeOf(area)),
    ...versions.map((version) => cellOf(resultFor(results, version, area))),
  ])
  const total = (version: SdkVersion) =>
    String((results.get(version) ?? []).reduce((sum, { passed }) => sum + passed, 0))
  const all = first.reduce((sum, { area }) => sum + sizeOf(area), 0)
  const lines = table([
    ['area', 'cases', ...versions],
    ...rows,
    ['all', String(all), ...versions.map(total)],
  ])
  return [...lines, ...differencesShown(results), ...notRunShown(first), ...failures(results)].join(
    '\n',
  )
}

/** The promises as a table in Markdown, for the README. */
export function promisesOf(areas: readonly Area[]): string {
  const rows = areas.map((area) => `| ${area.name} | ${sizeOf(area)} | ${area.promise} |`)
  const all = areas.reduce((sum, area) => sum + sizeOf(area), 0)
  return [
    '| area | cases | what it promises |',
    '|---|---|---|',
    ...rows,
    `| all | ${all} | |`,
  ].join('\n')
}

export function failureCount(results: Results): number {
  return [...results.values()].flat().reduce((sum, { failures }) => sum + failures.length, 0)
}

/** Columns of texts, the first to the left; figures stand to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_cell, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  )
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  )
}

const sizeOf = (area: Area): number => Object.keys(area.cases).length

function resultFor(results: Results, version: SdkVersion, area: Area): AreaResult | undefined {
  return results.get(version)?.find((result) => result.area.name === area.name)
}

function cellOf(result: AreaResult | undefined): string {
  if (result === undefined || result.notRun !== undefined) return 'not run'
  const failed = result.failures.length > 0 ? `, ${result.failures.length} failed` : ''
  const different = result.different.length > 0 ? `, ${result.different.length} different` : ''
  const refused = result.refused.length > 0 ? `, ${result.refused.length} refused` : ''
  return `${result.passed}${different}${refused}${failed}`
}

/** Those that this run met. */
function differencesShown(results: Results): string[] {
  const shown = knownDifferences.filter(({ area, sentence }) =>
    [...results.values()]
      .flat()
      .some((result) => result.area.name === area && result.different.includes(sentence)),
  )
  if (shown.length === 0) return []
  const lines = shown.map(
    ({ area, sentence, sdks, reason }) =>
      `  ${area}: ${sentence}\n    ${sdks.join(', ')}: ${reason}`,
  )
  return ['', 'differences between the SDKs:', ...lines]
}

function notRunShown(results: readonly AreaResult[]): string[] {
  const shown = results.filter(({ notRun }) => notRun !== undefined)
  return shown.map(({ area, notRun }) => `not run: ${area.name} needs ${notRun}`)
}

/** What failed alike with several SDKs is told once. */
function failures(results: Results): string[] {
  const versionsOf = new Map<string, SdkVersion[]>()
  for (const [version, ofVersion] of results) {
    for (const { area, failures } of ofVersion) {
      for (const { sentence, failure } of failures) {
        const reason = failure.slice(0, 600).replaceAll('\n', '\n  ')
        const told = `${area.name}: ${sentence}\n  ${reason}`
        versionsOf.set(told, [...(versionsOf.get(told) ?? []), version])
      }
    }
  }
  const lines = [...versionsOf].map(
    ([told, versions]) => `FAILED with ${versions.join(', ')}: ${told}`,
  )
  return lines.length === 0 ? [] : ['', ...lines]
}
