import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** A build for an organisation has no word of the demo's stage: its pages and texts are empty there. */
const withoutStage = [
  { find: /^\.\.\/pages\/(scenarios\/ScenariosPage|panel\/PanelColumn)$/, replacement: './src/no-stage.ts' },
  { find: /^\.\/stage\/follow$/, replacement: './src/no-stage.ts' },
  { find: /^\.\/stage$/, replacement: './src/no-stage.ts' },
]

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const main: Record<string, string> = { main: here('index.html') }
const ofTheDemo: Record<string, string> = { 'demo-phone': here('demo-phone.html'), panel: here('panel.html'), 'mail-app': here('mail-app.html') }

export default defineConfig(({ mode }) => ({
  plugins: [react()],
  resolve: {
    // `npm run preview` shows the pages in any browser, on the made-up shell of the tests; no build holds it.
    alias: mode === 'deployed' ? withoutStage.map(({ find, replacement }) => ({ find, replacement: here(replacement) })) : mode === 'preview' || mode === 'test' ? [{ find: /^\.\/tauri$/, replacement: here('tests/made-up-shell/bridge.ts') }] : [],
  },
  build: {
    target: 'es2022',
    outDir: mode === 'deployed' ? 'dist-deployed' : 'dist',
    emptyOutDir: true,
    // The policy of the window allows no inline scripts, and `data:` for pictures alone.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
    rollupOptions: { input: mode === 'deployed' ? main : { ...main, ...ofTheDemo } },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/setup.ts'],
    restoreMocks: true,
    // A worker is started once, not for each file; `tests/setup.ts` keeps the files apart.
    isolate: false,
    maxWorkers: '100%',
    benchmark: { include: ['tests/bench/*.bench.ts'] },
    // No test fails because the machine has other work.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
}))
