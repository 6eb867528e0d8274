// Three mails, which arrive when the server lets the app in.

import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

const MAILS = ['lunch', 'minutes', 'printer'] as const

const useStyles = makeStyles({
  inbox: { display: 'flex', flexDirection: 'column', rowGap: '4px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  mail: { display: 'flex', flexDirection: 'column', paddingBlock: '8px', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  soft: { color: tokens.colorNeutralForeground3 },
})

export function Inbox() {
  const { t } = useTranslation()
  const styles = useStyles()
  return (
    <section className={styles.inbox} aria-label={t('stage.mail.inbox')}>
      <h2 className={styles.title}>{t('stage.mail.inbox')}</h2>
      <ul className={styles.list}>
        {MAILS.map((mail) => (
          <li key={mail} className={styles.mail} data-testid="mail-message">
            <Text weight="semibold">{t(`stage.mail.messages.${mail}.subject`)}</Text>
            <Text className={styles.soft}>{`${t('stage.mail.from', { name: t(`stage.mail.messages.${mail}.from`) })} · ${t(`stage.mail.messages.${mail}.text`)}`}</Text>
          </li>
        ))}
      </ul>
    </section>
  )
}
