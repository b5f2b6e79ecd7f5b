import { hourOf, spokenInstant } from './spoken-instant'

it.each([
  ['2026-03-10T09:05:59+08:00', 9, '2026年3月10日 09:05'],
  ['2026-03-09T16:00:00Z', 0, '2026年3月10日 00:00'],
  ['2026-12-31T23:59:59.999+08:00', 23, '2026年12月31日 23:59'],
])('%s is in hour %d, and said as %s', (text, hour, said) => {
  expect(hourOf(Date.parse(text))).toBe(hour)
  expect(spokenInstant(Date.parse(text))).toBe(said)
})
