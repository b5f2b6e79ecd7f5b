/** What a new element shows and says of itself. */
export interface Look {
  readonly className?: string
  readonly text?: string
  readonly title?: string
  readonly data?: Readonly<Record<string, string>>
  readonly attributes?: Readonly<Record<string, string>>
}

type Child = Node | string

/** Builds an element. Text goes in as text, so data can never become markup. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  look: Look | string = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  const { className, text, title, data = {}, attributes = {} } = readLook(look)
  if (className) element.className = className
  if (text !== undefined) element.textContent = text
  if (title) element.title = title
  Object.assign(element.dataset, data)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children)
  return element
}

/** A button that does one thing. */
export function makeButton(look: Look, onClick: () => void): HTMLButtonElement {
  const button = make('button', look)
  button.type = 'button'
  button.addEventListener('click', onClick)
  return button
}

/** A node that the page's own markup holds; its absence is a fault of that markup. */
export function part(parent: ParentNode, selector: string): HTMLElement {
  const found = parent.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`the page has no ${selector}`)
  return found
}

/** A plain string is the class name, as the most common look. */
function readLook(look: Look | string): Look {
  return typeof look === 'string' ? { className: look } : look
}
