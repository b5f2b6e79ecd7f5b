export interface SimulatedPage {
  readonly dom: Element
  /** True once React's first drawing has arrived in the page's data. */
  isDrawn(): boolean
}

export interface SimulatedApp {
  launch(query: Readonly<Record<string, string>>): void
  open(route: string, query: Readonly<Record<string, string>>): SimulatedPage
  ready(page: SimulatedPage): void
  close(page: SimulatedPage): void
}

export function prepareSimulator(
  dist: string,
  phoneFunctions: Readonly<Record<string, unknown>>,
): SimulatedApp

export function dispatch(element: Element, name: string, detail: unknown): void
