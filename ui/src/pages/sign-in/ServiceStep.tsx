// Before sign-in: the address of the organisation's service.

import { Field, Input, Link, Text } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { forgetServiceOffer } from '../../backend/app'
import { Action } from '../../components/Action'
import { FaultBar } from '../../components/FaultBar'
import { useFieldFaults } from '../../components/field-faults'
import { Notice } from '../../components/Notice'
import { onDemand } from '../../components/on-demand'
import { Panel } from '../../components/Panel'
import { useCommand } from '../../state/command'
import { changeSettings, useSettings } from '../../state/settings'

const LinkScan = onDemand(async () => (await import('../../components/scan/LinkScan')).LinkScan)

export interface ServiceStepProps {
  /** The address that a link offers. */
  offer: string | null
  /** The present address, which stays; null if there is none. */
  onKeep: (() => void) | null
  onConnected: () => void
}

export function ServiceStep({ offer, onKeep, onConnected }: ServiceStepProps) {
  const { t } = useTranslation()
  const { serviceAddress } = useSettings()
  const [typed, setTyped] = useState<string | null>(null)
  const address = typed ?? offer ?? serviceAddress
  const connecting = useCommand()
  const faults = useFieldFaults(connecting, { address: ['service_address_invalid'] })
  const missing = address.trim() === '' ? t('signIn.service.missing') : null
  const connect = async () => {
    if (missing) return
    if (await connecting.run(() => changeSettings({ serviceAddress: address.trim() }))) onConnected()
  }
  const keep = () => {
    void forgetServiceOffer().catch(() => undefined)
    onKeep?.()
  }
  return (
    <Panel
      heading={t('signIn.service.title')}
      level={1}
      testId="card-service-address"
      onSubmit={() => void connect()}
      actions={
        <>
          {onKeep && (
            <Action onPress={keep} testId="action-keep-service">
              {t('common.cancel')}
            </Action>
          )}
          <Action type="submit" appearance="primary" busy={connecting.busy} blocked={missing} testId="action-connect">
            {t('signIn.service.connect')}
          </Action>
        </>
      }
    >
      {faults.bar && <FaultBar fault={faults.bar} />}
      {offer !== null && (
        <Notice intent="warning" testId="notice-service-offer" title={t('signIn.service.offered')}>
          {t('signIn.service.offeredText')}
        </Notice>
      )}
      <Text>{t('signIn.service.text')}</Text>
      <Field label={t('settings.serviceAddress')} hint={t('signIn.service.hint')} {...faults.at('address')}>
        <Input
          data-testid="field-service-address"
          type="text"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          autoCapitalize="off"
          placeholder="https://verify.example.com"
          autoFocus
          value={address}
          onChange={(_, { value }) => {
            setTyped(value)
            connecting.clear()
          }}
        />
      </Field>
      <LinkScan
        onLink={(link) => {
          setTyped(link)
          connecting.clear()
        }}
      />
    </Panel>
  )
}

/** The service of the form, and a link to change it. */
export function ServiceLine({ address, onChange }: { address: string; onChange: () => void }) {
  const { t } = useTranslation()
  return (
    <Text size={200} data-testid="service-line">
      {t('signIn.service.at', { address })}{' '}
      <Link as="button" type="button" inline onClick={onChange} data-testid="action-change-service">
        {t('common.change')}
      </Link>
    </Text>
  )
}
