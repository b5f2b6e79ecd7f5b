import { sendMessage } from './wechat-message'

const mockSend = jest.fn()
jest.mock('../runtime/database', () => ({
  get openInterfaces() {
    return { subscribeMessage: { send: mockSend } }
  },
}))

const wish = { touser: 'her', templateId: 't', page: 'a/b', data: { thing1: { value: '生日礼' } } }
const refusal = (errCode: number) => Object.assign(new Error('errCode'), { errCode })

describe('what the platform says of a message', () => {
  it.each([
    ['sent', () => Promise.resolve({ errCode: 0 })],
    ['sent', () => Promise.resolve({})],
    ['refused', () => Promise.reject(refusal(43101))],
    ['refused', () => Promise.resolve({ errCode: 43101 })],
    ['wrong', () => Promise.reject(refusal(47003))],
    ['wrong', () => Promise.reject(refusal(40037))],
    ['unknown', () => Promise.reject(refusal(-1))],
    ['unknown', () => Promise.reject(new Error('ESOCKETTIMEDOUT'))],
    ['unknown', () => Promise.reject(undefined)],
  ] as const)('is %s', async (meaning, answer) => {
    mockSend.mockImplementationOnce(answer)
    expect(await sendMessage(wish)).toBe(meaning)
    expect(mockSend).toHaveBeenLastCalledWith(wish)
  })
})
