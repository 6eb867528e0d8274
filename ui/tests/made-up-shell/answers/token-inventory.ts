// The hardware tokens that administrators see, and the import of a list.

import type { TokenFileView } from '../../../src/backend/token-inventory'
import { fault } from '../shell'
import type { World } from '../world'
import type { Answers } from './answer'

const view = (dryRun: boolean): TokenFileView => ({
  dryRun,
  format: 'csv',
  signed: false,
  accepted: 2,
  refused: 1,
  rows: [
    { row: 2, serialNumber: '2300201', userPrincipalName: 'ann@contoso.example', accepted: true, error: null, params: {}, warnings: [] },
    { row: 3, serialNumber: '2300202', userPrincipalName: null, accepted: false, error: 'secret_not_base32', params: { position: 7 }, warnings: [] },
    { row: 4, serialNumber: '2300203', userPrincipalName: null, accepted: true, error: null, params: {}, warnings: ['secret_may_be_hexadecimal'] },
  ],
  canSave: true,
})

function tokenOf(world: World, id: string) {
  const found = world.tokens.find((token) => token.id === id)
  if (!found) throw fault('not_found')
  return found
}

export const tokenInventory: Answers = {
  token_inventory: ({ request }, world) => {
    const { search = '', status } = request
    const value = world.tokens.filter((token) => `${token.serialNumber} ${token.model} ${token.manufacturer} ${token.assignedTo}`.toLowerCase().includes(search.toLowerCase()) && (!status || token.status === status))
    return { value, next: null, found: value.length }
  },
  act_on_token: ({ id, action, body }, world) => {
    const token = tokenOf(world, id)
    if ('userPrincipalName' in body && !world.people.some((person) => person.userPrincipalName === body.userPrincipalName)) throw fault('not_found')
    if (body.code === '000000') throw fault('incorrect_code')
    if (action === 'assign') Object.assign(token, { status: 'assigned', assignedTo: body.userPrincipalName })
    if (action === 'activate') Object.assign(token, { status: 'activated', assignedTo: body.userPrincipalName })
    if (action === 'unassign') Object.assign(token, { status: 'available', assignedTo: null })
  },
  remove_token: ({ id }, world) => {
    world.tokens = world.tokens.filter((token) => token.id !== id)
  },
  open_token_file: () => view(true),
  unlock_token_file: () => view(true),
  import_token_file: () => view(false),
  save_refused_tokens: ({ folder }) => `${folder}/refused-tokens-20260312-094100.csv`,
  close_token_file: () => null,
}
