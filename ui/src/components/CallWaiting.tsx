// A call to a phone: which phone, and which key to press.

import { makeStyles, Spinner, Text, tokens } from '@fluentui/react-components'
import { CallRegular } from '@fluentui/react-icons/svg/call'
import { useTranslation } from 'react-i18next'

const useStyles = makeStyles({
  call: { display: 'flex', columnGap: '16px', alignItems: 'center' },
  icon: { flexShrink: 0, fontSize: '32px', color: tokens.colorBrandForeground1 },
  words: { display: 'flex', flexDirection: 'column', rowGap: '4px', minWidth: 0 },
  soft: { color: tokens.colorNeutralForeground3 },
  waiting: { display: 'flex', alignItems: 'center', columnGap: '8px', color: tokens.colorNeutralForeground3 },
})

export interface CallWaitingProps {
  /** Masked or not. */
  number: string
  /** There is no decision on the phone yet. */
  waiting: boolean
  /** The advice for a person who did not ask for the call. */
  hint?: string
}

export function CallWaiting({ number, waiting, hint }: CallWaitingProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  return (
    <div className={styles.call} data-testid="call-waiting">
      <CallRegular className={styles.icon} aria-hidden />
      <div className={styles.words}>
        <Text>{t('phone.calling', { number: number.replaceAll(' ', '\u00a0') })}</Text>
        <Text weight="semibold" size={400}>
          {t('phone.answer')}
        </Text>
        {hint && <Text className={styles.soft}>{hint}</Text>}
        <span className={styles.waiting} role="status">
          {waiting && (
            <>
              <Spinner size="extra-tiny" aria-hidden />
              {t('phone.waiting')}
            </>
          )}
        </span>
      </div>
    </div>
  )
}
