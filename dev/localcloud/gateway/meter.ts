/** What a request cost. */
export interface Meter {
  dbCalls: number
  docsExamined: number
  docsRead: number
  docsWritten: number
  /** Told when the engine begins (+1) and ends (-1) to work on the request. */
  onEngine?: (by: 1 | -1) => void
}

export function createMeter(): Meter {
  return { dbCalls: 0, docsExamined: 0, docsRead: 0, docsWritten: 0 }
}
