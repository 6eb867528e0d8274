// The tags above the list: pressing one shows only its accounts.

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import type { Tag } from './arrange'
import { useTagStyles } from './TagChooser'

const useStyles = makeStyles({
  count: { color: tokens.colorNeutralForeground3, marginLeft: '6px', fontVariantNumeric: 'tabular-nums' },
  onCount: { color: 'inherit' },
})

export interface TagFilterProps {
  tags: Tag[]
  /** Null shows all accounts. */
  chosen: string | null
  onChoose: (tag: string | null) => void
}

export function TagFilter({ tags, chosen, onChoose }: TagFilterProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const tagStyles = useTagStyles()
  if (tags.length === 0) return null
  const choice = (name: string | null, text: string, count?: number) => (
    <button
      key={name ?? ''}
      type="button"
      aria-pressed={chosen === name}
      className={mergeClasses(tagStyles.tag, chosen === name && tagStyles.on)}
      data-testid={name === null ? 'tag-all' : 'tag-filter'}
      onClick={() => onChoose(chosen === name ? null : name)}
    >
      {text}
      {count !== undefined && <span className={mergeClasses(styles.count, chosen === name && styles.onCount)}>{count}</span>}
    </button>
  )
  return (
    <div className={tagStyles.tags} role="group" aria-label={t('accounts.tags.filter')}>
      {choice(null, t('accounts.tags.all'))}
      {tags.map(({ name, count }) => choice(name, name, count))}
    </div>
  )
}
