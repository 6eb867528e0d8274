// The head of the navigation: the signed-in person with a menu; otherwise the name of the program.

import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import type { Fault } from '../backend/fault'
import { onDemand } from '../components/on-demand'
import { useStatus } from '../state/status'
import { fetchPersonMenu } from './pages'
import { PersonLine, type PersonLineProps } from './PersonLine'

const useStyles = makeStyles({
  nobody: { padding: '0 12px 12px', display: 'flex', flexDirection: 'column', '@media (max-width: 759px)': { display: 'none' } },
  soft: { color: tokens.colorNeutralForeground3 },
  // As large as the menu, with space for the picture, so that nothing moves when it appears.
  coming: { minHeight: '48px', boxSizing: 'border-box', padding: '6px 8px 6px 50px', marginBottom: '8px', display: 'flex', alignItems: 'center', '@media (max-width: 759px)': { minHeight: '40px' } },
})

const PersonMenu = onDemand(fetchPersonMenu, ({ person }) => <Coming person={person} />)

export interface AccountMenuProps {
  onSignIn: () => void
  onFault: (fault: Fault) => void
}

export function AccountMenu({ onSignIn, onFault }: AccountMenuProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const person = useStatus()?.person
  if (person) return <PersonMenu person={person} onSignIn={onSignIn} onFault={onFault} />
  return (
    <div className={styles.nobody}>
      <Text weight="semibold">Proofup</Text>
      <Text size={200} className={styles.soft}>
        {t('navigation.nobody')}
      </Text>
    </div>
  )
}

function Coming({ person }: PersonLineProps) {
  return (
    <div className={useStyles().coming}>
      <PersonLine person={person} />
    </div>
  )
}
