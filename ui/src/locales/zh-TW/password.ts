// Changing the person's own password.

import type { password as english } from '../en/password'

export const password: typeof english = {
  change: '變更密碼',
  text: '這會在其他裝置上將您登出，受信任的裝置會再次要求驗證碼。',
  current: '目前的密碼',
  currentMissing: '請先輸入您目前的密碼。',
  new: '新密碼',
  newMissing: '請先輸入新密碼。',
  newHint: '至少 8 個字元',
  deleteAppPasswords: '同時刪除我的應用程式密碼',
  changed: '已變更密碼',
}
