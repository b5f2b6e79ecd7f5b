import { part } from './element'

/**
 * The button in the head and its dialog: it says what will be lost, and begins the shop anew once
 * that was confirmed. `begun` is told then; the new shop shows itself when it is filled.
 */
export function offerStartOver(begun: () => void): void {
  const dialog = document.querySelector<HTMLDialogElement>('.over')
  if (!dialog) throw new Error('the page has no .over')
  const open = part(document, '.over-open')
  const refusal = part(dialog, '.over-refused')
  open.hidden = false
  open.addEventListener('click', () => {
    refusal.textContent = ''
    dialog.showModal()
  })
  part(dialog, '.over-keep').addEventListener('click', () => dialog.close())
  part(dialog, 'form').addEventListener('submit', async (event) => {
    event.preventDefault()
    const chosen = dialog.querySelector<HTMLInputElement>('input[name=kind]:checked')
    const problem = await ask(chosen?.value ?? '')
    refusal.textContent = problem ?? ''
    if (problem !== null) return
    dialog.close()
    begun()
  })
}

/** Why it was not begun; null once it was. Whoever asks second is as good as the first. */
async function ask(kind: string): Promise<string | null> {
  const response = await fetch('/workbench/start-over', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind }),
  }).catch(() => null)
  if (!response) return '本地云没有应答，请看终端里它还在不在'
  return response.ok || response.status === 409 ? null : `没有开始：HTTP ${response.status}`
}
