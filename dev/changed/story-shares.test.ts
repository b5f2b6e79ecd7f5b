import { shareOfStories } from './story-shares'

const lengths = [3, 9, 1, 6, 2, 7]
const stories = lengths.map((length, story) =>
  Array.from({ length }, (_, scene) => `${story}-${scene}`),
)

describe('shares of stories', () => {
  it.each([1, 2, 3])('hold every story once, in %d shares', (count) => {
    const shares = Array.from({ length: count }, (_, place) =>
      shareOfStories(stories, `${place + 1}/${count}`),
    )
    expect(shares.flat().sort()).toEqual([...stories].sort())
  })

  it('are of like length', () => {
    expect(shareOfStories(stories, '1/2').flat()).toHaveLength(14)
    expect(shareOfStories(stories, '2/2').flat()).toHaveLength(14)
  })

  it.each(['', '2', '0/2', '3/2', '1/2/3'])('are none for "%s"', (share) => {
    expect(() => shareOfStories(stories, share)).toThrow('no share')
  })
})
