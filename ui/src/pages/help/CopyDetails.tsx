// The details that a help desk needs: person, version, time, and the app's status.

import { useTranslation } from 'react-i18next'

import { about, copyText } from '../../backend/app'
import { Action } from '../../components/Action'
import { useNotify } from '../../components/notify'
import { useCommand } from '../../state/command'
import { useFormats } from '../../state/format'
import { useStatus } from '../../state/status'

const connections = {
  online: 'connection.justNow',
  offline: 'connection.offline',
  connecting: 'connection.connecting',
  signedOut: 'connection.signedOut',
} as const

export function CopyDetails({ appearance = 'secondary' }: { appearance?: 'primary' | 'secondary' }) {
  const { t } = useTranslation()
  const format = useFormats()
  const notify = useNotify()
  const status = useStatus()
  const { busy, run } = useCommand()
  const copy = async () => {
    const copied = await run(async () => {
      const { version } = await about()
      const now = Date.now()
      const lines = [
        ['Proofup', version],
        [t('fault.time'), `${format.dateTime(now)} (${new Date(now).toISOString()})`],
        ...(status?.person ? [[t('fault.user'), status.person.userPrincipalName]] : []),
        ...(status ? [[t('settings.service'), t(connections[status.connection])]] : []),
      ]
      await copyText(lines.map((line) => line.join(': ')).join('\n'))
    })
    if (copied) notify(t('common.copied'))
  }
  return (
    <Action appearance={appearance} busy={busy} onPress={() => void copy()} testId="action-help-copyDetails">
      {t('help.actions.copyDetails')}
    </Action>
  )
}
