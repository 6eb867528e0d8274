// Another name for a device, a token or an app password.

import type { rename as english } from '../en/rename'

export const rename: typeof english = {
  title: '重新命名「{{name}}」',
  label: '名稱',
  action: '重新命名',
  renamed: '已儲存名稱',
  empty: '請先輸入名稱。',
  tooLong: '最多 64 個字元。',
  invisible: '名稱含有無法顯示的字元。',
}
