/** What one request from outside cost, nested calls included. */
export interface Meter {
  dbCalls: number
  docsExamined: number
  docsRead: number
  docsWritten: number
}

export function createMeter(): Meter {
  return { dbCalls: 0, docsExamined: 0, docsRead: 0, docsWritten: 0 }
}
