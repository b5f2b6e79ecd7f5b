import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import type { ConsoleLine } from './functions/functions-host'

const logGathersMs = 50

/**
 * What functions print, each line with its call, and what the cloud has to say itself. Lines are
 * gathered for a moment: one write for each would take as long as a whole database call.
 */
export function openPrintedLog(dataDir: string) {
  const file = createWriteStream(join(dataDir, 'functions.log'), { flags: 'a' })
  let gathered = ''
  const write = (): void => {
    if (gathered !== '') file.write(gathered)
    gathered = ''
  }
  const log = (text: string): void => {
    if (gathered === '') setTimeout(write, logGathersMs)
    gathered += text
  }
  return {
    log,
    onConsole: ({ name, callId, line }: ConsoleLine): void => log(`${callId} ${name} ${line}\n`),
    endLog(): void {
      file.end(gathered)
      gathered = ''
    },
  }
}
