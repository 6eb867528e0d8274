// The phones: authentication phone, office phone, alternate authentication phone.

import { BuildingRegular } from '@fluentui/react-icons/svg/building'
import { CallRegular } from '@fluentui/react-icons/svg/call'
import { PhoneRegular } from '@fluentui/react-icons/svg/phone'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { deletePhone, type PhoneType, type SecurityInfoView } from '../../backend/security-info'
import { Action } from '../../components/Action'
import { useNotify } from '../../components/notify'
import { useOffline } from '../../components/offline'
import { onDemand } from '../../components/on-demand'
import { SettingsCard } from '../../components/SettingsCard'
import { useIntent } from '../../state/destination'
import { useFormats } from '../../state/format'
import { whyKept } from './last-method'

const PhoneDialog = onDemand(async () => (await import('./PhoneDialog')).PhoneDialog)
const ConfirmDialog = onDemand(async () => (await import('../../components/ConfirmDialog')).ConfirmDialog)

export interface PhonesProps {
  view: SecurityInfoView
  onChanged: () => Promise<void>
}

type Open = { kind: 'change' | 'delete'; phoneType: PhoneType } | null

const icons = { mobile: <PhoneRegular />, office: <BuildingRegular />, alternateMobile: <CallRegular /> }

export function Phones({ view, onChanged }: PhonesProps) {
  const { t } = useTranslation()
  const notify = useNotify()
  const [open, setOpen] = useState<Open>(null)
  const offline = useOffline()
  const close = () => setOpen(null)
  useIntent('changePhone', true, () => {
    if (!offline && !whyFixed(view, 'mobile')) setOpen({ kind: 'change', phoneType: 'mobile' })
  })
  return (
    <>
      {(['mobile', 'office', 'alternateMobile'] as const).map((phoneType) => (
        <PhoneCard key={phoneType} view={view} phoneType={phoneType} onOpen={(kind) => setOpen({ kind, phoneType })} />
      ))}
      {open?.kind === 'change' && (
        <PhoneDialog
          phoneType={open.phoneType}
          policy={view.me.policy}
          change={view.phones.some(({ phoneType }) => phoneType === open.phoneType)}
          onCancel={close}
          onDone={async () => {
            await onChanged()
            close()
            notify(t('phone.saved'))
          }}
        />
      )}
      {open?.kind === 'delete' && (
        <ConfirmDialog
          title={t('phone.deleteTitle')}
          text={t('phone.deleteText', { name: t(`phone.named.${open.phoneType}`) })}
          yes={t('common.delete')}
          no={t('common.cancel')}
          danger
          testId="dialog-delete-phone"
          onYes={async () => {
            await deletePhone(open.phoneType)
            await onChanged()
          }}
          onDone={() => {
            close()
            notify(t('phone.deleted'))
          }}
          onNo={close}
        />
      )}
    </>
  )
}

interface PhoneCardProps {
  view: SecurityInfoView
  phoneType: PhoneType
  onOpen: (kind: 'change' | 'delete') => void
}

function PhoneCard({ view, phoneType, onOpen }: PhoneCardProps) {
  const { t } = useTranslation()
  const format = useFormats()
  const offline = useOffline()
  const phone = view.phones.find((found) => found.phoneType === phoneType)
  const name = t(`phone.types.${phoneType}`)
  const reason = whyFixed(view, phoneType)
  const kept = phone ? whyKept(view, phone.id) : null
  const state = phone
    ? [phone.phoneNumber, t('phone.verified', { date: format.date(phone.createdDateTime) }), reason && t(reason)]
    : [t('phone.notSetUp'), reason && t(reason)]
  return (
    <SettingsCard
      icon={icons[phoneType]}
      title={name}
      testId={`card-phone-${phoneType}`}
      off={reason !== null && !phone}
      state={state.filter(Boolean).join(' · ')}
      control={
        <>
          <Action
            blocked={(reason && t(reason)) ?? offline}
            name={`${phone ? t('common.change') : t('common.add')}: ${name}`}
            onPress={() => onOpen('change')}
            testId={`action-change-phone-${phoneType}`}
          >
            {phone ? t('common.change') : t('common.add')}
          </Action>
          {phone && !phone.readOnly && (
            <Action appearance="subtle" danger blocked={offline ?? (kept && t(kept))} name={`${t('common.delete')}: ${name}`} onPress={() => onOpen('delete')} testId={`action-delete-phone-${phoneType}`}>
              {t('common.delete')}
            </Action>
          )}
        </>
      }
    />
  )
}

/** Why a phone can be neither added nor changed; null if it can. */
function whyFixed({ me, phones }: SecurityInfoView, phoneType: PhoneType) {
  const { textMessageToPhone, callToPhone } = me.policy.verificationMethods
  const find = (wanted: PhoneType) => phones.find((found) => found.phoneType === wanted)
  if (find(phoneType)?.readOnly) return 'phone.readOnly'
  // The others only receive calls, never texts.
  if (!callToPhone && !(phoneType === 'mobile' && textMessageToPhone)) return 'methods.notAllowed'
  if (phoneType === 'office' && !me.policy.officePhoneSetByPerson) return 'phone.askAdmin'
  if (phoneType === 'alternateMobile' && !find('mobile')) return 'phone.firstTheOther'
  return null
}
