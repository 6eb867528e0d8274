// The health of each node, the database, the directory and the gateway, each as a sentence with a mark.

import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { WarningRegular } from '@fluentui/react-icons/svg/warning'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import type { Overview } from '../../../backend/overview'
import { useFormats } from '../../../state/format'
import { useNumbers } from './numbers'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: '10px', margin: 0, padding: 0, listStyle: 'none' },
  row: { display: 'flex', columnGap: '8px' },
  mark: { display: 'flex', flexShrink: 0, fontSize: '20px', color: tokens.colorStatusSuccessForeground1 },
  wrong: { color: tokens.colorStatusDangerForeground1 },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  soft: { color: tokens.colorNeutralForeground3 },
})

export function ServiceHealth({ figures: { nodes, database, directory, gateway, mail }, now }: { figures: Overview; now: number }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormats()
  const number = useNumbers()
  return (
    <ul className={styles.list} data-testid="service-health">
      {nodes.map((node) => (
        <Health key={node.name} well={node.alive && isValid(node.certificateUntilDateTime, now)} title={node.name}>
          {node.alive ? t('overview.nodeAlive', { version: node.version }) : t('overview.nodeSilent', { ago: format.ago(node.lastSeenDateTime, now) })}
          {node.certificateUntilDateTime && <span>{t('overview.certificate', { date: format.date(node.certificateUntilDateTime) })}</span>}
        </Health>
      ))}
      <Health well={database.takesChanges} title={t('overview.database')}>
        {t(database.takesChanges ? 'overview.databaseFine' : 'overview.databaseReadOnly')}
      </Health>
      {directory && (
        <Health well={directory.lastRun?.result === 'done'} title={t('overview.directory', { people: number(directory.people) })}>
          {directory.lastRun ? t(`overview.directoryRun.${directory.lastRun.result}`, { ago: format.ago(directory.lastRun.endedDateTime, now) }) : t('overview.directoryNoRun')}
          {directory.lastRun && directory.lastRun.refused > 0 && <span>{t('overview.directoryRefused', { count: directory.lastRun.refused })}</span>}
        </Health>
      )}
      <Health well={gateway.configured} title={t('overview.gateway')}>
        {gateway.configured ? t('overview.gatewayFigures', { month: format.month(gateway.month), sent: number(gateway.sent), failed: number(gateway.failed) }) : t('overview.gatewayNone')}
      </Health>
      <Health well={mail.configured && mail.held === 0} title={t('overview.mail')}>
        {mail.configured ? t('overview.mailWaiting', { count: mail.waiting }) : t('overview.mailNone')}
        {mail.fault && <span>{mail.fault}</span>}
      </Health>
    </ul>
  )
}

const isValid = (until: string | null, now: number) => until === null || Date.parse(until) > now

function Health({ well, title, children }: { well: boolean; title: string; children: ReactNode }) {
  const styles = useStyles()
  return (
    <li className={styles.row}>
      <span className={mergeClasses(styles.mark, !well && styles.wrong)} aria-hidden>
        {well ? <CheckmarkCircleRegular /> : <WarningRegular />}
      </span>
      <span className={styles.words}>
        <Text>{title}</Text>
        <Text size={200} className={mergeClasses(styles.soft, styles.words)}>
          {children}
        </Text>
      </span>
    </li>
  )
}
