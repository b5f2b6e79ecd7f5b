/** Work besides timers that falls due on the cloud's clock. */
export interface DueWork {
  /** When something is next due, epoch ms; it may have passed. */
  nextAt(): number | undefined
  /** Does what is due by an instant, one thing after another. */
  runDue(untilMs: number): Promise<void>
  /** From now on nothing more is done. */
  stop(): void
}

/** Several kinds of work as one. */
export function allDueWork(works: readonly DueWork[]): DueWork {
  return {
    nextAt() {
      const instants = works.flatMap((work) => work.nextAt() ?? [])
      return instants.length === 0 ? undefined : Math.min(...instants)
    },
    async runDue(untilMs) {
      for (const work of works) await work.runDue(untilMs)
    },
    stop() {
      for (const work of works) work.stop()
    },
  }
}
