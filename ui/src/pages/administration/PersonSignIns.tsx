// The newest sign-ins of a person.

import { Text } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import type { AdminSignIn } from '../../backend/administration'
import { LogRows } from './LogRows'

export function PersonSignIns({ rows }: { rows: AdminSignIn[] }) {
  const { t } = useTranslation()
  return rows.length > 0 ? <LogRows rows={rows} /> : <Text>{t('administration.person.noSignIns')}</Text>
}
