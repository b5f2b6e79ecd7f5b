import { faultSentences } from '@shared/reading/reading'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { codeSpellings } from '../../dev/harness/spellings/codes'
import { countSpellings } from '../../dev/harness/spellings/counts'
import { moneySpellings } from '../../dev/harness/spellings/money'
import {
  phoneSpellings,
  receiptSpellings,
  tillSpellings,
} from '../../dev/harness/spellings/numbers'
import type { Spellings } from '../../dev/harness/spellings/spellings'
import { Field } from './field'
import type { FieldReads } from './field-reading'

/** What stands under the field once somebody has typed this and gone on to the next. */
function saidUnder(reads: FieldReads, value: string): string | null {
  render(
    <Field
      name="tried"
      label="试填"
      placeholder=""
      reads={reads}
      value={value}
      onChange={() => {}}
    />,
  )
  fireEvent.blur(screen.getByLabelText('试填'))
  const said = screen.queryByRole('alert')?.textContent ?? null
  cleanup()
  return said
}

const kinds: readonly (readonly [FieldReads, Spellings<string | number>])[] = [
  ['money', moneySpellings],
  ['phone', phoneSpellings],
  ['receiptNo', receiptSpellings],
  ['tillNo', tillSpellings],
]

describe.each(kinds)('a field of %s', (reads, { meant, told }) => {
  it.each(meant)('says nothing of %j', (typed) => {
    expect(saidUnder(reads, typed)).toBeNull()
  })

  it.each(told)('names under %j that it is %s', (typed, fault) => {
    expect(saidUnder(reads, typed)).toBe(fault === 'blank' ? null : faultSentences[fault])
  })
})

describe('a field of a count', () => {
  it.each(countSpellings.meant)('says nothing of %j', (typed) => {
    expect(saidUnder('count', typed)).toBeNull()
  })

  // Its bound is the form's.
  it.each(countSpellings.told.filter(([, fault]) => fault !== 'tooLarge'))(
    'names under %j that it is %s',
    (typed, fault) => {
      expect(saidUnder('count', typed)).toBe(fault === 'blank' ? null : faultSentences[fault])
    },
  )
})

describe('a field of a member code', () => {
  it.each(codeSpellings.member)('says nothing of %j', (typed) => {
    expect(saidUnder('memberCode', typed)).toBeNull()
    expect(saidUnder('memberNumber', typed)).toBeNull()
  })

  it.each([...codeSpellings.pickup, ...codeSpellings.foreign])(
    'asks for 18 figures at %j',
    (typed) => {
      expect(saidUnder('memberCode', typed)).toContain('18 位')
      expect(saidUnder('memberNumber', typed)).toContain('8 位')
    },
  )
})

describe('while somebody types', () => {
  const typing = (value: string) =>
    render(
      <Field
        name="tried"
        label="试填"
        placeholder=""
        reads="phone"
        value={value}
        onChange={() => {}}
      />,
    )

  it('a number that may still become one is let be', () => {
    typing('138')
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('one that will never be is named at once', () => {
    typing('138****1111')
    expect(screen.getByRole('alert').textContent).toBe(faultSentences.masked)
  })
})
