// The five apps and tokens of a full account, each with a way to remove it.

import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Fault } from '../backend/fault'
import { deleteHardwareToken } from '../backend/hardware-tokens'
import { deleteMobileApp } from '../backend/security-info'
import { useCommand } from '../state/command'
import { Action } from './Action'
import { FaultBar } from './FaultBar'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '6px 0',
    ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  words: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  kind: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

interface Named {
  '@type': string
  id: string
  displayName: string
}

/** The methods that the service lists, if it does. */
function named(fault: Fault): Named[] {
  const { methods } = fault.params
  return fault.code === 'oath_limit_reached' && Array.isArray(methods) ? (methods as Named[]) : []
}

export interface OathLimitProps {
  fault: Fault
  /** Called when one is removed, so that there is space now. */
  onRoom: () => void
}

export function OathLimit({ fault, onRoom }: OathLimitProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const deleting = useCommand()
  const [leaving, setLeaving] = useState<Named | null>(null)
  const isToken = (method: Named) => method['@type'] === 'hardwareOathAuthenticationMethod'
  const methods = named(fault)
  if (methods.length === 0) return null

  const makeRoom = async (method: Named) => {
    if (await deleting.run(() => (isToken(method) ? deleteHardwareToken(method.id) : deleteMobileApp(method.id)))) onRoom()
  }
  return (
    <>
      {deleting.fault && <FaultBar fault={deleting.fault} />}
      <ul className={styles.list} data-testid="oath-limit">
        {methods.map((method) => (
          <li key={method.id} className={styles.row}>
            <div className={styles.words}>
              <Text>{method.displayName}</Text>
              <Text className={styles.kind}>
                {leaving?.id === method.id
                  ? t('securityInfo.deleteAppText', { name: method.displayName })
                  : t(isToken(method) ? 'hardwareToken.title' : 'securityInfo.authenticatorApp')}
              </Text>
            </div>
            {leaving?.id === method.id ? (
              <>
                <Action size="small" onPress={() => setLeaving(null)} testId="action-keep-method" autoFocus>
                  {t('common.cancel')}
                </Action>
                <Action
                  size="small"
                  appearance="primary"
                  danger
                  busy={deleting.busy}
                  name={`${t('common.delete')}: ${method.displayName}`}
                  onPress={() => void makeRoom(method)}
                  testId="action-make-room"
                >
                  {t('common.delete')}
                </Action>
              </>
            ) : (
              <Action
                size="small"
                name={`${t('common.delete')}: ${method.displayName}`}
                onPress={() => setLeaving(method)}
                testId={`action-leave-${method.id}`}
              >
                {t('common.delete')}
              </Action>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
