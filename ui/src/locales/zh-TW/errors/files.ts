// Pictures, files and the screen, from which accounts are read.

import type { files as english } from '../../en/errors/files'

export const files: typeof english = {
  picture_unreadable: {
    title: '無法讀取此圖片',
    next: '請選擇 PNG 或 JPEG 圖片。',
  },
  picture_too_large: {
    title: '圖片太大',
    next: '請裁剪到只剩 QR 代碼，然後再試一次。',
  },
  picture_too_busy: {
    title: '圖片中有太多類似 QR 代碼的內容',
    next: '請裁剪到只剩 QR 代碼，然後再試一次。',
  },
  picture_without_qr: {
    title: '此圖片中沒有 QR 代碼',
    next: '請使用清晰且包含完整代碼及白色邊緣的圖片。',
  },
  picture_text_unreadable: {
    title: '無法讀取這個 QR 代碼的文字',
    next: '它使用未知的編碼。請向發行者索取連結或祕密金鑰。',
  },
  picture_without_account: {
    title: '此圖片中的 QR 代碼不是帳戶',
    next: '請使用發行者為驗證器應用程式顯示的 QR 代碼。',
  },
  picture_without_link: {
    title: '此圖片中的 QR 代碼不是 Proofup 的連結',
    next: '請使用設定頁面或您的組織顯示的 QR 代碼。',
  },
  qr_too_long: {
    title: '此帳戶無法放入 QR 代碼',
    next: '名稱太長。請縮短名稱，或以連結匯出。',
  },
  import_unrecognised: {
    title: '這不是已知的匯出檔案',
    next: '請在另一個應用程式中重新匯出帳戶（該程式自己的檔案或 otpauth 連結），然後選擇該檔案。',
  },
  import_too_large: {
    title: '檔案太大',
    next: '匯出檔案最多 64 MB、20,000 個項目。請選擇匯出檔案本身，而不是壓縮檔。',
  },
  import_password_needed: {
    title: '檔案已加密',
    next: '請輸入匯出時選擇的密碼。',
  },
  import_password_wrong: {
    title: '這不是檔案的密碼',
    next: '請輸入匯出時選擇的密碼。它可能與應用程式的密碼不同。',
  },
  import_password_or_damaged: {
    title: '密碼錯誤，或檔案已損壞',
    next: '請再試一次密碼。如果密碼正確，請重新匯出帳戶。',
  },
  import_damaged: {
    title: '檔案已損壞',
    next: '部分內容遺失或遭到變更。請重新匯出帳戶，然後選擇新檔案。',
  },
  import_cut_off: {
    title: '檔案不完整',
    next: '第 {{line}} 行是最後一行，缺少結尾。請重新下載檔案，然後選擇新檔案。',
  },
  import_version_unsupported: {
    title: '檔案來自較新的應用程式',
    next: '這裡還不認識此版本。請更新 Proofup，或以較舊的格式匯出。',
  },
  import_variant_unsupported: {
    title: '此類檔案無法在其應用程式之外開啟',
    next: '請使用獨立的密碼重新匯出，或不加密匯出。',
  },
  import_too_costly: {
    title: '開啟檔案需要太多運算',
    next: '它的要求超過任何已知的匯出檔案。請使用一般設定重新匯出。',
  },
  import_memory: {
    title: '開啟檔案需要大量記憶體',
    next: '它會在幾秒內使用約 {{megabytes}} MB。如果記憶體不足，請先關閉其他程式，然後繼續。',
  },
  import_gone: {
    title: '檔案已不再開啟',
    next: '請重新選擇檔案。',
  },
  import_cancelled: {
    title: '匯入已取消',
    next: '你可以隨時重新選擇檔案。',
  },
  import_secret_elsewhere: {
    title: '檔案中沒有它的密鑰',
    next: '它的密鑰留在手機上。請在該服務重新設定。',
  },
  import_token_refused: {
    title: '此列不是可用的權杖',
    next: '請與製造商的清單核對並更正，然後重新選擇檔案。',
  },
  import_secret_ambiguous: {
    title: '密鑰有兩種讀法',
    next: '請依製造商的寫法，將該欄改名為「hex secret」、「base32 secret」或「base64 secret」，然後重新選擇檔案。',
  },
  import_entry_damaged: {
    title: '此項目已損壞',
    next: '請重新匯出，或在該服務重新設定帳戶。',
  },
  clipboard_without_picture: {
    title: '剪貼簿中沒有圖片',
    next: '請複製顯示 QR 代碼的圖片，然後再試一次。',
  },
  screen_unavailable: {
    title: '這裡無法擷取螢幕畫面',
    detail: '系統訊息：{{detail}}。',
    next: '請使用桌面擷取螢幕畫面，然後選擇該檔案或貼上圖片。',
  },
  screen_refused: {
    title: '未獲准擷取螢幕',
    next: '請再試一次並允許，或選擇圖片檔案。',
  },
}
