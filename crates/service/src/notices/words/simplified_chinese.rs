//! 简体中文

use super::Words;
use crate::notices::event::Event;

pub(super) const WORDS: Words = Words {
    greeting: "{name}，你好：",
    intro: "你在 {organization} 的帐户发生了以下事项：",
    several: "你在 {organization} 的帐户更改过多，无法逐一发送邮件。其他更改如下：",
    what: "项目",
    when: "时间",
    until: "截止时间",
    from: "来源",
    by: "执行者",
    by_person: "以你的身份登录的人",
    by_administrator: "管理员",
    fine: "如果你知道此事，则无需执行任何操作。",
    alarm: "如果不是你本人：请登录 Proofup，更改密码，检查你的安全信息和最近活动，并告知技术支持人员。",
    not_me: "不是我本人",
    automatic: "此邮件由系统自动发送。{organization} 的任何人都不会向你索要密码或验证码。",
    test: "Proofup 的邮件可以送达。这是测试，你的帐户没有任何更改。",
    former_phone: "{organization}：此电话不再用于验证你的登录。如果不是你移除的，请致电技术支持人员。",
    title,
};

const fn title(event: Event) -> &'static str {
    match event {
        Event::PhoneAdded => "你的帐户已添加电话",
        Event::PhoneChanged => "你帐户的电话号码已更改",
        Event::PhoneRemoved => "你的帐户已移除电话",
        Event::AppAdded => "你的帐户已添加验证器应用",
        Event::AppRemoved => "你的帐户已移除验证器应用",
        Event::DeviceAdded => "你的帐户已添加接收通知的设备",
        Event::DeviceRemoved => "你的帐户已移除接收通知的设备",
        Event::TokenAdded => "你的帐户已添加硬件令牌",
        Event::TokenRemoved => "你的帐户已移除硬件令牌",
        Event::MethodsReset => "你的验证方法已重置",
        Event::SecondStepTurnedOff => "你帐户的双重验证已关闭",
        Event::AppPasswordCreated => "已创建应用密码",
        Event::PasswordChanged => "你的密码已更改",
        Event::PasswordReset => "你的密码已重置",
        Event::DeviceTrusted => "已添加受信任的设备",
        Event::NewNetwork => "从新的网络登录",
        Event::AccountBlocked => "你的帐户已被阻止",
        Event::BypassIssued => "已允许一次不经第二个步骤的登录",
        Event::MailChanged => "你帐户的邮件地址已更改",
        Event::Several => "你的帐户有多项更改",
        Event::Test => "测试邮件",
    }
}
