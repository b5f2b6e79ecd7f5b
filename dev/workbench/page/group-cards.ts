import { type DemoGroup, groupsOf, type Person } from './cast'
import { make, makeButton, part } from './element'

/** A card in a group's chat: whoever opens it enters by the group. */
export interface GroupCard {
  readonly title: string
  readonly about: string
  readonly opengid: string
  /** The page that it opens. */
  readonly path: string
}

/** What the cards need to know of a drop. */
export interface CardDrop {
  readonly dropId: string
  readonly title: string
  readonly state: string
  readonly textState: string
  readonly communities: readonly { readonly name: string }[]
}

/** Who shares the cards into the groups, and so knows them all. */
const SHARER = 'demo-owner-1'
const DROP_PAGE = '/drops/drop/index'
const DESK_PAGE = '/community/desk/index'

const stateWords: Readonly<Record<string, string>> = {
  scheduled: '还没开抢',
  open: '正在抢',
  soldOut: '已抢完',
  closed: '已结束',
}

/** The cards that lie in this person's groups: every drop, and where an owner binds a group. */
export function cardsFor(person: Person, drops: readonly CardDrop[]): readonly GroupCard[] {
  return groupsOf(person).flatMap((group) => [
    ...drops.filter((drop) => isIn(drop, group)).map((drop) => dropCard(drop, group)),
    ...(person.role === 'communityOwner' ? [bindCard(group)] : []),
  ])
}

function isIn({ communities, state, textState }: CardDrop, { community }: DemoGroup): boolean {
  const isShared = state in stateWords && textState === 'approved'
  return isShared && communities.some(({ name }) => name === community)
}

function dropCard({ dropId, title, state }: CardDrop, group: DemoGroup): GroupCard {
  const { opengid, name } = group
  const path = `${DROP_PAGE}?dropId=${dropId}`
  return { title, about: `${name} · ${stateWords[state]}`, opengid, path }
}

function bindCard({ opengid, name }: DemoGroup): GroupCard {
  return { title: '绑定这个群', about: name, opengid, path: DESK_PAGE }
}

/** Where the phone goes when a card is tapped: the group's entry stands in its launch query. */
export function addressOf({ opengid, path }: GroupCard, { openid }: Person): string {
  return `/phone/index.html?groupEntry=${opengid}&as=${openid}#${path}`
}

/**
 * A button below the phone that shows the cards of its holder's groups. `open` is told the one that
 * was tapped. Nobody's groups: no button.
 */
export function addGroupCards(
  element: HTMLElement,
  holder: () => Person,
  open: (card: GroupCard) => void,
): { readonly suit: () => void } {
  const list = make('div', { className: 'cards-list', attributes: { role: 'menu' } })
  const close = () => list.replaceChildren()
  const button = makeButton({ className: 'cards-open', text: '从群卡片打开' }, () => {
    if (list.childElementCount > 0) return close()
    showCards(list, holder(), (card) => {
      close()
      open(card)
    })
  })
  part(element, '.phone-foot').append(make('div', 'cards', list, button))
  const suit = () => {
    close()
    part(element, '.cards').hidden = groupsOf(holder()).length === 0
  }
  suit()
  return { suit }
}

async function showCards(list: HTMLElement, person: Person, open: (card: GroupCard) => void) {
  list.replaceChildren(make('p', { text: '正在看群里的卡片……' }))
  const drops = await sharedDrops()
  if (!drops) return list.replaceChildren(make('p', { text: '云端没有回答，请再点一次' }))
  const cards = cardsFor(person, drops)
  if (cards.length === 0) list.replaceChildren(make('p', { text: '群里还没有卡片' }))
  else list.replaceChildren(...cards.map((card) => cardButton(card, open)))
}

function cardButton(card: GroupCard, open: (card: GroupCard) => void): HTMLElement {
  const look = { className: 'card', attributes: { role: 'menuitem' } }
  const button = makeButton(look, () => open(card))
  button.append(make('b', { text: card.title }), make('small', { text: card.about }))
  return button
}

async function sharedDrops(): Promise<readonly CardDrop[] | null> {
  try {
    const response = await fetch('/call/drops', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-openid': SHARER },
      body: JSON.stringify({ action: 'list', requestId: crypto.randomUUID(), input: {} }),
    })
    const answer = await response.json()
    return answer.ok ? answer.value.drops : null
  } catch {
    return null
  }
}
