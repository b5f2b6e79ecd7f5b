import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

interface Findings {
  readonly violations: readonly {
    readonly id: string
    readonly impact: string
    readonly nodes: readonly { readonly html: string }[]
  }[]
}

declare global {
  interface Window {
    /** There once its source was evaluated in the page. */
    readonly axe: { run(context: object, options: object): Promise<Findings> }
  }
}

/** Taro's own frame around the pages scrolls and forbids zooming; WeChat has neither. */
const framework = ['meta-viewport', 'scrollable-region-focusable']

/** A toast that fades is Taro's own; WeChat draws its own. */
const looked = { include: [['body']], exclude: [['.taro__toast']] }

/** What keeps people out, as far as a program can tell: axe's serious and critical findings. */
export async function barriersOn(page: Page, ignored = framework): Promise<string[]> {
  await page.evaluate(axeSource)
  const rules = Object.fromEntries(ignored.map((id) => [id, { enabled: false }]))
  return findings(page, { rules })
}

/** The same page in other colours, after `barriersOn`: contrast alone can differ. */
export function faintTextOn(page: Page): Promise<string[]> {
  return findings(page, { runOnly: ['color-contrast'] })
}

function findings(page: Page, options: object): Promise<string[]> {
  const asked = { ...options, resultTypes: ['violations'] }
  const wish = { looked, asked }
  return page.evaluate(async (wish) => {
    const { violations } = await window.axe.run(wish.looked, wish.asked)
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
  }, wish)
}
