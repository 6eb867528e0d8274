// The check of the sign-in log: its progress, and what it found.

import { makeStyles, ProgressBar, Text } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import { copyText } from '../../../backend/app'
import type { LogCheck } from '../../../backend/sign-in-log'
import { Action } from '../../../components/Action'
import { Notice } from '../../../components/Notice'
import { useCopy } from '../../../components/use-copy'
import { localeOf } from '../../../state/language'
import { RefusedState } from '../RefusedState'
import type { LogCheckRun } from './use-log-check'

const useStyles = makeStyles({
  running: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px' },
  bar: { flex: '1 1 200px' },
})

export function LogCheckNotice({ checking, start, end, onMyPages }: LogCheckRun & { onMyPages: () => void }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const number = useNumber()
  if (!checking) return null
  if (checking.state === 'failed') return <RefusedState fault={checking.fault} onAgain={start} onMyPages={onMyPages} />
  if (checking.state === 'done') return <Found check={checking.check} onClose={end} />
  const { checked, of } = checking
  return (
    <div className={styles.running} data-testid="log-checking">
      <ProgressBar className={styles.bar} aria-label={t('logCheck.checking')} value={of > 0 ? checked / of : undefined} />
      {of > 0 && <Text>{t('logCheck.progress', { checked: number(checked), of: number(of) })}</Text>}
      <Action size="small" onPress={end} testId="action-stop-check">
        {t('common.cancel')}
      </Action>
    </div>
  )
}

function Found({ check: { checked, waiting, forgotten, head, fault }, onClose }: { check: LogCheck; onClose: () => void }) {
  const { t } = useTranslation()
  const number = useNumber()
  const kept = head ? `${head.number}:${head.hash}` : ''
  const { copied, copy } = useCopy(() => copyText(kept))
  const close = (
    <Action size="small" onPress={onClose} testId="action-close-check">
      {t('common.close')}
    </Action>
  )
  if (fault) {
    const kind = fault.kind === 'changed' && fault.first === null ? 'changed_unsealed' : fault.kind
    return (
      <Notice intent="error" title={t('logCheck.broken')} action={close} testId="log-broken">
        {`${t(`logCheck.faults.${kind}`, { first: number(fault.first ?? 0), last: number(fault.last ?? 0) })}${fault.id ? ` (${fault.id})` : ''} ${t('logCheck.brokenNext')}`}
      </Notice>
    )
  }
  return (
    <Notice
      intent="success"
      title={t('logCheck.whole')}
      action={
        <>
          {head && (
            <Action size="small" onPress={copy} testId="action-copy-head">
              {copied ? t('common.copied') : t('logCheck.copyHead')}
            </Action>
          )}
          {close}
        </>
      }
      testId="log-whole"
    >
      {`${t('logCheck.wholeText', { checked: number(checked), waiting: number(waiting), forgotten: number(forgotten) })}${head ? ` ${t('logCheck.head', { head: `${number(head.number)}, ${head.hash.slice(0, 8)}…` })}` : ''}`}
    </Notice>
  )
}

function useNumber() {
  const { i18n } = useTranslation()
  const format = new Intl.NumberFormat(localeOf(i18n.language))
  return (value: number) => format.format(value)
}
