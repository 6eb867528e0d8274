// Tokens of programs.

import { accessToken } from '../access-tokens'
import { fault } from '../shell'
import type { Answers } from './answer'

export const accessTokens: Answers = {
  access_tokens: (_, world) => world.accessTokens,
  create_access_token: ({ displayName, scopes, expiresInDays }, world) => {
    if (world.accessTokens.some((token) => token.displayName === displayName)) throw fault('access_token_name_taken')
    const expiresDateTime = new Date(Date.now() + expiresInDays * 86_400_000).toISOString()
    world.accessTokens.push(accessToken({ id: 'at-new', displayName, scopes, createdDateTime: new Date().toISOString(), expiresDateTime, lastUsedDateTime: null, lastUsedFrom: null }))
    return { id: 'at-new', displayName, text: 'pfm_k7mf2wqxp9cahd4tnr6ek7mf2wqxp9cahd4tnr6e' }
  },
  copy_access_token: () => null,
  close_access_token: () => null,
  revoke_access_token: ({ id }, world) => {
    world.accessTokens = world.accessTokens.filter((token) => token.id !== id)
  },
}
