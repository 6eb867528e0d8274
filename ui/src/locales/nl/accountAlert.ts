// A change to the account that was made somewhere else.

import type { accountAlert as english } from '../en/accountAlert'

export const accountAlert: typeof english = {
  elsewhere: 'in een andere sessie',
  where: '{{about}}, {{time}}.',
  text: 'Als u hier niets van weet, bekijk dan uw recente activiteit.',
  show: 'Recente activiteit',
}
