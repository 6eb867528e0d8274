// The help page.

import type { help as english } from '../en/help'

export const help: typeof english = {
  title: '帮助',
  hint: '查找你的问题，或搜索应用显示的错误代码。',
  search: '搜索帮助和错误代码',
  found_one: '{{count}} 条结果',
  found_other: '{{count}} 条结果',
  nothingTitle: '未找到“{{search}}”',
  nothingText: '请减少字词或换个说法。提供此应用的详细信息，技术支持人员就能进一步帮助你。',
  errorCodes: '错误代码',
  groups: {
    signIn: '登录',
    devices: '电话、应用和令牌',
    apps: '邮件和其他应用',
    authenticator: '验证器',
    safety: '安全和隐私',
  },
  topics: {
    codesRefused: {
      title: '我的验证码被拒绝',
      steps: [
        '验证码与时间有关。请确认生成验证码的设备已设为自动调整时间。',
        '请等下一个验证码出现，并在它还显示时输入。每个验证码只能使用一次。',
        '使用硬件令牌吗？请在“$t(navigation.security)”页面的令牌旁选择“$t(hardwareToken.resync)”。',
      ],
      words: '错误 无效 时钟 时间 不准 otp totp oath 代码',
    },
    noText: {
      title: '收不到短信',
      steps: [
        '请等一分钟，然后选择“$t(code.resend)”。只有最新的验证码有效。',
        '请确认手机有信号，而且没有拦截陌生号码的短信。',
        '如果设置了其他方法，请选择“$t(signIn.differentOption)”。',
        '验证器应用不需要信号。设置一个，以后就不会再受影响。',
      ],
      words: 'sms 短信 延迟 信号 漫游 国外',
    },
    noCall: {
      title: '收不到来电或通知',
      steps: [
        '请在手机上关闭勿扰模式、省电模式和来电拦截，并检查信号。',
        '有些运营商不会显示来电号码。请接听电话并按 #。',
        '通知会在你另一台设备的 Proofup 中等待，位于“$t(navigation.approvals)”。请在那里打开。',
        '如果设置了其他方法，请选择“$t(signIn.differentOption)”。',
      ],
      words: '推送 语音 电话 响铃 未显示号码 来电号码 批准',
    },
    noMethod: {
      title: '我的验证方法都无法使用',
      steps: [
        '登录时选择“$t(signIn.differentOption)”，可看到你设置过的所有方法。',
        '如果都无法使用，请致电技术支持人员。他们可以让你不经第二个步骤登录一次，或请你重新设置验证方法。',
        '请提供此应用的详细信息，让他们能快速找到你的记录。',
      ],
      words: '无法登录 全部丢失 跳过 重置',
    },
    locked: {
      title: '我的帐户已锁定或被阻止',
      steps: [
        '输入太多次错误的密码或验证码后，过一段时间会自动恢复登录。消息会说明需要多久。',
        '如果消息说你已被阻止，只有技术支持人员能解除。',
        '如果不是你本人尝试登录，请在登录后立即更改密码。',
      ],
      words: '锁定 尝试过多 user_blocked account_locked',
    },
    askedEveryTime: {
      title: '每次都要求我输入验证码',
      steps: [
        '输入验证码时，请选中“不再询问”。这只对此计算机有效，天数由你的组织决定。',
        '如果没有看到此选项，表示你的组织不允许。',
        '更改密码后，所有计算机都会再次要求验证码。',
      ],
      words: '记住 受信任的设备 再次',
    },
    changePassword: {
      title: '我想更改密码',
      steps: ['你需要当前密码和第二个步骤。', '其他设备会注销；除非你选择保留，否则应用密码也会一并删除。'],
      words: '密码 新 忘记',
    },
    lostPhone: {
      title: '我的手机丢失或被盗',
      steps: [
        '请在“$t(navigation.security)”页面删除该电话及其验证器应用。如果没有其他方法，请先设置一个。',
        '删除在该手机上使用的应用密码。如果不确定是哪些，请全部删除。',
        '在受信任的设备旁选择“$t(securityInfo.restoreButton)”，让每台设备再次要求第二个步骤。',
        '通知你的运营商和技术支持人员。',
      ],
      words: '丢失 被偷 设备 平板 笔记本电脑 不见',
    },
    newPhone: {
      title: '我换了新手机',
      steps: ['新手机设置完成之前，请保留旧手机。', '在新手机上安装验证器应用，并扫描屏幕上出现的 QR 码。', '完成后，从列表中删除旧手机。'],
      words: '更换 换手机 转移',
    },
    newNumber: {
      title: '我的电话号码变了',
      steps: ['我们会将验证码发送到新号码，或拨打该号码。新号码验证之前，旧号码仍然有效。', '如果号码由你的组织设置，请咨询管理员。'],
      words: 'sim 号码 手机 办公室 分机号',
    },
    notActivated: {
      title: '“身份验证请求所属的帐户尚未激活”',
      steps: ['收到请求的应用已不再为你的帐户注册。', '请从应用中移除该帐户。', '重新设置应用，并扫描新的 QR 码。'],
      words: 'app_not_activated not_an_activated_account 重新安装',
    },
    gotToken: {
      title: '我拿到了硬件令牌',
      steps: ['请准备好令牌：序列号在背面。', '输入序列号以及令牌显示的验证码。'],
      words: '钥匙圈 yubikey oath 序列号',
    },
    mailApp: {
      title: '邮件应用无法登录',
      steps: [
        '无法要求验证码的应用，需要用应用密码代替你的密码。',
        '为每台设备各创建一个，并在应用要求密码时输入。',
        '删除应用先前保存的密码，然后重新启动应用。',
      ],
      words: 'outlook thunderbird apple mail imap smtp pop3 activesync 日历 打印机 扫描仪 app_password_required',
    },
    nonBrowser: {
      title: '应用显示 0x800434D4L',
      steps: [
        '此应用无法登录使用双重验证的帐户。',
        '如果是日常使用的帐户，请创建应用密码，并在该应用中输入。',
        '应用密码无法用于管理工作。管理员请使用另一个帐户。',
      ],
      words: '800434d4 powershell office 非浏览器 管理员',
    },
    noAppPassword: {
      title: '我无法创建应用密码',
      steps: [
        '应用密码页面会说明原因。可能是你的组织不允许，或你的帐户不需要。',
        '最多可以有 40 个。请删除不再使用的，以腾出空间。',
        '每个名称只能使用一次。',
      ],
      words: '没有选项卡 灰色 上限 40 app_passwords_not_allowed',
    },
    addAccount: {
      title: '用 QR 码添加帐户',
      steps: ['打开其他服务显示 QR 码的页面。', '选择“$t(scan.title)”，再选择图片、剪贴板、屏幕或相机。', '你也可以粘贴链接，或输入密钥。'],
      words: 'otpauth 扫描 导入 链接 密钥 github google',
    },
    newComputer: {
      title: '将我的帐户移到另一台计算机',
      steps: [
        '设置通行短语或打印恢复单，才能在那里打开保管库。',
        '选择“$t(vault.placeMenu)”，将保管库复制到 U 盘或驱动器。',
        '在另一台计算机上，选择“$t(vault.move.use)”。',
      ],
      words: '转移 迁移 新电脑 保管库 复制',
    },
    backUp: {
      title: '备份我的帐户',
      steps: [
        'Proofup 会自动保留保管库的先前版本。“$t(vault.backups.now)”会保留当前的版本。',
        '备份位于同一个磁盘上。请也将保管库复制到其他地方。',
        '请打印恢复单：没有密钥，就无法打开任何备份。',
      ],
      words: '备份 还原 恢复单',
    },
    passphrase: {
      title: '验证器要求输入通行短语',
      steps: [
        '这是你在此计算机上为保管库设置的通行短语，不是你帐户的密码。',
        '如果不记得，请选择“$t(vault.unlock.bySheet)”或“$t(vault.unlock.byKeyring)”。',
        '没有人能找回通行短语。如果没有任何密钥，请重新设置你的帐户。',
      ],
      words: '解锁 保管库 锁定 密钥环 忘记',
    },
    strange: {
      title: '我收到不是自己发出的请求',
      steps: ['请拒绝。可能有人知道你的密码。', '更改你的密码。', '查看最近活动。如果有你不认得的项目，请在其详细信息中选择“$t(activity.notMe.action)”。'],
      words: '欺诈 盗用 密码泄露 网络钓鱼 不明登录',
    },
    kept: {
      title: '会保留哪些关于我的数据？',
      steps: [
        '每次登录：时间、使用的方法、地址，以及结果。电话号码会经过掩码处理。',
        '方法、应用密码和设备的每次更改：时间、内容，以及更改者。',
        '密码、验证码和密钥一律不会记录。其余数据保留多久由你的组织决定。',
      ],
      words: '隐私 数据 记录 个人信息 保留期限',
    },
    offline: {
      title: 'Proofup 显示脱机',
      steps: ['请检查网络。没有网络时，验证码仍可使用。', '请在“$t(settings.title)”中检查服务地址，应与你的组织提供的相同。', '应用会自动重试；你也可以要求立即重试。'],
      words: '网络 连接 服务 无法连接 service_unreachable vpn proxy 离线',
    },
  },
  actions: {
    checkClock: '检查时钟',
    copyDetails: '复制详细信息给技术支持人员',
    createAppPassword: '$t(appPasswords.createTitle)',
    openAppPasswords: '打开应用密码',
    setUpApp: '$t(securityInfo.setUpApp)',
    changeNumber: '更改电话号码',
    addToken: '$t(hardwareToken.add)',
    openSecurity: '打开安全',
    openApprovals: '打开批准',
    openActivity: '打开最近活动',
    openAuthenticator: '打开验证器',
    addAccount: '$t(authenticator.add)',
    openVault: '打开保管库设置',
    changePassword: '$t(password.change)',
    tryService: '立即连接服务',
    deleteAppPasswords: '$t(appPasswords.deleteAll)',
  },
  clock: {
    right: '此计算机的时钟正确。',
    slow: '此计算机的时钟慢了 {{time}}。请在系统设置中打开自动设置时间。',
    fast: '此计算机的时钟快了 {{time}}。请在系统设置中打开自动设置时间。',
    unknown: '服务响应后，就会比对时钟。',
  },
  service: {
    answers: '服务有响应。',
    silent: '服务尚未响应。',
  },
  codes: {
    '0x800434D4L': {
      title: '此应用无法登录使用双重验证的帐户',
      next: '请创建应用密码，并在该应用中输入以代替你的密码。管理工作请使用另一个帐户。',
    },
  },
}
