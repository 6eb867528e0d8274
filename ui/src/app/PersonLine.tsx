// The organization, and the person below it. A narrow window has no space for it: a screen reader still finds the words.

import { makeStyles, Text, tokens } from '@fluentui/react-components'

import type { SignedInPerson } from '../backend/app'

const useStyles = makeStyles({
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere', '@media (max-width: 759px)': { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' } },
  soft: { color: tokens.colorNeutralForeground3 },
})

export interface PersonLineProps {
  person: SignedInPerson
}

export function PersonLine({ person }: PersonLineProps) {
  const styles = useStyles()
  return (
    <span className={styles.words}>
      <Text weight="semibold">{person.organization}</Text>
      <Text size={200} className={styles.soft}>
        {person.displayName}
      </Text>
    </span>
  )
}
