// A part of the page that takes a file dropped anywhere in the window, and shows where while one hangs over it.

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect, useState, type ReactNode } from 'react'

const useStyles = makeStyles({
  zone: { position: 'relative' },
  drop: {
    position: 'absolute',
    inset: '-8px',
    zIndex: 3,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    border: `2px dashed ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    pointerEvents: 'none',
  },
})

export interface FileDropProps {
  /** What is shown over the page. */
  text: string
  blocked: boolean
  /** It keeps its identity. */
  onFile: (file: File) => void
  className?: string
  testId: string
  children: ReactNode
}

export function FileDrop({ text, blocked, onFile, className, testId, children }: FileDropProps) {
  const styles = useStyles()
  const [over, setOver] = useState(false)
  useEffect(() => {
    const hasFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const drag = (event: DragEvent) => {
      if (!hasFile(event)) return
      // Without this the window would open the file.
      event.preventDefault()
      setOver(!blocked && !document.querySelector('[role="dialog"], [role="alertdialog"]'))
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!hasFile(event)) return
      event.preventDefault()
      setOver(false)
      const file = event.dataTransfer?.files[0]
      if (file && !blocked && !document.querySelector('[role="dialog"], [role="alertdialog"]')) onFile(file)
    }
    window.addEventListener('dragover', drag)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', drag)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [blocked, onFile])
  return (
    <div className={mergeClasses(styles.zone, className)} data-testid={testId}>
      {children}
      {over && (
        <div className={styles.drop} data-testid="drop-file">
          {text}
        </div>
      )}
    </div>
  )
}
