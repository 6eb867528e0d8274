// After *It wasn't me*: what was done, and what to do next, each with the button that does it.

import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { signOutEverywhereElse } from '../../backend/activity'
import { deleteAllAppPasswords } from '../../backend/app-passwords'
import { Action } from '../../components/Action'
import { FaultBar } from '../../components/FaultBar'
import { Panel } from '../../components/Panel'
import { useCommand } from '../../state/command'
import { useStatus } from '../../state/status'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column' },
  step: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px', paddingBlock: '12px', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  words: { display: 'flex', flexDirection: 'column', flexGrow: 1, flexBasis: '220px' },
  soft: { color: tokens.colorNeutralForeground3 },
  done: { display: 'flex', alignItems: 'center', columnGap: '6px', color: tokens.colorPaletteGreenForeground1 },
})

export function AfterFraud({ onSecurity, onClose }: { onSecurity: () => void; onClose: () => void }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const person = useStatus()?.person
  const signInFirst = person ? null : t('approvals.signInFirst')
  return (
    <Panel
      heading={t('approvals.fraudTitle')}
      level={1}
      testId="card-after-fraud"
      onSubmit={onClose}
      actions={
        <Action type="submit" appearance="primary" testId="action-close">
          {t('common.close')}
        </Action>
      }
    >
      <Text>{t('approvals.fraudText')}</Text>
      <ol className={styles.list}>
        <Step title={t('approvals.changePassword')} text={t('approvals.changePasswordText')} />
        <Doing title={t('approvals.deleteAppPasswords')} text={t('approvals.deleteAppPasswordsText')} blocked={signInFirst} testId="action-delete-app-passwords" work={deleteAllAppPasswords} />
        <Doing title={t('approvals.signOutEverywhere')} text={t('approvals.signOutEverywhereText')} blocked={signInFirst} testId="action-sign-out-everywhere" work={signOutEverywhereElse} />
        <Step
          title={t('approvals.registerAgain')}
          text={t('approvals.registerAgainText')}
          control={
            <Action onPress={onSecurity} testId="action-register-again">
              {t(person ? 'approvals.openSecurity' : 'approvals.signIn')}
            </Action>
          }
        />
      </ol>
    </Panel>
  )
}

function Step({ title, text, control }: { title: string; text: string; control?: ReactNode }) {
  const styles = useStyles()
  return (
    <li className={styles.step}>
      <span className={styles.words}>
        <Text weight="semibold">{title}</Text>
        <Text className={styles.soft}>{text}</Text>
      </span>
      {control}
    </li>
  )
}

interface DoingProps {
  title: string
  text: string
  blocked: string | null
  testId: string
  work: () => Promise<unknown>
}

function Doing({ title, text, blocked, testId, work }: DoingProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const [done, setDone] = useState(false)
  const doing = useCommand()
  const press = async () => {
    if (await doing.run(work)) setDone(true)
  }
  return (
    <>
      <Step
        title={title}
        text={text}
        control={
          done ? (
            <span className={styles.done} role="status">
              <CheckmarkCircleRegular aria-hidden />
              {t('approvals.done')}
            </span>
          ) : (
            <Action busy={doing.busy} blocked={blocked} onPress={() => void press()} name={`${t('approvals.doIt')}: ${title}`} testId={testId}>
              {t('approvals.doIt')}
            </Action>
          )
        }
      />
      {doing.fault && <FaultBar fault={doing.fault} />}
    </>
  )
}
