// The Approvals page: the registered accounts of this computer, adding one, and repairing one.

import { Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { PhoneKeyRegular } from '@fluentui/react-icons/svg/phone-key'
import { ShieldTaskRegular } from '@fluentui/react-icons/svg/shield-task'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { approvals, onApprovalsChanged, removeDevice, type DeviceAccount } from '../../backend/approvals'
import { Action } from '../../components/Action'
import { ConfirmDialog } from '../../components/ConfirmDialog'
import { EmptyState } from '../../components/EmptyState'
import { FaultBar } from '../../components/FaultBar'
import { Loading } from '../../components/Loading'
import { Page } from '../../components/Page'
import { Section } from '../../components/Section'
import { SettingsCard } from '../../components/SettingsCard'
import { useView } from '../../state/view'
import { AddAccountDialog } from './AddAccountDialog'
import { RepairDialog } from './RepairDialog'

const useStyles = makeStyles({
  wrong: { color: tokens.colorPaletteRedForeground1 },
  hint: { color: tokens.colorNeutralForeground3 },
})

type Open = { kind: 'add' } | { kind: 'remove' | 'repair'; account: DeviceAccount } | null

export function ApprovalsPage({ onSecurity }: { onSecurity: () => void }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { view, fault, reload } = useView(approvals, onApprovalsChanged)
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const add = (
    <Action onPress={() => setOpen({ kind: 'add' })} testId="action-add-device-account" shortcut="new">
      {t('approvals.add')}
    </Action>
  )
  return (
    <Page title={t('approvals.title')} testId="page-approvals">
      {fault && <FaultBar fault={fault} />}
      {!view && !fault && <Loading />}
      {view && view.accounts.length === 0 && (
        <EmptyState
          icon={<ShieldTaskRegular />}
          title={t('approvals.emptyTitle')}
          text={t('approvals.emptyText')}
          testId="empty-approvals"
          action={
            <>
              <Action appearance="primary" onPress={onSecurity} testId="action-open-security">
                {t('approvals.setUpOnSecurity')}
              </Action>
              {add}
            </>
          }
        />
      )}
      {view && view.accounts.length > 0 && (
        <>
          <Text className={styles.hint}>{t('approvals.nothingWaits')}</Text>
          <Section title={t('approvals.accounts')}>
            {view.accounts.map((account) => (
              <SettingsCard
                key={account.id}
                testId="device-account"
                icon={<PhoneKeyRegular />}
                title={`${account.issuer} · ${account.account}`}
                state={
                  <>
                    <span className={account.state === 'not_activated' ? styles.wrong : undefined} data-testid={`device-${account.state}`}>
                      {t(`approvals.states.${account.state}`)}
                    </span>
                    {account.keyInVault && ` · ${t('approvals.keyInVault')}`}
                  </>
                }
                control={
                  <>
                    {account.state === 'not_activated' && (
                      <Action appearance="primary" onPress={() => setOpen({ kind: 'repair', account })} testId="action-repair">
                        {t('approvals.repair')}
                      </Action>
                    )}
                    <Action appearance="subtle" danger name={`${t('approvals.remove')}: ${account.account}`} onPress={() => setOpen({ kind: 'remove', account })} testId="action-remove-device">
                      {t('approvals.remove')}
                    </Action>
                  </>
                }
              />
            ))}
          </Section>
          <div>{add}</div>
          <Text className={styles.hint}>
            {t('approvals.elsewhere')}{' '}
            <Link as="button" type="button" onClick={onSecurity}>
              {t('approvals.openSecurity')}
            </Link>
          </Text>
        </>
      )}
      {open?.kind === 'add' && <AddAccountDialog onCancel={close} onAdded={() => void reload().then(close)} />}
      {open?.kind === 'repair' && <RepairDialog account={open.account} onCancel={close} onDone={() => void reload().then(close)} onSecurity={onSecurity} />}
      {open?.kind === 'remove' && (
        <ConfirmDialog
          title={t('approvals.removeTitle')}
          text={t(open.account.state === 'not_activated' ? 'approvals.removeGoneText' : 'approvals.removeText', { account: open.account.account })}
          yes={t('approvals.remove')}
          no={t('common.cancel')}
          danger
          testId="dialog-remove-device"
          onYes={() => removeDevice(open.account.id).then(reload)}
          onDone={close}
          onNo={close}
        />
      )}
    </Page>
  )
}
