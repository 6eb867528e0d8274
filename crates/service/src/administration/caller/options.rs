//! The ways to verify a caller: the person's own devices and phones.

use proofup_api::{CallerOption, CallerWay, PhoneType};
use proofup_store::phones::Phone;

use crate::methods::enrollment::Enrollment;
use crate::runtime::clock::timestamp;
use crate::telephony::numbers::masked;

const DAY_MS: i64 = 86_400_000;

/// A way, with the phone that is asked.
pub(super) struct Way {
    pub(super) shown: CallerOption,
    pub(super) phone: Option<Phone>,
}

/// All of them, the strongest first.
pub(super) fn of(enrollment: &Enrollment, now: i64) -> Vec<Way> {
    let allowed = &enrollment.settings.methods;
    let mut ways = Vec::new();
    if allowed.notification_through_mobile_app {
        ways.extend(enrollment.devices.iter().map(|device| {
            let added_at = device.verified_at.unwrap_or(device.created_at);
            let shown = option(CallerWay::Notification, &device.id, device.display_name.clone(), added_at, now);
            Way { shown, phone: None }
        }));
    }
    let mut add = |way: CallerWay, phone: &Phone| {
        let shown = option(way, &phone.id, masked(&phone.number), phone.created_at, now);
        ways.push(Way { shown, phone: Some(phone.clone()) });
    };
    if allowed.call_to_phone {
        for kind in [PhoneType::Mobile, PhoneType::AlternateMobile, PhoneType::Office] {
            enrollment
                .phones
                .iter()
                .filter(|phone| phone.phone_type == kind)
                .for_each(|phone| add(CallerWay::Call, phone));
        }
    }
    if let Some(phone) = enrollment.text_phone() {
        add(CallerWay::Text, phone);
    }
    // The help desk knows the number from the organisation's list, and calls it by itself.
    let offices = enrollment.phones.iter().filter(|phone| phone.phone_type == PhoneType::Office);
    offices.for_each(|phone| add(CallerWay::CallBack, phone));
    ways
}

fn option(way: CallerWay, method_id: &str, target: String, added_at: i64, now: i64) -> CallerOption {
    CallerOption {
        way,
        method_id: method_id.to_owned(),
        target,
        added_date_time: timestamp(added_at),
        added_lately: added_at.div_euclid(DAY_MS) >= now.div_euclid(DAY_MS) - 1,
    }
}
