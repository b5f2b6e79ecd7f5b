import { act, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { scannedMember } from '../../../dev/harness/till-answers'
import { revealStore } from '../../session/reveal.store'
import { MemberStrip } from './member-strip'

const scanned = scannedMember()
let sent: CloudEvent[]

beforeEach(() => {
  phone.reset()
  sent = []
  revealStore.setState(revealStore.getInitialState())
})

it('shows one thing for a reason, and asks for nothing without one', async () => {
  const birthday = { calendar: 'lunar', month: 11, day: 23 }
  await open({ ok: true, value: { maskedName: '林**', what: 'birthday', phone: null, birthday } })
  await tap('查看')
  expect(sent).toEqual([])
  type(' 核对生日礼 ')
  await tap('查看')
  const { ticket, storeId } = scanned
  const input = { ticket, storeId, what: 'birthday', reason: '核对生日礼' }
  expect(sent.map((event) => event.input)).toEqual([input])
  expect(screen.getByText('农历冬月廿三')).toBeTruthy()
})

it('shows the last digits of a phone, and a refusal in its sentence', async () => {
  await open({ ok: false, code: 'PRIVATE_NOT_TOLD', message: '会员没有填写过这一项' })
  await tap('手机尾号')
  type('核对身份')
  await tap('查看')
  expect(sent[0]?.input).toMatchObject({ what: 'phone' })
  expect(screen.getByText('会员没有填写过这一项')).toBeTruthy()
})

async function open(answer: unknown): Promise<void> {
  phone.answer = (_feature, event) => {
    sent.push(event)
    return answer
  }
  render(<MemberStrip scanned={scanned} />)
  await act(async () => fireEvent.click(screen.getByText(scanned.maskedName)))
}

async function tap(words: string): Promise<void> {
  await act(async () => screen.getByText(words).click())
}

function type(reason: string): void {
  const input = document.querySelector('.reveal-reason')
  if (input) fireEvent.input(input, { target: { value: reason } })
}
