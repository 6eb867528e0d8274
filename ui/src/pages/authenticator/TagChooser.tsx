// Adds and removes tags: every known tag is a toggle button, and a new one can be typed.

import { Field, Input, makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Action } from '../../components/Action'

const LONGEST = 40

export const useTagStyles = makeStyles({
  tags: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  tag: {
    maxWidth: '220px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    padding: '3px 10px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  on: {
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover, color: tokens.colorBrandForeground2Hover },
  },
  some: { ...shorthands.borderStyle('dashed') },
  new: { display: 'flex', columnGap: '8px', alignItems: 'center' },
  field: { flexGrow: 1, minWidth: 0 },
})

export interface TagChooserProps {
  /** `mixed`: only some of the accounts have it. */
  tags: { name: string; state: boolean | 'mixed' }[]
  /** New tags that were typed here. */
  added: string[]
  onChange: (tag: string, on: boolean) => void
}

export function TagChooser({ tags, added, onChange }: TagChooserProps) {
  const { t } = useTranslation()
  const styles = useTagStyles()
  const [typed, setTyped] = useState('')
  const all = [...tags, ...added.map((name) => ({ name, state: true as const }))]
  const add = () => {
    const name = typed.trim()
    if (!name) return
    onChange(tags.find((tag) => tag.name.toLowerCase() === name.toLowerCase())?.name ?? name, true)
    setTyped('')
  }
  return (
    <>
      {all.length > 0 && (
        <div className={styles.tags} role="group" aria-label={t('accounts.tags.title')}>
          {all.map(({ name, state }) => (
            <button
              key={name}
              type="button"
              aria-pressed={state}
              className={mergeClasses(styles.tag, state !== false && styles.on, state === 'mixed' && styles.some)}
              data-testid="tag-choice"
              onClick={() => onChange(name, state !== true)}
            >
              {name}
            </button>
          ))}
        </div>
      )}
      <Field label={t('accounts.tags.add')}>
        <div className={styles.new}>
          <Input
            className={styles.field}
            data-testid="field-tag"
            value={typed}
            maxLength={LONGEST}
            autoComplete="off"
            onChange={(_, { value }) => setTyped(value)}
            onKeyDown={(event) => {
              // With an empty field, Enter submits the form as usual.
              if (event.key !== 'Enter' || event.nativeEvent.isComposing || !typed.trim()) return
              event.preventDefault()
              add()
            }}
          />
          <Action icon={<AddRegular />} onPress={add} blocked={typed.trim() ? null : t('accounts.tags.typeFirst')} testId="action-add-tag">
            {t('accounts.tags.addThis')}
          </Action>
        </div>
      </Field>
    </>
  )
}
