import { act, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { homeStore } from '../../session/home.store'
import { profileStore } from '../profile.store'
import ProfilePage from './index'

const member = {
  memberId: 'm1',
  nickname: '林晓芸',
  avatar: 'preset:peach',
  joinedOn: '2026-01-01',
  birthday: { calendar: 'solar', month: 5, day: 6, year: 1990 },
  birthdayLockedUntilOn: null,
}

describe('the profile page', () => {
  let updates: CloudEvent[] = []

  beforeEach(() => {
    phone.reset()
    updates = []
    homeStore.setState(homeStore.getInitialState())
    profileStore.setState(profileStore.getInitialState())
  })

  it('saves only what was changed, and every page shows it at once', async () => {
    await open(member)
    await act(async () => screen.getByLabelText('头像：青叶').click())
    await save()
    expect(updates.map((event) => event.input)).toEqual([{ avatar: 'preset:leaf' }])
    expect(homeStore.getState().data?.member?.avatar).toBe('preset:leaf')
    expect(phone.done).toContainEqual(['showToast', { title: '已保存', icon: 'success' }])
  })

  it('asks nobody when nothing was changed', async () => {
    await open(member)
    await save()
    expect(updates).toEqual([])
  })

  it('says from when a locked birthday may change again', async () => {
    await open({ ...member, birthdayLockedUntilOn: '2999-02-11' })
    expect(screen.getByText('生日一年只能改一次，2999年2月11日起可以再改')).toBeTruthy()
  })

  it('shows a locked birthday in words, with nothing to turn', async () => {
    const birthday = { calendar: 'lunar', month: 6, day: 1, isLeapMonth: true }
    await open({ ...member, birthday, birthdayLockedUntilOn: '2999-02-11' })
    expect(screen.getByText('农历闰六月初一')).toBeTruthy()
    expect(document.querySelector('[data-picker]')).toBeNull()
  })

  it('saves a lunar birthday without a year, in a leap month', async () => {
    await open({ ...member, birthday: null })
    await act(async () => screen.getByText('农历').click())
    await turn(1, '5,14')
    await act(async () => screen.getByText('闰月').click())
    await save()
    const birthday = { calendar: 'lunar', month: 6, day: 15, isLeapMonth: true }
    expect(updates.map((event) => event.input)).toEqual([{ birthday }])
  })

  it('says under the field what cannot be, and sends nothing', async () => {
    await open({ ...member, birthday: { calendar: 'lunar', month: 12, day: 30 } })
    // Below no year, 2026 and 2025.
    await turn(0, '3')
    expect(screen.getByText('农历2024年的腊月没有三十')).toBeTruthy()
    await save()
    expect(updates).toEqual([])
  })

  it('shows what the server refuses of it under it', async () => {
    const message = '填写的内容有误，请检查后再试'
    const detail = { field: 'birthday.day' }
    await open(member, { ok: false, code: 'INPUT_INVALID', message, detail })
    await turn(1, '4,20')
    await save()
    expect(document.querySelector('.birthday-fault')?.textContent).toBe(message)
    expect(document.querySelector('.profile-refused')).toBeNull()
  })

  it('says under the name that nothing is seen of it, and saves nothing', async () => {
    await open(member)
    await name('\u3164')
    await save()
    expect(document.querySelector('.profile-nickname-fault')?.textContent).toBe(
      '昵称要有看得见的字',
    )
    expect(updates).toEqual([])
    expect(phone.done.map(([done]) => done)).not.toContain('showToast')
  })

  it('shows what the server refuses of the name under it', async () => {
    const message = '填写的内容有误，请检查后再试'
    const refusal = { ok: false, code: 'INPUT_INVALID', message, detail: { field: 'nickname' } }
    await open(member, refusal)
    await name('小林')
    await save()
    expect(document.querySelector('.profile-nickname-fault')?.textContent).toBe(message)
    expect(document.querySelector('.profile-refused')).toBeNull()
  })

  it('tells a refusal in its sentence and no success', async () => {
    await open(member, { ok: false, code: 'BIRTHDAY_TOO_SOON', message: '生日一年内只能修改一次' })
    await act(async () => screen.getByLabelText('头像：梅子').click())
    await save()
    expect(screen.getByText('生日一年内只能修改一次')).toBeTruthy()
    expect(phone.done.map(([name]) => name)).not.toContain('showToast')
  })

  async function open(shown: object, refusal?: object): Promise<void> {
    phone.answer = (_feature, event) => {
      if (event.action === 'home')
        return { ok: true, value: { serverNow: 0, todayOn: '2026-03-10', member: shown } }
      updates.push(event)
      return refusal ?? { ok: true, value: { ...member, ...Object(event.input) } }
    }
    render(<ProfilePage />)
    await act(async () => {})
  }

  async function name(value: string): Promise<void> {
    await act(async () => {
      fireEvent.change(screen.getByPlaceholderText('邻居们怎么称呼您'), { target: { value } })
    })
  }

  /** Turns a wheel to a place and lets it stand. */
  async function turn(picker: number, value: string): Promise<void> {
    const input = document.querySelectorAll('[data-picker]')[picker]
    await act(async () => {
      if (input) fireEvent.input(input, { target: { value } })
    })
  }

  async function save(): Promise<void> {
    const form = document.querySelector('form')
    await act(async () => {
      if (form) fireEvent.submit(form)
    })
  }
})
