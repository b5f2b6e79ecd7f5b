import { birthdayText } from '@shared/calendar/birthday'
import { NICKNAME_MAX_LENGTH } from '@shared/limits'
import type { RefusalDetail } from '@shared/refusal'
import { Form, Input, Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { dayText } from '../../format'
import { Avatar, avatarNames, presetAvatars } from '../../parts/avatar'
import { type BirthdayDraft, draftFaultOf, draftOf } from '../../parts/birthday-draft'
import { BirthdayField } from '../../parts/birthday-field'
import { BigButton } from '../../parts/button'
import { Refused } from '../../parts/refused'
import { type MemberProfile, nicknameFaultOf, profileStore, saveProfile } from '../profile.store'

/** The platform counts the signs that letters are made of: an emoji may have a dozen. */
const NICKNAME_MAX_SIGNS = NICKNAME_MAX_LENGTH * 16
const fields = ['nickname', 'birthday'] as const

interface ProfileFormProps {
  profile: MemberProfile
  /** Nobody is born after it. */
  todayOn: string
}

/** The form keeps what she typed until it is saved; what she left alone is not sent. */
export function ProfileForm({ profile, todayOn }: ProfileFormProps): ReactNode {
  const { sending, refused } = useStore(profileStore)
  const [nickname, setNickname] = useState(profile.nickname)
  const [avatar, setAvatar] = useState(profile.avatar)
  const [birthday, setBirthday] = useState(draftOf(profile.birthday))
  const { message, field } = refusalOf(refused)
  const nicknameFault = nicknameFaultOf(nickname)
  const save = async (submitted: string) => {
    setNickname(submitted)
    // Its sentence stands under each already.
    if (nicknameFaultOf(submitted) !== null || draftFaultOf(birthday, todayOn) !== null) return
    const saved = await saveProfile({ nickname: submitted, avatar, birthday }, profile)
    if (saved) Taro.showToast({ title: '已保存', icon: 'success' })
  }
  return (
    <Form
      onSubmit={(event) => {
        const value = event.detail?.value?.nickname
        save(typeof value === 'string' ? value : nickname)
      }}
    >
      <AvatarChoice chosen={avatar} onChoose={setAvatar} />
      <View className="card">
        <View className="profile-row">
          <Text className="profile-label">昵称</Text>
          <Input
            className="profile-input profile-nickname"
            name="nickname"
            type="nickname"
            value={nickname}
            maxlength={NICKNAME_MAX_SIGNS}
            placeholder="邻居们怎么称呼您"
            onInput={(event) => setNickname(event.detail.value)}
          />
        </View>
        <Refused
          className="profile-nickname-fault"
          message={nicknameFault ?? (field === 'nickname' ? message : null)}
        />
        <Birthday
          profile={profile}
          todayOn={todayOn}
          draft={birthday}
          refused={field === 'birthday' ? message : null}
          onChange={setBirthday}
        />
      </View>
      <Refused className="profile-refused" message={field === null ? message : null} />
      <BigButton className="profile-save" busy={sending} {...wayToSave(() => save(nickname))}>
        保存
      </BigButton>
    </Form>
  )
}

/**
 * WeChat fills a nickname in without an input event, so that only the submitted form has it; the
 * browser twin of the form hears touches but no mouse.
 */
const wayToSave = process.env.TARO_ENV === 'h5' ? byTap : bySubmit

function byTap(onTap: () => void) {
  return { onTap }
}

function bySubmit() {
  return { formType: 'submit' as const }
}

interface AvatarChoiceProps {
  chosen: string
  onChoose(avatar: string): void
}

function AvatarChoice({ chosen, onChoose }: AvatarChoiceProps): ReactNode {
  return (
    <View className="card profile-head">
      <Avatar avatar={chosen} size="large" />
      <View className="avatar-choice">
        {presetAvatars.map((name) => (
          <View
            className={`avatar-option avatar-option-${name}${
              chosen === `preset:${name}` ? ' avatar-chosen' : ''
            }`}
            role="button"
            aria-label={`头像：${avatarNames[name]}`}
            hoverClass="touched"
            key={name}
            onClick={() => onChoose(`preset:${name}`)}
          >
            <Avatar avatar={`preset:${name}`} />
          </View>
        ))}
      </View>
    </View>
  )
}

interface BirthdayProps extends ProfileFormProps {
  draft: BirthdayDraft
  refused: string | null
  onChange(draft: BirthdayDraft): void
}

/** A birthday brings a gift once a year; it can therefore be changed only once a year. */
function Birthday({ profile, todayOn, ...field }: BirthdayProps): ReactNode {
  const lockedUntilOn = profile.birthdayLockedUntilOn
  return (
    <View className="profile-birthday">
      <View className="profile-row">
        <Text className="profile-label">生日</Text>
        <Text className={`profile-value${profile.birthday ? '' : ' profile-empty'}`}>
          {profile.birthday ? birthdayText(profile.birthday) : '选填'}
        </Text>
      </View>
      {lockedUntilOn === null && <BirthdayField todayOn={todayOn} {...field} />}
      <View className="profile-hint">
        {lockedUntilOn === null
          ? '生日一年只能改一次，请核对后再保存；加密保存，只用来送生日礼'
          : `生日一年只能改一次，${dayText(lockedUntilOn)}起可以再改`}
      </View>
    </View>
  )
}

/** A refusal that names the nickname, or a part of the birthday, is told there. */
function refusalOf(refused: { message: string; detail: RefusalDetail } | null) {
  const { field } = refused?.detail ?? {}
  const [named] = typeof field === 'string' ? field.split('.') : []
  const known = fields.find((each) => each === named) ?? null
  return { message: refused?.message ?? null, field: known }
}
