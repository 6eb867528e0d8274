// Another name for a device, a token or an app password.

import type { rename as english } from '../en/rename'

export const rename: typeof english = {
  title: '重命名“{{name}}”',
  label: '名称',
  action: '重命名',
  renamed: '已保存名称',
  empty: '请先输入名称。',
  tooLong: '最多 64 个字符。',
  invisible: '名称包含无法显示的字符。',
}
