// Starts the main window.

import { createRoot } from 'react-dom/client'

import { Styled } from './app/Styled'

const root = document.getElementById('root')
if (root) createRoot(root).render(<Styled><p>Proofup</p></Styled>)
