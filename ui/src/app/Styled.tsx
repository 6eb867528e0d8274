// Passes the style nonce of the page to Fluent UI; without it the content security policy blocks all styles.

import { createDOMRenderer, RendererProvider } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const nonce = document.querySelector<HTMLStyleElement>('#csp-nonce')?.nonce
const renderer = createDOMRenderer(document, nonce ? { styleElementAttributes: { nonce } } : {})

export function Styled({ children }: { children: ReactNode }) {
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      {children}
    </RendererProvider>
  )
}
