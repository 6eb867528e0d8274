// The menu at the name.

import type { account as english } from '../en/account'

export const account: typeof english = {
  switch: 'Van account wisselen',
}
