// The steps after another person used the account, one by one, each with its button.

import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { useCommand } from '../state/command'
import { Action } from './Action'
import { ConfirmDialog } from './ConfirmDialog'
import { ChangePasswordDialog } from './ChangePasswordDialog'
import { FaultBar } from './FaultBar'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column' },
  remedy: { display: 'flex', flexDirection: 'column', rowGap: '8px', paddingBlock: '12px', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px' },
  words: { display: 'flex', flexDirection: 'column', flexGrow: 1, flexBasis: '220px' },
  soft: { color: tokens.colorNeutralForeground3 },
  done: { display: 'flex', alignItems: 'center', columnGap: '6px', color: tokens.colorPaletteGreenForeground1 },
})

export function Remedies({ children }: { children: ReactNode }) {
  return <ol className={useStyles().list}>{children}</ol>
}

export interface RemedyProps {
  title: string
  text: string
  control: ReactNode
  /** The error of the step. */
  children?: ReactNode
}

export function Remedy({ title, text, control, children }: RemedyProps) {
  const styles = useStyles()
  return (
    <li className={styles.remedy}>
      <div className={styles.line}>
        <span className={styles.words}>
          <Text weight="semibold">{title}</Text>
          <Text className={styles.soft}>{text}</Text>
        </span>
        {control}
      </div>
      {children}
    </li>
  )
}

export interface InstantRemedyProps {
  title: string
  text: string
  /** Why it is not available now. */
  blocked: string | null
  /** `action-…` while it is to do, `done-…` afterwards. */
  testId: string
  /** A question before something is deleted for good. */
  ask?: { title: string; text: string | string[]; yes: string }
  work: () => Promise<unknown>
  onDone?: () => void
}

/** The step runs when its button is pressed, or after *Yes*. */
export function InstantRemedy({ title, text, blocked, testId, ask, work, onDone }: InstantRemedyProps) {
  const { t } = useTranslation()
  const [done, setDone] = useState(false)
  const [asking, setAsking] = useState(false)
  const { busy, fault, run } = useCommand()
  const end = () => {
    setAsking(false)
    setDone(true)
    onDone?.()
  }
  const press = async () => {
    if (ask) setAsking(true)
    else if (await run(work)) end()
  }
  const control = done ? (
    <Done testId={testId} />
  ) : (
    <Action busy={busy} blocked={blocked} onPress={() => void press()} name={`${t('remedies.doIt')}: ${title}`} testId={`action-${testId}`}>
      {t('remedies.doIt')}
    </Action>
  )
  return (
    <Remedy title={title} text={text} control={control}>
      {fault && <FaultBar fault={fault} />}
      {asking && ask && <ConfirmDialog {...ask} no={t('common.cancel')} danger testId={`dialog-${testId}`} onYes={work} onDone={end} onNo={() => setAsking(false)} />}
    </Remedy>
  )
}

/** Change the password, in its own dialog. */
export function PasswordRemedy({ blocked }: { blocked: string | null }) {
  const { t } = useTranslation()
  const [changing, setChanging] = useState(false)
  const [done, setDone] = useState(false)
  const control = done ? (
    <Done testId="change-password" />
  ) : (
    <Action blocked={blocked} onPress={() => setChanging(true)} testId="action-open-change-password">
      {t('password.change')}
    </Action>
  )
  return (
    <>
      <Remedy title={t('remedies.password')} text={t('remedies.passwordText')} control={control} />
      {changing && (
        <ChangePasswordDialog
          onCancel={() => setChanging(false)}
          onDone={() => {
            setChanging(false)
            setDone(true)
          }}
        />
      )}
    </>
  )
}

function Done({ testId }: { testId: string }) {
  const { t } = useTranslation()
  return (
    <span className={useStyles().done} role="status" data-testid={`done-${testId}`}>
      <CheckmarkCircleRegular aria-hidden />
      {t('remedies.done')}
    </span>
  )
}
