// An app password, shown once.

import type { appPassword as english } from '../en/appPassword'

export const appPassword: typeof english = {
  yours: '您的應用程式密碼',
  named: '名稱：{{name}}',
  copy: '將密碼複製到剪貼簿',
  once: '此密碼只會顯示一次。',
}
