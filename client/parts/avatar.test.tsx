import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { render } from '@testing-library/react'
import { Avatar, presetAvatars } from './avatar'

describe('a face', () => {
  it('has an outline of its own for each of the six', () => {
    const faces = join(__dirname, '../assets/faces')
    const drawings = presetAvatars.map((name) => readFileSync(join(faces, `${name}.svg`), 'utf8'))
    expect(new Set(drawings).size).toBe(presetAvatars.length)
    const sheet = readFileSync(join(__dirname, 'avatar.scss'), 'utf8')
    expect(sheet).toContain(`@each $name in ${presetAvatars.join(', ')} {`)
  })

  it('is her own picture where she has brought one', () => {
    const { container } = render(<Avatar avatar="cloud://env/avatars/her.jpg" />)
    expect(container.querySelector('img')?.getAttribute('src')).toBe('cloud://env/avatars/her.jpg')
    expect(container.querySelector('.avatar-drawing')).toBeNull()
  })
})
