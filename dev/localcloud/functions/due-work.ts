/** Work besides timers that falls due on the cloud's clock. */
export interface DueWork {
  /** When something is next due, epoch ms; it may have passed. */
  nextAt(): number | undefined
  /** Does what is due by an instant, one thing after another. */
  runDue(untilMs: number): Promise<void>
  /** From now on nothing more is done. */
  stop(): void
}
