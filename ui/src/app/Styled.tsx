// Gives Fluent UI the style nonce of the page, without which the policy of the window lets no style through.

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
