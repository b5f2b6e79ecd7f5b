import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { dragScanner, type HeldPhone, holdPhone } from './bench'

/** A tap with what is looked at before it, and a character, in the hands of who is not quick. */
const TAP_SECONDS = 3
const CHARACTER_SECONDS = 0.6

/** What one part of a day took: taps as they were counted, minutes as a person would need. */
export interface Taken {
  readonly taps: number
  readonly minutes: number
}

/** A hand whose taps and characters are counted. */
export interface Hand extends HeldPhone {
  type(selector: string, text: string): Promise<void>
  /** Digits on the till's own keys. */
  press(digits: string): Promise<void>
  /** Taps, and gives the chooser that opens one of the demo's photos. */
  choosePhoto(selector: string, photo: string): Promise<void>
}

export interface CountedDay {
  /** By part. */
  readonly taken: Readonly<Record<string, Taken>>
  handOf(openid: string): Hand
  /** A click on the workbench itself. */
  click(selector: string): Promise<void>
  /** One phone's scanner, dragged onto another phone. */
  point(by: string, onto: string): Promise<void>
  /** Walks one part, and writes down what it took. */
  walk(part: string, steps: () => Promise<void>): Promise<void>
}

/** Counts what people do on a workbench. */
export function countDay(page: Page): CountedDay {
  const taken: Record<string, Taken> = {}
  const hands: Hand[] = []
  let gestures = 0
  let characters = 0
  const tapCount = () => gestures + hands.reduce((sum, hand) => sum + hand.tapCount(), 0)
  return {
    taken,
    handOf(openid) {
      const phone = holdPhone(page, openid)
      const hand: Hand = {
        ...phone,
        async type(selector, text) {
          characters += text.length
          await (await phone.see(`${selector} input`)).fill(text)
        },
        async press(digits) {
          characters += digits.length
          for (const digit of digits) await (await phone.see(`.keypad-${digit}`)).click()
        },
        async choosePhoto(selector, photo) {
          const chooser = page.waitForEvent('filechooser')
          await phone.tap(selector)
          await (await chooser).setFiles(join(__dirname, '../seed/photos', photo))
        },
      }
      hands.push(hand)
      return hand
    },
    async click(selector) {
      gestures += 1
      await page.locator(selector).click()
    },
    async point(by, onto) {
      gestures += 1
      await dragScanner(page, onto, by)
    },
    async walk(part, steps) {
      const before = { taps: tapCount(), characters }
      await steps()
      const taps = tapCount() - before.taps
      const typed = characters - before.characters
      taken[part] = { taps, minutes: (taps * TAP_SECONDS + typed * CHARACTER_SECONDS) / 60 }
    },
  }
}
