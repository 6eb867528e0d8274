// The demo's people and switches.

import type { demo as english } from '../en/demo'

export const demo: typeof english = {
  title: '示範',
  hint: '這個組織是虛構的，這裡的一切都不會影響任何人。',
  phone: '示範手機',
  phoneHint: '接收示範的文字簡訊、通話和通知',
  people: '示範人員',
  peopleHint: '選擇一位來試用應用程式。',
  signInAs: '以 {{name}} 登入',
  showPhone: '顯示示範手機',
  stories: {
    not_registered: '需要設定第二個步驟',
    registered: '已設定，並有三個應用程式密碼',
    at_the_limit: '有 40 個應用程式密碼，已達上限',
    reregistration_required: '系統管理員要求再次提供連絡方法',
    called: '以電話驗證：辦公室、手機或家中',
    notifications: '在示範手機上核准登入',
    administrator: '系統管理員',
  },
  service: '服務',
  serviceRunning: '執行中。關閉即可查看應用程式的離線狀態。',
  serviceStopped: '已停止。再次執行時，應用程式會自動察覺。',
  reset: '重新開始',
  resetHint: '將所有人恢復到最初的狀態',
  resetButton: '重設',
  resetTitle: '要重設示範嗎？',
  resetText: '示範中的所有變更都會遺失，而且您會登出。',
  resetDone: '示範已恢復到最初的狀態',
}
