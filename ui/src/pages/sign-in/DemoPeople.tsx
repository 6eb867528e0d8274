// The people of the demo with their passwords, and a button to sign in as each.

import { Button, Caption1, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import type { DemoPerson } from '../../backend/demo'

const useStyles = makeStyles({
  // Aligned with the text of the card above: its padding and its border.
  people: { display: 'flex', flexDirection: 'column', rowGap: '4px', paddingInline: '33px' },
  heading: { margin: 0 },
  list: { margin: '4px 0 0', padding: 0, listStyle: 'none' },
  person: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '12px',
    paddingBlock: '8px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  soft: { color: tokens.colorNeutralForeground3 },
  pick: { flexShrink: 0 },
  password: { fontFamily: tokens.fontFamilyMonospace, userSelect: 'text' },
})

export interface DemoPeopleProps {
  people: DemoPerson[]
  /** A sign-in is running. */
  busy: boolean
  onPick: (person: DemoPerson) => void
}

/** The first name. */
const called = (person: DemoPerson) => person.displayName.split(' ')[0] ?? person.displayName

export function DemoPeople({ people, busy, onPick }: DemoPeopleProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  return (
    <section className={styles.people} aria-labelledby="demo-people" data-testid="demo-people">
      <Subtitle2 as="h2" id="demo-people" className={styles.heading}>
        {t('demo.people')}
      </Subtitle2>
      <Text className={styles.soft}>{t('demo.peopleHint')}</Text>
      <ul className={styles.list}>
        {people.map((person) => (
          <li key={person.userPrincipalName} className={styles.person}>
            <div className={styles.words}>
              <Text weight="semibold">{person.displayName}</Text>
              <Text>{t(`demo.stories.${person.story}`)}</Text>
              <Caption1 className={styles.soft}>
                {person.userPrincipalName} · <span className={styles.password} data-testid={`demo-password-${person.story}`}>{person.password}</span>
              </Caption1>
            </div>
            <Button
              size="small"
              data-testid={`demo-person-${person.story}`}
              className={styles.pick}
              disabledFocusable={busy}
              onClick={() => onPick(person)}
            >
              {t('demo.signInAs', { name: called(person) })}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
