// *Use a different verification option*: the person's methods, in place.

import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import type { MethodHint } from '../../backend/sign-in'
import { unbroken } from '../../components/unbroken'
import { methodIcons } from '../../components/method-icons'
import { OptionRows } from './OptionRows'

const useStyles = makeStyles({
  help: { color: tokens.colorNeutralForeground3 },
})

export interface MethodListProps {
  methods: MethodHint[]
  current: MethodHint | undefined
  busy: boolean
  onPick: (method: MethodHint) => void
}

export function MethodList({ methods, current, busy, onPick }: MethodListProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const others = methods.filter(({ id }) => id !== current?.id)
  if (others.length === 0) return <Text className={styles.help}>{t('signIn.noOtherOption')}</Text>
  return (
    <OptionRows
      label={t('signIn.differentOption')}
      busy={busy}
      options={others.map(({ id, type, hint }) => ({ id, icon: methodIcons[type], title: t(`methods.${type}`), hint: type === 'oath' || type === 'push' ? hint : unbroken(hint), testId: `action-method-${type}` }))}
      onPick={(id) => {
        const method = others.find((other) => other.id === id)
        if (method) onPick(method)
      }}
    />
  )
}
