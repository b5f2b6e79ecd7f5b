import { MEMBER_NOTE_MAX_LENGTH } from '@shared/limits'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { momentText } from '../../format'
import { BigButton } from '../../parts/button'
import { ConfirmSheet } from '../../parts/confirm-sheet'
import { Field } from '../../parts/field'
import { Refused } from '../../parts/refused'
import {
  addNote,
  addNoteStore,
  removeNote,
  removeNoteStore,
  type ShownMember,
} from '../member.store'

type Note = ShownMember['notes'][number]

/** What managers should know of her; she never reads it. */
export function Notes({ notes }: { notes: readonly Note[] }): ReactNode {
  const { sending, refused } = useStore(addNoteStore)
  const [typed, setTyped] = useState('')
  const [leaving, setLeaving] = useState<Note | null>(null)
  const text = typed.trim()
  const add = async () => {
    if (await addNote(text)) setTyped('')
  }
  return (
    <View className="card member-notes">
      <View className="card-title">店内备注</View>
      {notes.length === 0 && <View className="soft">还没有备注。会员自己看不到这里</View>}
      {notes.map((note) => (
        <NoteRow key={note.noteId} note={note} onRemove={() => setLeaving(note)} />
      ))}
      <Field
        name="member-note"
        label="新备注"
        value={typed}
        placeholder="例如：膝盖不好，东西送到门口"
        maxLength={MEMBER_NOTE_MAX_LENGTH}
        onChange={setTyped}
      />
      <Refused className="member-note-refused" message={refused?.message} />
      <BigButton
        className="member-note-add"
        tone="quiet"
        busy={sending}
        disabled={text === ''}
        onTap={add}
      >
        添加备注
      </BigButton>
      {leaving && <RemoveSheet note={leaving} onClose={() => setLeaving(null)} />}
    </View>
  )
}

function NoteRow({ note, onRemove }: { note: Note; onRemove(): void }): ReactNode {
  return (
    <View className="member-note-row">
      <View className="member-note-words">
        <View>{note.text}</View>
        <View className="soft figures">
          {note.byName} · {momentText(note.at)}
        </View>
      </View>
      <View className="member-note-off" role="button" hoverClass="touched" onClick={onRemove}>
        删除
      </View>
    </View>
  )
}

function RemoveSheet({ note, onClose }: { note: Note; onClose(): void }): ReactNode {
  const { sending, refused, close } = useStore(removeNoteStore)
  const leave = () => {
    close()
    onClose()
  }
  const remove = async () => {
    if (await removeNote(note.noteId)) leave()
  }
  return (
    <ConfirmSheet
      name="note-remove"
      title="删除这条备注？"
      sending={sending}
      refused={refused?.message}
      step={{ label: '删除', tone: 'warning', onTap: remove }}
      onClose={leave}
    >
      {note.text}
    </ConfirmSheet>
  )
}
