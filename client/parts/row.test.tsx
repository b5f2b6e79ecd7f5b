import { fireEvent, render, screen } from '@testing-library/react'
import { LinkRow, Row } from './row'

describe('a row of a list', () => {
  it('shows its words, what it came to and what became of it', () => {
    render(<Row className="r" title="林**" notes={['03-10', '小票 7']} figure="¥45" state="已退" />)
    for (const words of ['林**', '03-10', '小票 7', '¥45', '已退']) {
      expect(screen.getByText(words)).toBeTruthy()
    }
  })

  it('is a button only where a tap does something', () => {
    const opened: string[] = []
    render(<Row className="still" title="已退款" />)
    expect(screen.queryByRole('button')).toBeNull()
    render(<LinkRow className="way" title="日结" onOpen={() => opened.push('日结')} />)
    fireEvent.click(screen.getByRole('button'))
    expect(opened).toEqual(['日结'])
  })
})
