// Phones, apps, tokens, and their codes.

import type { methods as english } from '../../en/errors/methods'

export const methods: typeof english = {
  phone_number_invalid: {
    title: '這不是電話號碼',
    reasons: {
      country_code_missing: '缺少國碼。請選擇國家/地區。',
      country_code_unknown: '沒有任何國家/地區使用此國碼。',
      too_short: '對此國家/地區而言，數字太少。',
      too_long: '對此國家/地區而言，數字太多。',
      not_a_number: '含有電話號碼不會有的字元。',
      not_in_use: '此國家/地區沒有這樣開頭的號碼。',
      opted_out: '這個號碼已停止接收簡訊。請傳送 START 到簡訊的來源號碼，然後再試一次。',
      extension_not_allowed: '只有辦公室電話可以使用分機。',
    },
    next: '請更正後再試一次。',
  },
  phone_type_exists: {
    title: '此電話已有號碼',
    next: '請改為變更該號碼。',
  },
  text_not_sent: {
    title: '無法傳送文字簡訊',
    next: '請檢查號碼後再試一次，或使用其他方法。',
  },
  call_not_placed: {
    title: '無法撥打電話',
    next: '請檢查號碼並再試一次，或使用其他方法。',
  },
  authentication_phone_needed: {
    title: '請先設定驗證電話',
    next: '之後就能新增替代驗證電話。',
  },
  alternate_phone_exists: {
    title: '替代驗證電話需要這支電話',
    next: '請先刪除替代驗證電話。',
  },
  display_name_invalid: {
    title: '無法使用此名稱',
    reasons: {
      empty: '名稱是空的。',
      too_long: '超過 64 個字元。',
      control_characters: '含有無法顯示的字元。',
    },
    next: '請選擇其他名稱。',
  },
  method_not_allowed: {
    title: '您的組織不允許使用這個方法',
    next: '請選擇其他方法，或洽詢系統管理員。',
  },
  last_method: {
    title: '無法刪除您最後一個方法',
    next: '少了它您將無法再登入。請先新增其他方法，再刪除這個方法。',
  },
  preferred_method_not_usable: {
    title: '此選項無法作為慣用選項',
    next: '請先設定此選項，或選擇其他選項。',
  },
  oath_limit_reached: {
    title: '您已達到驗證器應用程式和硬體權杖的上限',
    detail: '上限：{{limit}}。',
    next: '請先刪除其中一個。',
  },
  hardware_token_not_found: {
    title: '無法新增這個硬體權杖',
    next: '請檢查背面的序號。如果序號正確，請洽詢技術支援中心。權杖可能屬於其他人。',
  },
  hardware_token_exists: {
    title: '您已經有這個硬體權杖',
    next: '它已在您的硬體權杖清單中。',
  },
  hardware_token_not_valid: {
    title: '目前無法使用這個硬體權杖',
    next: '它尚未生效，或已經到期。請向技術支援中心索取另一個。',
  },
  codes_not_consecutive: {
    title: '這不是兩個連續的驗證碼',
    next: '請輸入權杖顯示的驗證碼，再輸入緊接著的下一個。兩個都必須是新的。',
  },
  hardware_token_in_use: {
    title: '這個硬體權杖屬於某人的帳戶',
    next: '請先取消指派。',
  },
  token_file_invalid: {
    title: '無法讀取這個檔案',
    reasons: {
      too_large: '檔案太大。',
      too_many_tokens: '權杖太多。請分成多個檔案。',
      not_text: '不是 UTF-8 文字。',
      empty: '沒有任何權杖。',
      wrong_header: '第一列沒有將權杖所需的每個欄位各列出一次。',
      not_csv: '無法分成資料列。',
      doctype: '含有不接受的 DOCTYPE。',
      not_xml: 'XML 已損毀。',
      ends_too_early: '檔案不完整。',
      no_container: '是 XML，但不是權杖清單。',
      version_unsupported: '不支援其版本。',
      key_needed: '檔案已加密，需要密碼或金鑰。',
      key_method_unsupported: '不支援其金鑰的衍生或包裝方式。',
      derivation_invalid: '金鑰參數錯誤或太大。',
    },
    next: '請確認它是製造商提供的硬體權杖清單。',
  },
  incorrect_code: {
    title: '驗證碼不正確',
    detail_one: '還可以嘗試 {{triesLeft}} 次。',
    detail_other: '還可以嘗試 {{triesLeft}} 次。',
    next: '請檢查後重新輸入。',
  },
  code_expired: {
    title: '驗證碼已過期',
    next: '請取得新的驗證碼並輸入。',
  },
  code_superseded: {
    title: '已傳送較新的驗證碼',
    next: '請輸入最新簡訊中的驗證碼。',
  },
  code_already_used: {
    title: '此驗證碼已使用過',
    next: '請等待應用程式的下一個驗證碼，或傳送新的驗證碼。',
  },
  too_many_incorrect_codes: {
    title: '輸入錯誤驗證碼的次數過多',
    detail: '{{retryAfter}}後可以再試一次。',
    next: '請重新開始。',
  },
  registration_not_required: {
    title: '您的帳戶已設定完成',
    next: '請開啟「安全性」頁面來變更您的方法。',
  },
  registration_incomplete: {
    title: '尚未驗證任何方法',
    next: '請先驗證電話或驗證器應用程式。',
  },
}
