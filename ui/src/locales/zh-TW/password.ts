// Changing the person's own password.

import type { password as english } from '../en/password'

export const password: typeof english = {
  change: '變更密碼',
  text: '其他裝置將會登出，已記住的裝置會再次要求驗證碼。',
  current: '目前的密碼',
  currentMissing: '請先輸入您目前的密碼。',
  new: '新密碼',
  newMissing: '請先輸入新密碼。',
  newHint: '至少 8 個字元',
  deleteAppPasswords: '同時刪除我的應用程式密碼',
  changed: '您的密碼已變更',
}
