export function withLock<T>(
  folder: string,
  work: () => Promise<T>,
  onWait?: (waitedMs: number) => void,
): Promise<T>
