// *Use a different verification option*: the person's methods, in place.

import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import type { MethodHint } from '../../backend/sign-in'
import { Action } from '../../components/Action'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: '8px', margin: 0, padding: 0, listStyle: 'none' },
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
    <ul className={styles.list}>
      {others.map((method) => (
        <li key={method.id}>
          <Action
            testId={`action-method-${method.type}`}
            busy={busy}
            onPress={() => onPick(method)}
          >
            {`${t(`methods.${method.type}`)} · ${method.hint}`}
          </Action>
        </li>
      ))}
    </ul>
  )
}
