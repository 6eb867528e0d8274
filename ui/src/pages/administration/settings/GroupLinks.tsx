// Leads to the groups of a long page.

import { Link, makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

const useStyles = makeStyles({
  groups: { display: 'flex', flexWrap: 'wrap', columnGap: '16px', rowGap: '4px' },
  link: { fontSize: tokens.fontSizeBase200 },
})

export interface GroupLinksProps {
  groups: { name: string; title: string }[]
  onGo: (name: string) => void
}

export function GroupLinks({ groups, onGo }: GroupLinksProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  return (
    <nav className={styles.groups} aria-label={t('serviceSettings.groupsLabel')}>
      {groups.map(({ name, title }) => (
        <Link key={name} as="button" type="button" appearance="subtle" className={styles.link} onClick={() => onGo(name)} data-testid={`to-${name}`}>
          {title}
        </Link>
      ))}
    </nav>
  )
}
