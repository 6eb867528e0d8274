// The demo's people and switches.

import type { demo as english } from '../en/demo'

export const demo: typeof english = {
  title: '示範',
  hint: '這個組織是虛構的。您在這裡所做的一切都不會影響真實的人。',
  phone: '示範手機',
  phoneHint: '接收示範的文字簡訊、通話和通知',
  people: '示範人員',
  peopleHint: '選擇一位來試用應用程式。',
  signInAs: '以 {{name}} 登入',
  showPhone: '顯示示範手機',
  stories: {
    not_registered: '必須設定第二個步驟',
    registered: '已設定，並有三個應用程式密碼',
    at_the_limit: '有 40 個應用程式密碼，已達上限',
    reregistration_required: '必須再次提供連絡方法',
    called: '接聽電話：辦公室、手機或家中',
    notifications: '在示範手機上核准登入',
    administrator: '系統管理員',
  },
  service: '服務',
  serviceRunning: '執行中。關閉即可查看應用程式的離線狀態。',
  serviceStopped: '已停止。重新開啟後，應用程式會再次連線。',
  reset: '重設示範',
  resetHint: '將一切恢復到最初的狀態',
  resetButton: '重設',
  resetTitle: '要重設示範嗎？',
  resetText: '示範中的所有變更都會遺失，而且您會登出。',
  resetDone: '已重設示範',
}
