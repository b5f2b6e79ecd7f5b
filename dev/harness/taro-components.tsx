import { createElement, type ReactNode, type SyntheticEvent } from 'react'

/**
 * Stand-ins for @tarojs/components: each becomes the plain element of the same meaning, so that
 * Testing Library's queries by role and text work on our pages.
 */
type Props = Readonly<Record<string, unknown>> & { readonly children?: ReactNode }

export const View = plain('div')
export const Text = plain('span')
export const Label = plain('label')
export const Form = plain('form')
export const ScrollView = plain('div')
export const Swiper = plain('div')
export const SwiperItem = plain('div')
export const CoverView = plain('div')
export const Canvas = plain('canvas')
export const Navigator = plain('a')
export const Camera = plain('div')
export const RootPortal = plain('div')
export const PageMeta = plain('div')
export const Block = plain('div')
export const OpenData = plain('div')
export const RichText = plain('div')

/** A tap on the button that asks WeChat for a phone number brings a code, as her yes does. */
export function Button({ children, formType, onGetPhoneNumber: onPhone, ...props }: Props) {
  if (typeof onPhone === 'function') {
    const onClick = () => onPhone({ detail: { code: 'code-of-her-phone' } })
    return createElement('button', { ...domProps(props), type: 'button', onClick }, children)
  }
  return formType === 'submit'
    ? createElement('button', { ...domProps(props), type: 'submit' }, children)
    : createElement('button', { ...domProps(props), type: 'button' }, children)
}

export function Image(props: Props) {
  return createElement('img', { alt: '', ...domProps(props), src: props.src })
}

export function Input(props: Props) {
  return createElement('input', { ...domProps(props), ...field(props) })
}

export function Textarea(props: Props) {
  return createElement('textarea', { ...domProps(props), ...field(props) })
}

/** A picker is tested by changing the hidden field that carries its value. */
export function Picker({ children, ...props }: Props) {
  const input = createElement('input', {
    'data-picker': true,
    ...field({ onInput: props.onChange }),
  })
  return createElement('div', domProps(props), children, input)
}

export function Switch(props: Props) {
  return createElement('input', { ...domProps(props), ...box(props), type: 'checkbox' })
}

export function Checkbox(props: Props) {
  return createElement('input', { ...domProps(props), ...box(props), type: 'checkbox' })
}

export const CheckboxGroup = plain('div')
export const Radio = plain('label')
export const RadioGroup = plain('div')

function plain(tag: string) {
  return ({ children, ...props }: Props) => createElement(tag, domProps(props), children)
}

const kept =
  /^(id|className|style|role|disabled|placeholder|on(Click|Submit|Touch\w+)|aria-.+|data-.+)$/

/** Taro's own properties would only make React warn about unknown attributes. */
function domProps(props: Props): Record<string, unknown> {
  return Object.fromEntries(Object.entries(props).filter(([name]) => kept.test(name)))
}

function field({ value, onInput, onBlur, maxlength }: Props): Record<string, unknown> {
  return {
    ...(value === undefined ? {} : { value }),
    maxLength: maxlength,
    onChange: (event: SyntheticEvent<HTMLInputElement>) => {
      tell(onInput, { detail: { value: event.currentTarget.value } })
    },
    onBlur: (event: SyntheticEvent<HTMLInputElement>) => {
      tell(onBlur, { detail: { value: event.currentTarget.value } })
    },
  }
}

function box({ checked, onChange }: Props): Record<string, unknown> {
  return {
    checked: checked === true,
    onChange: (event: SyntheticEvent<HTMLInputElement>) => {
      tell(onChange, { detail: { value: event.currentTarget.checked } })
    },
  }
}

function tell(listener: unknown, event: unknown): void {
  if (typeof listener === 'function') listener(event)
}
