import { fireEvent, render, screen } from '@testing-library/react'
import { ConfirmSheet } from './confirm-sheet'

describe('a sheet that asks', () => {
  const tapped: string[] = []
  const step = { label: '确认取消', onTap: () => tapped.push('step') }
  const asked = { name: 'cancel', title: '取消？', sending: false, refused: null, step }
  const onClose = () => tapped.push('closed')

  beforeEach(() => {
    tapped.length = 0
  })

  it('offers the step and a way out', () => {
    show({})
    tap('确认取消')
    tap('再想想')
    expect(tapped).toEqual(['step', 'closed'])
  })

  it('takes no second tap and does not close while it is sent', () => {
    show({ sending: true })
    tap('确认取消')
    tap('再想想')
    fireEvent.click(document.querySelector('.sheet-veil') as Element)
    expect(tapped).toEqual([])
  })

  it('says why it was refused, above a step that stays', () => {
    show({ refused: '已经取走了' })
    expect(screen.getByRole('alert').textContent).toBe('已经取走了')
    tap('确认取消')
    expect(tapped).toEqual(['step'])
  })

  it('asks nothing any more once it is done', () => {
    show({ done: { label: '好的', onTap: () => tapped.push('done') } })
    expect(screen.queryByText('确认取消')).toBeNull()
    expect(screen.queryByText('再想想')).toBeNull()
    tap('好的')
    expect(tapped).toEqual(['done'])
  })

  function show(more: object): void {
    render(
      <ConfirmSheet {...asked} onClose={onClose} {...more}>
        积分原样退回
      </ConfirmSheet>,
    )
  }
})

function tap(words: string): void {
  fireEvent.click(screen.getByText(words))
}
