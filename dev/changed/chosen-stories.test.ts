import { chosenStories } from './chosen-stories'

const mall = [{ path: '/tabs/mall/index' }, { path: '/mall/reward/index?rewardId=coffee' }]
const scan = [{ path: '/staff/scan/index' }]
const home = [{ path: '/tabs/home/index' }]
const stories = [mall, scan, home]

describe('the stories of pages', () => {
  it('are those that open one of them', () => {
    expect(chosenStories(stories, ['/mall/reward/index', '/tabs/home/index'])).toEqual([mall, home])
  })

  it('are those of the area of a page that only taps open', () => {
    expect(chosenStories(stories, ['/staff/handover/index'])).toEqual([scan])
  })

  it('are those of the area in which the taps begin when nothing else opens its own', () => {
    expect(chosenStories(stories, ['/till/till/index'])).toEqual([scan])
  })

  it('are all when no page is named', () => {
    expect(chosenStories(stories, [])).toEqual(stories)
  })
})
