// Adds and removes the roles of a person together.

import { Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { setPersonRoles, type AdminUserDetails, type Role } from '../../backend/administration'
import { roles as all } from '../../backend/generated/codes'
import { Action } from '../../components/Action'
import { FaultBar } from '../../components/FaultBar'
import { FormDialog } from '../../components/FormDialog'
import { useCommand } from '../../state/command'
import { ReasonField } from './ActionDialog'

const useStyles = makeStyles({
  roles: { display: 'flex', flexDirection: 'column', rowGap: '4px' },
  hint: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

export interface RolesDialogProps {
  user: AdminUserDetails
  onDone: () => void
  onCancel: () => void
}

export function RolesDialog({ user, onDone, onCancel }: RolesDialogProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { busy, fault, run } = useCommand()
  const [roles, setRoles] = useState<Role[]>(user.roles)
  const [reason, setReason] = useState('')
  const submit = async () => {
    if (await run(() => setPersonRoles(user.userPrincipalName, roles, reason.trim() || null))) onDone()
  }
  const set = (role: Role, on: boolean) => setRoles(all.filter((one) => (one === role ? on : roles.includes(one))))
  return (
    <FormDialog
      title={t('administration.person.rolesTitle', { name: user.displayName })}
      testId="dialog-roles"
      onCancel={onCancel}
      onSubmit={() => void submit()}
      actions={
        <>
          <Action onPress={onCancel} testId="action-cancel">
            {t('common.cancel')}
          </Action>
          <Action type="submit" appearance="primary" busy={busy} testId="action-save-roles">
            {t('common.save')}
          </Action>
        </>
      }
    >
      {fault && <FaultBar fault={fault} />}
      <div className={styles.roles}>
        {all.map((role) => (
          <Checkbox
            key={role}
            checked={roles.includes(role)}
            onChange={(_, { checked }) => set(role, checked === true)}
            label={
              <>
                {t(`administration.roles.${role}`)}
                <Text className={styles.hint}>{t(`administration.person.roleHints.${role}`)}</Text>
              </>
            }
            data-testid={`role-${role}`}
          />
        ))}
      </div>
      {user.mfaState !== 'enforced' && <Text>{t('administration.person.secondStepFirst')}</Text>}
      <ReasonField value={reason} needed={false} first={false} onChange={setReason} />
    </FormDialog>
  )
}
