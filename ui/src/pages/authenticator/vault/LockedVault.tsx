// The vault is locked. The usual way to unlock it comes first, with links to the others.

import { Link, makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { AskKeyring, type AskedAgain } from './AskKeyring'
import { UnlockVault } from './UnlockVault'
import { UnlockWithSheet } from './UnlockWithSheet'

type Way = 'byKeyring' | 'byPassphrase' | 'bySheet'

const useStyles = makeStyles({
  others: { display: 'flex', flexWrap: 'wrap', columnGap: '20px', rowGap: '8px', width: '100%', maxWidth: '440px', marginInline: 'auto' },
})

export interface LockedVaultProps extends AskedAgain {
  keyring: boolean
  passphrase: boolean
}

export function LockedVault({ keyring, passphrase, ...again }: LockedVaultProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const [chosen, setChosen] = useState<Way | null>(null)
  const ways: Way[] = [...(keyring ? (['byKeyring'] as const) : []), ...(passphrase ? (['byPassphrase'] as const) : []), 'bySheet']
  const way = chosen && ways.includes(chosen) ? chosen : ways[0]
  return (
    <>
      {way === 'byKeyring' && <AskKeyring {...again} />}
      {way === 'byPassphrase' && <UnlockVault />}
      {way === 'bySheet' && <UnlockWithSheet autoFocus />}
      <div className={styles.others}>
        {ways
          .filter((other) => other !== way)
          .map((other) => (
            <Link as="button" key={other} data-testid={`way-${other}`} onClick={() => setChosen(other)}>
              {t(`vault.unlock.${other}`)}
            </Link>
          ))}
      </div>
    </>
  )
}
