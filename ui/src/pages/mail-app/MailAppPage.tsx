// A made-up mail app, as old ones are: a name, a password, and the words of the server. It cannot ask for a code.

import { Button, Checkbox, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components'
import { MailRegular } from '@fluentui/react-icons/svg/mail'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'

import { PasswordInput } from '../../components/PasswordInput'
import { Inbox } from './Inbox'
import { useMail } from './use-mail'

const useStyles = makeStyles({
  app: { height: '100%', display: 'flex', flexDirection: 'column', backgroundColor: tokens.colorNeutralBackground1 },
  strip: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '12px',
    padding: '12px 16px',
    borderBottom: `2px dashed ${tokens.colorNeutralStrokeAccessible}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  icon: { display: 'flex', fontSize: '24px', color: tokens.colorNeutralForeground2 },
  names: { display: 'flex', flexDirection: 'column' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  soft: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  main: { flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: '16px', display: 'flex', flexDirection: 'column', rowGap: '16px' },
  form: { display: 'flex', flexDirection: 'column', rowGap: '12px' },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px' },
  said: { padding: '12px', border: `1px solid ${tokens.colorStatusDangerBorder1}`, borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorStatusDangerBackground1, display: 'flex', flexDirection: 'column', rowGap: '4px' },
  words: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase300, color: tokens.colorStatusDangerForeground1, userSelect: 'text' },
})

export function MailAppPage() {
  const { t } = useTranslation()
  const styles = useStyles()
  const mail = useMail()
  useEffect(() => {
    document.title = t('stage.mail.title')
  }, [t])
  const missing = mail.name.trim() === '' || mail.password === ''
  return (
    <div className={styles.app} data-testid="page-mail-app">
      <header className={styles.strip}>
        <span className={styles.icon} aria-hidden>
          <MailRegular />
        </span>
        <div className={styles.names}>
          <h1 className={styles.title}>{t('stage.mail.title')}</h1>
          <span className={styles.soft}>{t('stage.mail.notReal')}</span>
        </div>
      </header>
      <main className={styles.main}>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            if (!missing) mail.check()
          }}
        >
          <Field label={t('stage.mail.name')}>
            <Input value={mail.name} onChange={(_, { value }) => mail.setName(value)} autoComplete="off" spellCheck={false} data-testid="field-mail-name" />
          </Field>
          <Field label={t('stage.mail.password')}>
            <PasswordInput testId="field-mail-password" value={mail.password} onChange={mail.setPassword} autoComplete="off" />
          </Field>
          <div className={styles.actions}>
            <Button type="submit" appearance="primary" disabledFocusable={missing || mail.busy} data-testid={mail.allowed ? 'action-mail-check' : 'action-mail-sign-in'}>
              {mail.allowed ? t('stage.mail.check') : t('stage.mail.signIn')}
            </Button>
            <Checkbox label={t('stage.mail.again')} checked={mail.again} onChange={(_, { checked }) => mail.setAgain(checked === true)} data-testid="field-mail-again" />
          </div>
        </form>
        <div aria-live="polite">
          {mail.words !== null && (
            <div className={styles.said} data-testid="mail-refused">
              <Text size={200}>{t('stage.mail.says')}</Text>
              <span className={styles.words} lang="en">
                {mail.words}
              </span>
            </div>
          )}
          {mail.unreachable && (
            <div className={styles.said} data-testid="mail-unreachable">
              <Text>{t('stage.mail.unreachable')}</Text>
            </div>
          )}
        </div>
        {mail.allowed && <Inbox />}
      </main>
    </div>
  )
}
