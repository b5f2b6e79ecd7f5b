import { barFigure, qrFigure } from './code-figures'

describe('codes drawn on the phone', () => {
  it('draws the three corner marks of a QR code inside its quiet border', () => {
    const modules = modulesOf(qrFigure('482039171234567890'))
    const corner = [0, 1, 2, 3, 4, 5, 6].map((x) => modules.has(`${x + 4}:4`))
    expect(corner).toEqual([true, true, true, true, true, true, true])
    expect(modules.has('11:4')).toBe(false)
    expect(modules.has('3:4')).toBe(false)
  })

  it('draws 18 digits in nine symbols of the numeric set', () => {
    const modules = modulesOf(barFigure('482039171234567890'))
    const columns = [...modules].map((module) => Number(module.split(':')[0]))
    // Start, nine pairs and the check symbol of 11 modules, the stop of 13, 10 white before them.
    expect(Math.min(...columns)).toBe(10)
    expect(Math.max(...columns)).toBe(10 + 11 * 11 + 13 - 1)
    // Set C starts with 11010011100.
    const start = Array.from({ length: 11 }, (_, x) => (modules.has(`${x + 10}:0`) ? '1' : '0'))
    expect(start.join('')).toBe('11010011100')
  })

  it('draws different digits differently', () => {
    expect(qrFigure('482039171234567890')).not.toBe(qrFigure('482039171234567891'))
  })
})

function modulesOf(address: string): Set<string> {
  const svg = decodeURIComponent(address.slice('data:image/svg+xml,'.length))
  const modules = new Set<string>()
  const black = /fill="#000" d="([^"]+)"/.exec(svg)?.[1] ?? ''
  for (const [, x, y, width] of black.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    for (let step = 0; step < Number(width); step += 1) modules.add(`${Number(x) + step}:${y}`)
  }
  return modules
}
