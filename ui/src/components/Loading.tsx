// A placeholder while an answer is on its way, shown only after a short delay.

import { makeStyles, Skeleton, SkeletonItem } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

const PATIENCE = 200

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  line: { height: '68px', '@media (forced-colors: active)': { outline: '1px solid GrayText', outlineOffset: '-1px' } },
})

export function Loading({ rows = 3 }: { rows?: number }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE)
    return () => clearTimeout(timer)
  }, [])
  if (!late) return null
  return (
    <Skeleton aria-label={t('common.loading')} className={styles.lines} animation="pulse">
      {Array.from({ length: rows }, (_, row) => (
        <SkeletonItem key={row} className={styles.line} />
      ))}
    </Skeleton>
  )
}
