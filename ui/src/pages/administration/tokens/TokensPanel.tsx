// The organisation's hardware tokens: found by number, model or owner, and imported from a file that is chosen or dropped.

import { Dropdown, makeStyles, mergeClasses, Option, Text, tokens as theme } from '@fluentui/react-components'
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise'
import { ArrowImportRegular } from '@fluentui/react-icons/svg/arrow-import'
import { UsbStickRegular } from '@fluentui/react-icons/svg/usb-stick'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { copyText } from '../../../backend/app'
import { tokenInventory, type AskedTokens, type HardwareOathDevice, type HardwareOathStatus } from '../../../backend/token-inventory'
import { Action } from '../../../components/Action'
import { EmptyState } from '../../../components/EmptyState'
import { FaultBar } from '../../../components/FaultBar'
import { Loading } from '../../../components/Loading'
import { useNotify } from '../../../components/notify'
import { useOffline } from '../../../components/offline'
import { SearchInput } from '../../../components/SearchInput'
import { useCommand } from '../../../state/command'
import { RefusedState } from '../RefusedState'
import { usePages, useSettled } from '../use-pages'
import { everyToken, tokensAsCsv } from './every-token'
import { FileDrop } from './FileDrop'
import { TokenDialogs, type TokenAct } from './TokenDialogs'
import { TokenImportDialog } from './TokenImportDialog'
import { TokenRows } from './TokenRows'

const STATES = ['available', 'assigned', 'activated', 'failedActivation'] as const satisfies readonly HardwareOathStatus[]

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', rowGap: '12px', minHeight: '320px' },
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  search: { flexGrow: 1, flexBasis: '200px', maxWidth: '420px' },
  choice: { minWidth: '0', width: '176px' },
  end: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', marginLeft: 'auto' },
  dim: { opacity: 0.6 },
  soft: { color: theme.colorNeutralForeground3 },
})

export interface TokensPanelProps {
  /** The state to which a figure led. */
  first?: HardwareOathStatus
  onMyPages: () => void
}

export function TokensPanel({ first, onMyPages }: TokensPanelProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const notify = useNotify()
  const offline = useOffline()
  const [search, setSearch] = useState('')
  const [status, setStatus] = useState<HardwareOathStatus | 'all'>(first ?? 'all')
  const settled = useSettled(search).trim()
  const asked: AskedTokens = { ...(settled ? { search: settled } : {}), ...(status === 'all' ? {} : { status }) }
  const { list, fault, asking, loadMore, reload } = usePages(asked, tokenInventory)
  const [act, setAct] = useState<{ act: TokenAct; token: HardwareOathDevice } | null>(null)
  const [file, setFile] = useState<File | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const copying = useCommand()
  const narrowed = settled !== '' || status !== 'all'

  const copyAll = () =>
    void copying.run(async () => {
      const rows = await everyToken(asked)
      await copyText(tokensAsCsv(t, rows))
      notify(t('tokenInventory.copied', { count: rows.length }))
    })

  return (
    <FileDrop className={styles.panel} text={t('tokenInventory.dropHere')} blocked={Boolean(offline)} onFile={setFile} testId="token-inventory">
      <div className={styles.top}>
        <SearchInput className={styles.search} placeholder={t('tokenInventory.search')} value={search} onChange={setSearch} testId="field-search-tokens" />
        <Dropdown className={styles.choice} aria-label={t('tokenInventory.columns.state')} value={t(`tokenInventory.states.${status}`)} selectedOptions={[status]} onOptionSelect={(_, { optionValue }) => setStatus(optionValue as HardwareOathStatus | 'all')} data-testid="field-token-state">
          {(['all', ...STATES] as const).map((one) => (
            <Option key={one} value={one}>
              {t(`tokenInventory.states.${one}`)}
            </Option>
          ))}
        </Dropdown>
        <div className={styles.end}>
          <Action appearance="subtle" icon={<ArrowClockwiseRegular />} busy={asking && list !== null} name={t('administration.people.refresh')} onPress={reload} testId="action-refresh-tokens" />
          <Action busy={copying.busy} blocked={offline} onPress={copyAll} testId="action-copy-tokens">
            {t('tokenInventory.copy')}
          </Action>
          <Action appearance="primary" icon={<ArrowImportRegular />} blocked={offline} onPress={() => input.current?.click()} shortcut="new" testId="action-import-tokens">
            {t('tokenInventory.import')}
          </Action>
          <input
            ref={input}
            type="file"
            hidden
            aria-label={t('tokenInventory.import')}
            accept=".csv,.txt,.xml,.pskc,.pskcxml"
            data-testid="field-token-file"
            onChange={(event) => {
              const chosen = event.currentTarget.files?.[0]
              // The same file may be chosen again after a change.
              event.currentTarget.value = ''
              if (chosen) setFile(chosen)
            }}
          />
        </div>
      </div>
      {copying.fault && <FaultBar fault={copying.fault} />}
      {fault && <RefusedState fault={fault} onAgain={reload} onMyPages={onMyPages} />}
      {!list && !fault && <Loading rows={6} />}
      {list?.rows.length === 0 && !fault && (
        <EmptyState
          icon={<UsbStickRegular />}
          title={t(narrowed ? 'tokenInventory.nothingFound' : 'tokenInventory.empty')}
          text={t(narrowed ? 'tokenInventory.nothingFoundText' : 'tokenInventory.emptyText')}
          testId="empty-tokens"
          action={
            narrowed ? (
              <Action
                onPress={() => {
                  setSearch('')
                  setStatus('all')
                }}
                testId="action-all-tokens"
              >
                {t('administration.people.clearFilters')}
              </Action>
            ) : (
              <Action appearance="primary" blocked={offline} onPress={() => input.current?.click()} testId="action-import-first">
                {t('tokenInventory.import')}
              </Action>
            )
          }
        />
      )}
      {list && list.rows.length > 0 && (
        <div className={mergeClasses((asking || fault !== null) && styles.dim)}>
          <TokenRows rows={list.rows} onAct={(next, token) => setAct({ act: next, token })} />
        </div>
      )}
      {list && list.rows.length > 0 && (
        <div className={styles.top}>
          <Text size={200} className={styles.soft} role="status" data-testid="tokens-found">
            {t('tokenInventory.found', { count: list.found })}
          </Text>
          {list.next && (
            <Action busy={asking} onPress={loadMore} testId="action-more-tokens">
              {t('administration.people.loadMore')}
            </Action>
          )}
        </div>
      )}
      {act && (
        <TokenDialogs
          act={act.act}
          token={act.token}
          onCancel={() => setAct(null)}
          onDone={() => {
            setAct(null)
            notify(t(`tokenInventory.done.${act.act}`, { serial: act.token.serialNumber }))
            reload()
          }}
        />
      )}
      {file && (
        <TokenImportDialog
          file={file}
          onClose={(imported) => {
            setFile(null)
            if (imported) reload()
          }}
        />
      )}
    </FileDrop>
  )
}
