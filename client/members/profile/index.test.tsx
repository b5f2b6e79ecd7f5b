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
  birthdayOn: '1990-05-06',
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

  it('tells a refusal in its sentence and no success', async () => {
    await open(member, { ok: false, code: 'BIRTHDAY_TOO_SOON', message: '生日一年内只能修改一次' })
    await act(async () => screen.getByLabelText('头像：梅子').click())
    await save()
    expect(screen.getByText('生日一年内只能修改一次')).toBeTruthy()
    expect(phone.done.map(([name]) => name)).not.toContain('showToast')
  })

  async function open(shown: object, refusal?: object): Promise<void> {
    phone.answer = (_feature, event) => {
      if (event.action === 'home') return { ok: true, value: { serverNow: 0, member: shown } }
      updates.push(event)
      return refusal ?? { ok: true, value: { ...member, ...Object(event.input) } }
    }
    render(<ProfilePage />)
    await act(async () => {})
  }

  async function save(): Promise<void> {
    const form = document.querySelector('form')
    await act(async () => {
      if (form) fireEvent.submit(form)
    })
  }
})
