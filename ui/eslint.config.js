import js from '@eslint/js'
import a11y from 'eslint-plugin-jsx-a11y'
import hooks from 'eslint-plugin-react-hooks'
import ts from 'typescript-eslint'

export default ts.config(
  { ignores: ['dist', 'dist-deployed', 'node_modules', 'src/backend/generated'] },
  js.configs.recommended,
  ts.configs.strict,
  a11y.flatConfigs.recommended,
  hooks.configs.flat.recommended,
  {
    rules: {
      // One file talks to the shell; all others ask `src/backend`.
      'no-restricted-imports': ['error', { patterns: [{ group: ['@tauri-apps/*'], message: 'Only src/backend/tauri.ts talks to the shell.' }] }],
      'no-console': 'error',
      // A dialog or a step of the wizard puts the focus into its first field: that is how it is announced.
      'jsx-a11y/no-autofocus': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
    },
  },
  // Arguments of commands come from JSON, in tests as in the shell.
  { files: ['tests/made-up-shell/**/*.ts'], rules: { '@typescript-eslint/no-explicit-any': 'off' } },
  { files: ['src/backend/tauri.ts'], rules: { 'no-restricted-imports': 'off' } },
)
