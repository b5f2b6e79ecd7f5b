import type { Scene } from './scene'

const MANAGER = 'demo-manager-1'
const CLERK = 'demo-staff-1'
const desk = '/manager/desk/index'

const deskScenes: readonly Scene[] = [
  { name: 'manager-desk', title: '店长工作台', as: MANAGER, path: desk, see: '.ways' },
  {
    name: 'manager-desk-clerk',
    title: '店长工作台 · 不是店长',
    as: CLERK,
    path: desk,
    see: '.notice',
  },
]

/** The manager's area; each page adds its scenes here. */
export const managerScenes: readonly Scene[] = [...deskScenes]
