import { templateKeys } from '@shared/messages/template'
import { kindNotes, leftText } from './reminder-words'

it('says what each kind tells of, and how often it still may', () => {
  for (const key of templateKeys) expect(kindNotes[key].length).toBeGreaterThan(0)
  expect(leftText(3)).toBe('还可提醒 3 次')
  expect(leftText(0)).toBe('未开启')
})
