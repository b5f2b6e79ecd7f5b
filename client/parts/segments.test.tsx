import { render } from '@testing-library/react'
import { Segments } from './segments'

describe('views of one list', () => {
  it.each(['all', 'on', 'off', 'chosen'])('stand out alone: %s', (chosen) => {
    const choices = ['all', 'on', 'off', 'chosen'].map((value) => ({ value, label: value }))
    render(<Segments choices={choices} chosen={chosen} onChoose={() => {}} />)
    const standing = [...document.querySelectorAll('.segments-chosen')]
    expect(standing.map(({ textContent }) => textContent)).toEqual([chosen])
  })
})
