// Administration: the sign-in log is checked and exported.

import type { logCheck as english } from '../en/logCheck'

export const logCheck: typeof english = {
  verify: '驗證記錄',
  checking: '正在檢查記錄',
  progress: '{{checked}} / {{of}} 列',
  whole: '記錄完整',
  wholeText: '已檢查的列：{{checked}}。尚未密封：{{waiting}}。超過保留期限而移除：{{forgotten}}。',
  head: '請將最後一列及其雜湊（{{head}}）保存在其他地方，日後可證明記錄未遭替換。',
  copyHead: '複製列與雜湊',
  broken: '記錄已遭變更',
  brokenNext: '請查明誰能存取資料庫，並與保存在其他地方的複本比對。',
  faults: {
    ends: '記錄兩端的資料已遭變更，或以其他伺服器金鑰寫入。',
    no_ends: '記錄兩端的資料已遺失。',
    changed: '第 {{first}} 列已遭變更，或並非由此服務寫入。',
    changed_unsealed: '一個尚未密封的列已遭變更，或並非由此服務寫入。',
    moved: '第 {{first}} 列不屬於此位置，或其次數已遭變更。',
    missing: '第 {{first}} 到 {{last}} 列遺失。',
    behind: '第 {{first}} 列是在結尾之後加入的。',
    removals: '已移除列的資料已遭變更。',
  },
  export: '匯出',
  csv: '匯出為 CSV',
  json: '匯出為 JSON',
  folder: '選擇存放記錄的資料夾',
  saved: '已儲存為 {{file}}',
}
