// The app passwords page.

import type { appPasswords as english } from '../en/appPasswords'

export const appPasswords: typeof english = {
  title: '應用程式密碼',
  tab: '應用程式密碼',
  tabCount: '應用程式密碼 ({{number}})',
  hint: '適用於無法要求驗證碼的應用程式，例如較舊的郵件應用程式。每個裝置使用一個。',
  create: '建立',
  createTitle: '建立應用程式密碼',
  name: '名稱',
  nameHint: '以將使用此密碼的裝置命名。',
  nameMissing: '請先輸入名稱。',
  suggestions: '建議',
  created: '建立時間',
  lastUsed: '上次使用時間',
  lastUsedAgo: '上次使用時間：{{time}}',
  neverUsedSince: '從未使用，建立時間：{{date}}',
  countOf: '{{number}} / {{limit}}',
  emptyTitle: '沒有應用程式密碼',
  emptyText: '應用程式密碼可讓無法要求驗證碼的應用程式登入，例如較舊的郵件應用程式。',
  limit: '您已達到 {{limit}} 個應用程式密碼的上限。請先刪除一個，再建立新的。',
  pickOne: '請選擇要刪除的應用程式密碼。',
  deleteAndGoOn: '刪除並繼續',
  whereToType: '請在應用程式要求密碼時輸入。',
  notCopied: '您尚未複製密碼',
  notCopiedText: '關閉後將不會再次顯示。',
  closeAnyway: '仍要關閉',
  deleteTitle: '要刪除這個應用程式密碼嗎？',
  deleteText: '{{name}} 上的應用程式會在下次登入時停止運作。',
  deleteLastUsed: '上次使用時間是{{time}}。',
  deleteNeverUsed: '從未使用過。',
  noUndo: '此操作無法復原。',
  deleted: '已刪除應用程式密碼',
  deletedText: '{{name}} 無法再使用此密碼登入。',
  deleteAll: '刪除所有應用程式密碼',
  deleteAllTitle: '要刪除所有應用程式密碼嗎？',
  deleteAllText: '裝置遺失時請這麼做。您所有裝置上的應用程式都會在下次登入時停止運作；將刪除的應用程式密碼：{{number}}。',
  deleteAllYes: '全部刪除',
  allDeleted: '已刪除所有應用程式密碼',
  unavailable: {
    disabled_by_organization: {
      why: '您的組織不允許使用應用程式密碼。',
      next: '您仍可刪除現有的應用程式密碼。如有需要，請洽詢系統管理員。',
    },
    second_step_not_registered: {
      why: '設定其他安全性驗證後，才能使用應用程式密碼。',
      next: '在此之前，應用程式會接受您的一般密碼。',
    },
    managed_by_policy: {
      why: '您的第二個步驟由組織的原則控管，該原則不接受應用程式密碼。',
      next: '您仍可刪除現有的應用程式密碼。請使用可以要求驗證碼的應用程式。',
    },
    modern_sign_in_only: {
      why: '此帳戶只能搭配可以要求驗證碼的應用程式使用。',
      next: '您仍可刪除現有的應用程式密碼。若要使用較舊的應用程式，請洽詢系統管理員。',
    },
    limit_reached: {
      why: '您的應用程式密碼已達允許的上限。',
      next: '建立新的密碼時，您可以選擇要刪除的密碼。',
    },
  },
}
