const KEY = 'huilin-operator-theme'
const names = { system: '跟随系统', light: '浅色', dark: '深色' } as const

type Theme = keyof typeof names

const order: readonly Theme[] = ['system', 'light', 'dark']

/** One button that goes through the three; the choice is kept by the browser. */
export function startTheme(button: HTMLElement): void {
  let theme = order.find((one) => one === localStorage.getItem(KEY)) ?? 'system'
  const show = () => {
    document.documentElement.style.colorScheme = theme === 'system' ? '' : theme
    button.textContent = names[theme]
  }
  button.addEventListener('click', () => {
    theme = order[(order.indexOf(theme) + 1) % order.length] ?? 'system'
    localStorage.setItem(KEY, theme)
    show()
  })
  show()
}
